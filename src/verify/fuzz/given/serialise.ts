import { isRecord } from '#blueprint';
import type { GivenParameter } from './given-operations.ts';

/** A parameter as it is sent: its part of the query or path, percent-encoded, or the value of a header. */
export function serialise(parameter: GivenParameter, value: unknown): string {
  const { name, style, explode, isJson } = parameter;
  const encode = parameter.in === 'header' ? String : encodeURIComponent;
  const text = (item: unknown) =>
    encode(typeof item === 'string' ? item : (JSON.stringify(item) ?? ''));
  const key = encode(name);
  if (isJson) {
    const json = encode(JSON.stringify(value));
    return parameter.in === 'query' ? `${key}=${json}` : json;
  }
  if (Array.isArray(value)) return list(value.map(text));
  return isRecord(value) ? object(Object.entries(value)) : single(text(value));

  function single(one: string): string {
    if (style === 'label') return `.${one}`;
    if (style === 'matrix') return `;${key}=${one}`;
    return parameter.in === 'query' || parameter.in === 'cookie' ? `${key}=${one}` : one;
  }

  function list(items: readonly string[]): string {
    switch (style) {
      case 'label':
        return `.${items.join(explode ? '.' : ',')}`;
      case 'matrix':
        return explode
          ? items.map((item) => `;${key}=${item}`).join('')
          : `;${key}=${items.join(',')}`;
      case 'spaceDelimited':
      case 'pipeDelimited': {
        const separator = style === 'pipeDelimited' ? '%7C' : '%20';
        return explode
          ? items.map((item) => `${key}=${item}`).join('&')
          : `${key}=${items.join(separator)}`;
      }
      case 'form':
        return explode && parameter.in === 'query'
          ? items.map((item) => `${key}=${item}`).join('&')
          : `${key}=${items.join(',')}`;
      default:
        return items.join(',');
    }
  }

  function object(entries: readonly (readonly [string, unknown])[]): string {
    const flat = entries.flatMap(([part, item]) => [encode(part), text(item)]).join(',');
    const pairs = (separator: string) =>
      entries.map(([part, item]) => `${encode(part)}=${text(item)}`).join(separator);
    switch (style) {
      case 'deepObject':
        return entries.map(([part, item]) => `${key}%5B${encode(part)}%5D=${text(item)}`).join('&');
      case 'form':
        return explode && parameter.in === 'query' ? pairs('&') : `${key}=${flat}`;
      case 'label':
        return `.${explode ? pairs('.') : flat}`;
      case 'matrix':
        return explode ? `;${pairs(';')}` : `;${key}=${flat}`;
      default:
        return explode ? pairs(',') : flat;
    }
  }
}
