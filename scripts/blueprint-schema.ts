import { blueprintJsonSchema, canonicalJson } from '#blueprint';
import type { Generator } from './generators.ts';

/** `docs/blueprint.schema.json`: for editors, and for those who write blueprints with other tools. */
export const blueprintSchema: Generator = async () =>
  new Map([['docs/blueprint.schema.json', canonicalJson(await blueprintJsonSchema())]]);
