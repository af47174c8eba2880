/** x, y, width, height. */
export type Box = [number, number, number, number];
export type Point = [number, number];

/** Where things stand, relative to a corner, and how much room they take. */
export interface Drawing {
  readonly shapes: Map<string, Box>;
  readonly edges: Map<string, Point[]>;
  readonly width: number;
  readonly height: number;
}

/** Puts a drawing into another, with its corner at a point. */
export function place(
  into: Pick<Drawing, 'shapes' | 'edges'>,
  part: Drawing,
  [dx, dy]: Point,
): void {
  for (const [id, [x, y, width, height]] of part.shapes)
    into.shapes.set(id, [x + dx, y + dy, width, height]);
  for (const [id, points] of part.edges)
    into.edges.set(
      id,
      points.map(([x, y]): Point => [x + dx, y + dy]),
    );
}
