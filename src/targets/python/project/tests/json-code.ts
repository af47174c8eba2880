import { entityById } from '#blueprint';
import type { Service } from '#blueprint';
import { readSymbol } from '../../../shared/samples/reference-symbol.ts';
import { Repeated } from '../../../shared/samples/repeated.ts';
import type { Counted } from '../../../shared/samples/sample.ts';
import { call, dict, list, literal } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';

/** A JSON value as Python; what stands for the id of a record is `Ref("customer")`. */
export function jsonCode(value: unknown, service: Service): Code {
  if (value instanceof Repeated) {
    return `${value.isList ? `[${literal(value.text)}]` : literal(value.text)} * ${value.times}`;
  }
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

/** What differs from record to record as a function of `n`. */
export function countedCode(counted: Counted): string {
  if ('from' in counted) return `lambda n: ${counted.from} + n`;
  const plain = (text: string) => text.replace(/[{}]/g, '$&$&');
  const { before, after, first } = counted;
  const n = first === undefined ? 'n' : `${first} + n`;
  return `lambda n: f${literal(`${plain(before)}{${n}}${plain(after)}`)}`;
}
