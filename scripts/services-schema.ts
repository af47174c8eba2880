import { servicesSchema } from '../packages/runtime/src/config/services-schema.ts';
import type { Generator } from './generators.ts';

/** `packages/runtime/services.schema.json`: for editors of services.json. */
export const runtimeServicesSchema: Generator = async () =>
  new Map([
    ['packages/runtime/services.schema.json', `${JSON.stringify(servicesSchema, null, 2)}\n`],
  ]);
