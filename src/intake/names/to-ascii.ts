import { createRequire } from 'node:module';
import type anyAscii from 'any-ascii';

const load = createRequire(import.meta.url);

/** A text in ASCII. Its tables are half a megabyte, which are loaded for the first text that is not. */
export function toAscii(text: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is what it says
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const module = load('any-ascii') as { readonly default: typeof anyAscii };
  return module.default(text);
}
