import type { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EMAIL } from '../fields/text.ts';

/** Formats that the library checks as libraries of other languages do. */
const ALIKE = [
  'date',
  'date-time',
  'time',
  'duration',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'relative-json-pointer',
  'uri-template',
] as const;

const URI = /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** RFC 3339 has no other shape; the library would take a blank for the T. */
const MOMENT = /^.{10}T[^ ]*(?:Z|[+-]\d\d:\d\d)$/i;
/** A host name without the dot of the root. */
const UNROOTED = /[^.]$/;

/** Names of formats that are checked; any other says nothing. */
export const FORMATS: ReadonlySet<string> = new Set([...ALIKE, 'email', 'uri', 'uuid', 'byte']);

/** Makes a validator check them. */
export function checkFormats(ajv: Ajv2020): void {
  addFormats.default(ajv, [...ALIKE]);
  ajv.addFormat('email', EMAIL);
  ajv.addFormat('uri', URI);
  ajv.addFormat('uuid', UUID);
  ajv.addFormat('byte', BASE64);
  narrow(ajv, 'date-time', MOMENT);
  narrow(ajv, 'hostname', UNROOTED);
}

/** Asks more of a format than the library does. */
function narrow(ajv: Ajv2020, name: string, form: RegExp): void {
  const known = ajv.formats[name];
  const check =
    known instanceof RegExp
      ? (text: string) => known.test(text)
      : (known as { readonly validate: (text: string) => boolean }).validate;
  ajv.addFormat(name, (text: string) => form.test(text) && check(text));
}
