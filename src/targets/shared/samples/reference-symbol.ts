/** Stands for the id of some record of an entity, until tests know how to get one. */
export function symbolOf(entity: string, number: number): string {
  return `${PREFIX}${entity}#${number}`;
}

/** What a symbol stands for, or undefined if the value is none. */
export function readSymbol(value: unknown): { entity: string; number: number } | undefined {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) return undefined;
  const [entity = '', number = ''] = value.slice(PREFIX.length).split('#');
  return { entity, number: Number(number) };
}

/** A character that no text of a sample holds. */
const PREFIX = '\u0001';
