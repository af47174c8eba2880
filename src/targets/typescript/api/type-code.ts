import type { ApiDeclaration, ApiProperty, ApiType } from '../../shared/api/api-type.ts';
import { WIDTH, literal, propertyName } from '../emit/code.ts';
import { commentText } from '../../shared/text/source-text.ts';
import { widthOf } from '../emit/width.ts';

/** Names that mean something else in files that declare types of an API. */
export const RESERVED_TYPES = [
  'AnyObject',
  'ApiRequest',
  'ApiAnswer',
  'Answer',
  'Handler',
  'Blob',
  'Buffer',
  'Uint8Array',
  'Any',
  'String',
  'Number',
  'Boolean',
  'Object',
  'Symbol',
  'Null',
  'Undefined',
  'Unknown',
  'Never',
  'Bigint',
];

/** A type as TypeScript, on one line. */
export function typeCode(type: ApiType): string {
  switch (type.kind) {
    case 'named':
      return type.name;
    case 'text':
      return 'string';
    case 'integer':
      return 'number';
    case 'number':
    case 'boolean':
    case 'null':
    case 'never':
      return type.kind;
    case 'any':
      return 'unknown';
    case 'bytes':
      return 'Uint8Array';
    case 'file':
      return 'Blob';
    case 'literal':
      return typeof type.value === 'string' ? literal(type.value) : String(type.value);
    case 'list':
      return `readonly ${typeCode(type.item)}[]`.replace(
        /^readonly (readonly .*)\[\]$/,
        'readonly ($1)[]',
      );
    case 'map':
      if (type.value.kind === 'any') return 'AnyObject';
      return `{ readonly [name: string]: ${typeCode(type.value)} }`;
    case 'union':
      return type.of.map(typeCode).join(' | ');
    case 'all':
      return type.of.map(typeCode).join(' & ');
  }
}

/** `export interface` or `export type`, as the formatter would print it. */
export function declarationCode({ name, description, type }: ApiDeclaration): string {
  const words = commentText(description.split('\n', 1)[0] ?? '')
    .slice(0, 200)
    .trim();
  const comment = words === '' ? '' : `/** ${words} */\n`;
  if (type.kind !== 'object') {
    return `${comment}export type ${name} =${aliasCode(type, `export type ${name} =`)};\n`;
  }
  const lines = type.properties.map(propertyCode);
  const open = type.open ? ['  readonly [name: string]: unknown;\n'] : [];
  const body = [...lines, ...open].join('');
  return `${comment}export interface ${name} {${body === '' ? '' : `\n${body}`}}\n`;
}

function propertyCode({ name, required, type }: ApiProperty): string {
  const start = `  readonly ${propertyName(name)}${required ? '' : '?'}:`;
  const line = `${start} ${typeCode(type)};\n`;
  if (type.kind !== 'union' || isOneOrNull(type) || widthOf(line) - 1 <= WIDTH) return line;
  return `${start}\n${type.of.map((one) => `    | ${typeCode(one)}`).join('\n')};\n`;
}

function aliasCode(type: ApiType, start: string): string {
  const line = ` ${typeCode(type)}`;
  if (widthOf(`${start}${line};`) <= WIDTH) return line;
  switch (type.kind) {
    case 'union':
      if (isOneOrNull(type)) return line;
      return `\n${type.of.map((one) => `  | ${typeCode(one)}`).join('\n')}`;
    case 'all': {
      const [first = '', ...others] = type.of.map(typeCode);
      if (widthOf(`${start} ${first} &`) <= WIDTH) return ` ${[first, ...others].join(' &\n  ')}`;
      return widthOf(`  ${line};`) - 1 <= WIDTH
        ? `\n ${line}`
        : `\n  ${[first, ...others].join(' &\n    ')}`;
    }
    case 'named':
      return `\n  ${type.name}`;
    case 'map':
      return ` {\n  readonly [name: string]: ${typeCode(type.value)};\n}`;
    default:
      return line;
  }
}

/** The formatter never breaks `Name | null`. */
export function isOneOrNull({ of }: Extract<ApiType, { kind: 'union' }>): boolean {
  const [first, second] = of;
  const isName = first?.kind === 'named' || (first?.kind === 'map' && first.value.kind === 'any');
  return of.length === 2 && isName && second?.kind === 'null';
}
