import assert from 'node:assert/strict';

/**
 * Asserts that reading a text that is eight times as long takes at most three times eight as long, in processor
 * time: what grows with the square takes 64 times as long, and how busy the machine is does not matter.
 * @param text makes the text of so many parts
 * @param count the parts of the longer text
 */
export function assertLinear(
  text: (count: number) => string,
  count: number,
  read: (text: string) => unknown,
): void {
  const cost = (parts: number) => {
    const long = text(parts);
    const started = process.cpuUsage();
    read(long);
    return process.cpuUsage(started).user;
  };
  const small = cost(Math.ceil(count / 8));
  const large = cost(count);
  // What takes less than two seconds tells nothing.
  assert.ok(
    large < Math.max(24 * small, 2_000_000),
    `${small} µs, and ${large} µs for eight times of it: ${text(1).slice(0, 40)}`,
  );
}
