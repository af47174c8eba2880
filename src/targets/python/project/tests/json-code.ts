import { entityById } from '#blueprint';
import type { Service } from '#blueprint';
import { readSymbol } from '../../../typescript/project/samples/reference-symbol.ts';
import { Raw } from '../../../typescript/project/text/json-code.ts';
import { call, dict, list, literal } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';

/** A JSON value as Python; what stands for the id of a record is `Ref("customer")`. */
export function jsonCode(value: unknown, service: Service): Code {
  if (value instanceof Raw) return rawCode(value.code);
  const symbol = readSymbol(value);
  if (symbol) {
    const name = entityById(service, symbol.entity).name;
    return call('Ref', [literal(name), ...(symbol.number > 1 ? [String(symbol.number)] : [])]);
  }
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return list(value.map((item) => jsonCode(item, service)));
  return dict(
    Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, jsonCode(item, service)]),
    ),
  );
}

/** The few expressions that samples hold: repeated characters and elements. */
function rawCode(code: string): Code {
  const text = /^'x'\.repeat\((\d+)\)$/.exec(code);
  if (text) return `"x" * ${text[1]}`;
  const items = /^Array\.from\(\{ length: (\d+) \}, \(\) => 'x'\)$/.exec(code);
  if (items) return `["x"] * ${items[1]}`;
  throw new Error(`There is no Python for ${code}.`);
}

/** `${low} + n` and `text ${n}` as a function of `n`. */
export function countedCode(code: string): string {
  if (!code.startsWith('`')) return `lambda n: ${code}`;
  const [before = '', after = ''] = code.slice(1, -1).split('${n}');
  const plain = (text: string) => text.replace(/\\(.)/g, '$1').replace(/[{}]/g, '$&$&');
  return `lambda n: f${literal(`${plain(before)}{n}${plain(after)}`)}`;
}
