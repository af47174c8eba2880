/** A relation drawn in Mermaid or PlantUML; `from` holds the key. */
export interface DrawnRelation {
  readonly from: string;
  readonly to: string;
  readonly cardinality: 'one' | 'many';
  readonly start: number;
  readonly end: number;
}

const line =
  /^[ \t]*"?([\p{L}_][\p{L}\p{N}_]*)"?\s+(?:"[^"\n]*"\s+)?([|}o]{1,2})(?:--|\.\.)([|{o]{1,2})\s+(?:"[^"\n]*"\s+)?"?([\p{L}_][\p{L}\p{N}_]*)"?/gmu;

/** `CUSTOMER ||--o{ ORDER : places`: each order has one customer. */
export function readErRelations(text: string): readonly DrawnRelation[] {
  return [...text.matchAll(line)].map((found) => {
    const [, left = '', leftEnd = '', rightEnd = '', right = ''] = found;
    const place = { start: found.index, end: found.index + found[0].length };
    const leftMany = leftEnd.includes('}');
    const rightMany = rightEnd.includes('{');
    if (leftMany && rightMany) return { from: left, to: right, cardinality: 'many', ...place };
    return rightMany
      ? { from: right, to: left, cardinality: 'one', ...place }
      : { from: left, to: right, cardinality: 'one', ...place };
  });
}
