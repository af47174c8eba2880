/** How many keys of a topic can be handled side by side on a broker that orders by partition. */
export const PARTITIONS = 8;

/** The partition of a key, `k0` to `k7`; `any` without one. Fixed for ever: it is part of stored subjects. */
export function partitionOf(key: string | undefined): string {
  return key === undefined ? 'any' : `k${partitionNumber(key)}`;
}

/** 0 to `PARTITIONS` − 1, the same for the same text on every machine. Fixed for ever, too. */
export const partitionNumber = (text: string): number => hashOf(text) % PARTITIONS;

/** 32 bits, the same for the same text on every machine. */
export function hashOf(text: string): number {
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

export const partitions: readonly string[] = [
  'any',
  ...Array.from({ length: PARTITIONS }, (_, index) => `k${index}`),
];
