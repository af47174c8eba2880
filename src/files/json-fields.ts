/** The fields of a JSON object whose shape is not known; throws, with `what`, for anything else. */
export function jsonFields(json: unknown, what: string): ReadonlyMap<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error(`'${what}' is not an object`);
  }
  return new Map<string, unknown>(Object.entries(json));
}

/** The items of a JSON array whose shape is not known; throws, with `what`, for anything else. */
export function jsonItems(json: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new Error(`'${what}' is not a list`);
  return json.map((item: unknown) => item);
}
