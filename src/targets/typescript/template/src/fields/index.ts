export { now, today } from './field.ts';
export type { Field, Fields, RecordOf } from './field.ts';
export { decimal, integer, money, number } from './number.ts';
export { reference, references } from './reference.ts';
export { email, oneOf, phone, string, text, url, uuid } from './text.ts';
export { date, datetime } from './time.ts';
export { boolean, json, list } from './value.ts';
export type { Json } from './value.ts';
