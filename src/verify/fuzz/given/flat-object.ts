import { isRecord, lookUp } from '#blueprint';

type Json = Readonly<Record<string, unknown>>;

/** The names of the properties that a schema, or what it is made of, gives an object. */
export function flatObject(document: Json, schema: unknown): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (given: unknown): void => {
    if (!isRecord(given) || seen.has(given)) return;
    seen.add(given);
    if (typeof given['$ref'] === 'string') visit(lookUp(document, given['$ref'].slice(1)));
    if (isRecord(given['properties']))
      for (const name of Object.keys(given['properties'])) names.add(name);
    for (const list of [given['allOf'], given['anyOf'], given['oneOf']])
      if (Array.isArray(list)) for (const member of list) visit(member);
  };
  visit(schema);
  return [...names];
}
