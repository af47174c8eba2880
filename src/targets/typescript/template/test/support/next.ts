let last = 0;

/** Another number each time, for values that must not be the same. */
export function next(): number {
  return (last += 1);
}
