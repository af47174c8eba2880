import { canonicalJson } from '#blueprint';
import { loadProcesses } from '#process';
import type { Generator } from './generators.ts';

/** `docs/process.schema.json`: for editors, and for those who write processes with other tools. */
export const processSchema: Generator = async () => {
  const { processJsonSchema } = await loadProcesses();
  return new Map([['docs/process.schema.json', canonicalJson(processJsonSchema())]]);
};
