/** Orders names as isort does: numbers in them count as numbers, and case only where nothing else differs. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a.toLowerCase()), partsOf(b.toLowerCase())];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const numeric = Number(part) - Number(other);
    const order = Number.isNaN(numeric) ? compare(part, other) : numeric || compare(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || compare(a, b);
}

const partsOf = (name: string) => name.match(/\d+|\D/g) ?? [];
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
