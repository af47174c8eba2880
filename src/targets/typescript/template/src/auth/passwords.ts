import { hash, verify } from '@node-rs/argon2';

/** argon2id, with the least memory and time that OWASP recommends (19 MiB, 2 passes). */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Checks a password; without a hash, takes as long and says no. */
export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobody()), password);
  return right && passwordHash !== undefined;
}

let dummy: Promise<string> | undefined;

/** The hash of a password that nobody has. */
export function nobody(): Promise<string> {
  return (dummy ??= hashPassword(crypto.randomUUID()));
}
