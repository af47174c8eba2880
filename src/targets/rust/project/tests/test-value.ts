import { entityById } from '#blueprint';
import type { Service } from '#blueprint';
import { readSymbol } from '../../../shared/samples/reference-symbol.ts';
import { Repeated } from '../../../shared/samples/repeated.ts';

/** A value as tests have it in JSON; what stands for something else says so by a name that begins with `$`. */
export function testValue(value: unknown, service: Service): unknown {
  if (value instanceof Repeated) {
    return { $repeat: value.text, times: value.times, ...(value.isList && { list: true }) };
  }
  const symbol = readSymbol(value);
  if (symbol) {
    const name = entityById(service, symbol.entity).name;
    return { $sample: name, ...(symbol.number > 1 && { number: symbol.number }) };
  }
  if (Array.isArray(value)) return value.map((item) => testValue(item, service));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, testValue(item, service)]),
  );
}
