/** How many keys of a topic can be handled side by side on a broker that orders by partition. */
export const PARTITIONS = 8;

/** The partition of a key, `k0` to `k7`; `any` without one. Fixed for ever: it is part of stored subjects. */
export function partitionOf(key: string | undefined): string {
  if (key === undefined) return 'any';
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `k${(hash >>> 0) % PARTITIONS}`;
}

export const partitions: readonly string[] = [
  'any',
  ...Array.from({ length: PARTITIONS }, (_, index) => `k${index}`),
];
