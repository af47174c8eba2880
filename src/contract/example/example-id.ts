/** An UUIDv7 that stands for one record: the same text gives the same id. */
export function exampleId(text: string): string {
  const a = hash(text, 0x811c9dc5);
  const b = hash(text, 0x01000193);
  return `0195c7a0-4b1e-7${a.slice(0, 3)}-8${a.slice(3, 6)}-${(b + a).slice(0, 12)}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
