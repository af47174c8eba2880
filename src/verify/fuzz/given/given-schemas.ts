import { isRecord, partsOf } from '#blueprint';
import type { PartKind } from '#blueprint';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Readonly<Record<string, unknown>>;

/** Who sends a value: what is `readOnly` is not asked of a request, what is `writeOnly` not of an answer. */
export type Direction = 'request' | 'answer';

/** Judges values by the schemas of a contract that was given, whichever version of OpenAPI it is in. */
export class GivenSchemas {
  readonly #validators: Readonly<Record<Direction, Ajv2020>>;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    const isOld = String(document['openapi']).startsWith('3.0');
    const validator = (direction: Direction) => {
      const ajv = new Ajv2020({
        strict: false,
        logger: false,
        validateSchema: false,
        ownProperties: true,
        multipleOfPrecision: 9,
      });
      addFormats.default(ajv);
      ajv.addSchema({
        $id: 'contract',
        ...(modern('document', document, isOld, direction) as Json),
      });
      return ajv;
    };
    this.#validators = { request: validator('request'), answer: validator('answer') };
  }

  /** What is wrong with a value by the schema at a JSON pointer; undefined if nothing is. */
  problem(pointer: string, direction: Direction, value: unknown): string | undefined {
    const key = `${direction} ${pointer}`;
    let validate = this.#compiled.get(key);
    if (!validate) {
      const fragment = pointer.split('/').map(encodeURIComponent).join('/');
      validate = this.#validators[direction].compile({ $ref: `contract#${fragment}` });
      this.#compiled.set(key, validate);
    }
    if (validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    return `${error?.instancePath === '' ? 'the value' : error?.instancePath} ${error?.message}`;
  }
}

const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];

/** Keywords that the validator would take for something else: examples may hold anything. */
const DATA = [
  'nullable',
  'example',
  'examples',
  'default',
  '$id',
  '$anchor',
  '$schema',
  'discriminator',
];

/** The document with its schemas in JSON Schema 2020-12, and without data. */
function modern(kind: PartKind, value: unknown, isOld: boolean, direction: Direction): unknown {
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const isData = kind === 'schema' ? DATA.includes(key) : ['example', 'examples'].includes(key);
    if (!isData && !key.startsWith('x-')) copy[key] = item;
  }
  for (const part of partsOf(kind, copy)) {
    const [key = '', name] = part.path;
    const next = modern(part.kind, part.value, isOld, direction);
    const held = copy[key];
    if (name === undefined) copy[key] = next;
    else if (Array.isArray(held)) copy[key] = held.with(Number(name), next);
    else {
      if (held === value[key]) copy[key] = { ...(held as Json) };
      (copy[key] as Record<string, unknown>)[name] = next;
    }
  }
  return kind === 'schema' ? modernSchema(value, copy, isOld, direction) : copy;
}

function modernSchema(
  given: Json,
  copy: Record<string, unknown>,
  isOld: boolean,
  direction: Direction,
): unknown {
  if (isOld && typeof copy['$ref'] === 'string') return { $ref: copy['$ref'] };
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  const { required, properties } = given;
  if (Array.isArray(required)) {
    const known = isRecord(properties) ? properties : {};
    copy['required'] = required.filter((name) => {
      const property = Object.hasOwn(known, String(name)) ? known[String(name)] : undefined;
      return !(isRecord(property) && property[flag] === true);
    });
  } else delete copy['required'];
  // A choice among nothing says nothing (SP-16.4).
  if (Array.isArray(given['enum']) && given['enum'].length === 0) delete copy['enum'];
  const types = [given['type']].flat().filter((type) => TYPES.includes(String(type)));
  if (types.length === 0) delete copy['type'];
  else copy['type'] = types;
  if (!isOld) return copy;
  for (const side of ['Minimum', 'Maximum']) {
    const exclusive = copy[`exclusive${side}`];
    if (typeof exclusive !== 'boolean') continue;
    delete copy[`exclusive${side}`];
    const limit = side.toLowerCase();
    if (!exclusive || !(limit in copy)) continue;
    copy[`exclusive${side}`] = copy[limit];
    delete copy[limit];
  }
  return given['nullable'] === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}
