import type { Facts } from '../../declaration/facts.ts';
import { inferType } from '../../declaration/infer-type.ts';
import { readType } from '../../declaration/read-type.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';

/** A record that an example in JSON shows, with the records in its lists. */
export interface Example {
  readonly fields: readonly { readonly name: string; readonly facts: Facts }[];
  readonly children: readonly { readonly name: string; readonly example: Example }[];
  /** Records that it holds one of, known by a name or number of their own: `"driver": { "name": …, "phone": … }`. */
  readonly parents: readonly { readonly name: string; readonly example: Example }[];
}

/** Keys of what carries a record, or of what is said about the request itself. */
const carriers = /^(?:data|items|results?|records?|content|payload|body)$/i;
const remarks =
  /^(?:success|errors?|token|accessToken|refreshToken|expiresIn|statusCode|_?links|meta|pagination|nextCursor|page|pageSize|per_?page|limit|offset|totalPages)$/i;

/**
 * What an example of a message shows: `{ "title": "…", "price": 2.5 }`, also inside `{ "data": [ … ] }`.
 * @param name of the collection, which may be a carrier, too: `{ "orders": [ … ] }`
 * @returns undefined when the text is no JSON object, or shows no record
 */
export function readExample(
  text: string,
  name: string,
  vocabulary: Vocabulary,
): Example | undefined {
  const json = text
    .replace(/(?<=^|[\s,{[])\/\/.*$/gm, '')
    .replace(/,(?=\s*[}\]])/g, '')
    .replace(/^\s*\.\.\.,?\s*$/gm, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const record = unwrapped(value, name);
  return record === undefined ? undefined : exampleOf(record, vocabulary, 0);
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unwrapped(value: unknown, name: string): Json | undefined {
  if (Array.isArray(value)) return isObject(value[0]) ? value[0] : undefined;
  if (!isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!carriers.test(key) && key.toLowerCase() !== name.toLowerCase()) continue;
    // An order's `items` are its lines: only what stands beside remarks alone carries the record.
    const others = Object.keys(value).filter((other) => other !== key);
    if (
      !others.every(
        (other) => remarks.test(other) || /^(?:total|count|message|code|status)$/i.test(other),
      )
    )
      continue;
    const record = unwrapped(inner, name);
    if (record !== undefined) return record;
  }
  return value;
}

function exampleOf(record: Json, vocabulary: Vocabulary, depth: number): Example {
  const fields: Example['fields'][number][] = [];
  const children: Example['children'][number][] = [];
  const parents: Example['parents'][number][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (!/^[\p{L}_$][\p{L}\p{N}_$ -]{0,60}$/u.test(key) || remarks.test(key)) continue;
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    if (depth < 3 && isObject(first) && Object.keys(first).length > 1)
      children.push({ name: key, example: exampleOf(first, vocabulary, depth + 1) });
    else if (depth < 3 && isObject(value) && isIdentified(key, value)) {
      parents.push({ name: key, example: exampleOf(value, vocabulary, depth + 1) });
      fields.push({
        name: key,
        facts: { type: { kind: 'reference', to: key, cardinality: 'one' } },
      });
    } else fields.push({ name: key, facts: factsOf(key, value, vocabulary) });
  }
  return { fields, children, parents };
}

/** Keys that tell one record from another. */
const identity =
  /^(?:id|_id|uuid|name|full_?name|nome|nombre|nom|number|numero|nummer|code|codigo|sku|e?_?mail|plate|placa|matricula|license_?plate|vin|isbn|iban|cpf|cnpj|nif|dni|nombre_?completo|username)$/iu;
/** Values of several parts. */
const values =
  /(?:address|endereco|direccion|adresse|indirizzo|anschrift|location|coordinates?|position|geo|price|amount|money|period|range|dimensions?|size|meta(?:data)?|settings?|config|options?|preferences?|attributes?|details?|data|links?|error|status|totals?)$/iu;

function isIdentified(key: string, record: Json): boolean {
  const keys = Object.keys(record);
  return keys.length > 1 && keys.some((each) => identity.test(each)) && !values.test(key);
}

function factsOf(name: string, value: unknown, vocabulary: Vocabulary): Facts {
  if (typeof value === 'boolean') return { type: { kind: 'boolean' } };
  if (typeof value === 'number') {
    // An example of 10 does not say that a price has no cents.
    const isAmount = ['money', 'decimal', 'number'].includes(
      inferType(name, vocabulary)?.kind ?? '',
    );
    return isAmount ? {} : { type: { kind: Number.isInteger(value) ? 'integer' : 'number' } };
  }
  if (value === null) return { required: false };
  if (Array.isArray(value)) return { type: { kind: 'list', items: { kind: 'string' } } };
  if (isObject(value)) return { type: { kind: 'json' }, typeWords: name };
  return typeof value === 'string' ? factsOfText(value, vocabulary) : {};
}

function factsOfText(value: string, vocabulary: Vocabulary): Facts {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { type: { kind: 'date' } };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return { type: { kind: 'datetime' } };
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(value)) return { type: { kind: 'email' } };
  if (/^https?:\/\//.test(value)) return { type: { kind: 'url' } };
  const stated = value.length <= 60 ? readType(value, vocabulary) : undefined;
  return stated?.type === undefined || stated.type.kind === 'reference' ? {} : stated;
}
