import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../config/diagnostic.ts';
import { type Range, readJson } from '../config/json-document.ts';
import { spanOf } from '../config/span-of.ts';
import { substitute } from '../config/substitute.ts';
import { type CheckOptions, checkGatewayConfig } from './check-gateway-config.ts';
import { gatewayDiagnostics } from './gateway.diagnostics.ts';
import type { GatewayConfig } from './gateway-config.ts';

const LARGEST = 1_000_000;

/** Reads gateway.json and fills in environment variables. `value` is undefined when there is any error. */
export function readGatewayConfig(
  path: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  options: Pick<CheckOptions, 'hasAuthenticate'> = {},
): { value: GatewayConfig | undefined; diagnostics: readonly Diagnostic[] } {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw new Error('it has more than 1 MB');
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const params = { file: path, reason };
    return failed([gatewayDiagnostics.create('unreadable-file', params)]);
  }
  const { value, ranges, problems } = readJson(text);
  const locate = (pointer: string) => spanOf(path, text, nearest(ranges, pointer));
  if (problems.length > 0) {
    return failed(
      problems.map(({ kind, text: what, ...range }) => {
        const problem = kind === 'syntax' ? what : `"${what}" is there twice`;
        return gatewayDiagnostics.create('invalid-json', { problem }, spanOf(path, text, range));
      }),
    );
  }
  const filled = substitute(value, environment);
  const diagnostics = [
    ...filled.unset.map(({ pointer, name }) =>
      gatewayDiagnostics.create('unset-variable', { name }, locate(pointer)),
    ),
    ...checkGatewayConfig(filled.value, { ...options, locate }),
  ];
  return diagnostics.length > 0
    ? failed(diagnostics)
    : { value: filled.value as GatewayConfig, diagnostics };
}

const failed = (diagnostics: readonly Diagnostic[]) => ({ value: undefined, diagnostics });

function nearest(ranges: ReadonlyMap<string, Range>, pointer: string): Range {
  const found = ranges.get(pointer);
  if (found !== undefined || pointer === '') return found ?? { start: 0, end: 1 };
  return nearest(ranges, pointer.slice(0, pointer.lastIndexOf('/')));
}
