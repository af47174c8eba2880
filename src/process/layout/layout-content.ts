import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import { place } from './drawing.ts';
import type { Box, Drawing, Point } from './drawing.ts';
import { ranksOf } from './rank.ts';
import type { Link } from './rank.ts';
import { rowsOf } from './rows.ts';
import type { Cell } from './rows.ts';

const GAP = 60;
/** Room for the texts of ways. */
const TEXT_GAP = 120;
const ROW_GAP = 44;
const PADDING = 30;
/** Places that long ways pass; beyond that they go straight through. */
const MOST_PLACES = 50_000;

interface Content {
  readonly nodes?: readonly ProcessNode[] | undefined;
  readonly flows?: readonly Flow[] | undefined;
  readonly associations?:
    | readonly { readonly id: string; readonly from: string; readonly to: string }[]
    | undefined;
}

/** The laid out content, and where its bands (lanes) lie. */
export interface LaidOut extends Drawing {
  /** Top and height of each band. */
  readonly bands: readonly (readonly [number, number])[];
}

/**
 * Lays out what stands in a process or sub-process from left to right: columns by the order of the flows, rows so
 * that ways are short, ways at right angles. `bandOf` gives the lane of a node.
 */
export function layoutContent(
  { nodes = [], flows = [], associations = [] }: Content,
  bands: number,
  bandOf: (id: string) => number,
): LaidOut {
  const standing = nodes.filter(({ type }) => type !== 'boundaryEvent');
  const index = new Map(standing.map(({ id }, at) => [id, at]));
  const host = new Map(
    nodes.flatMap(({ id, attachedTo }) => (attachedTo === undefined ? [] : [[id, attachedTo]])),
  );
  const links = [...flows, ...associations].flatMap(({ id, from, to }) => {
    const [start, end] = [index.get(host.get(from) ?? from), index.get(to)];
    if (start === undefined || end === undefined) return [];
    return [{ id, from: start, to: end, below: host.has(from) }];
  });
  const { rank, back } = ranksOf(standing.length, links);
  const cells: Cell[] = standing.map(({ id }, at) => ({ column: rank[at] ?? 0, band: bandOf(id) }));
  const steps: Link[] = [];
  const passes = new Map<string, number[]>();
  for (const link of links) {
    if (back.has(link)) continue;
    const path: number[] = [];
    let last = link.from;
    const span = (rank[link.to] ?? 0) - (rank[link.from] ?? 0);
    for (let column = 1; column < span && cells.length < MOST_PLACES; column += 1) {
      const cell = {
        column: (rank[link.from] ?? 0) + column,
        band: bandOf(standing[link.to]?.id ?? ''),
      };
      cells.push(cell);
      steps.push({ from: last, to: cells.length - 1, below: link.below && column === 1 });
      last = cells.length - 1;
      path.push(last);
    }
    steps.push({ from: last, to: link.to, below: link.below && path.length === 0 });
    passes.set(link.id, path);
  }
  const rows = rowsOf(cells, steps);
  const inner = new Map(
    standing.flatMap((node): [string, LaidOut][] =>
      node.nodes ? [[node.id, layoutContent(node, 1, () => 0)]] : [],
    ),
  );
  const sizes = standing.map((node) => sizeOf(node, inner.get(node.id)));
  const columns = tracks(
    cells.map(({ column }, at) => [column, sizes[at]?.[0] ?? 0]),
    flows.some(({ name, when }) => (name ?? when) !== undefined) ? TEXT_GAP : GAP,
  );
  const lines = tracks(
    cells.map((_, at) => [rows[at] ?? 0, sizes[at]?.[1] ?? 0]),
    ROW_GAP,
  );
  const drawing = { shapes: new Map<string, Box>(), edges: new Map<string, Point[]>() };
  const centre = (cell: number): Point => {
    const [x, width] = columns[cells[cell]?.column ?? 0] ?? [0, 0];
    const [y, height] = lines[rows[cell] ?? 0] ?? [0, 0];
    return [PADDING + x + width / 2, PADDING + y + height / 2];
  };
  for (const [at, { id }] of standing.entries()) {
    const [x, y] = centre(at);
    const [width, height] = sizes[at] ?? [0, 0];
    drawing.shapes.set(id, [x - width / 2, y - height / 2, width, height]);
    const content = inner.get(id);
    if (content) place(drawing, content, [x - width / 2, y - height / 2 + 20]);
  }
  const attached = new Map<string, number>();
  for (const { id, attachedTo } of nodes) {
    const box = attachedTo === undefined ? undefined : drawing.shapes.get(attachedTo);
    if (attachedTo === undefined || !box) continue;
    const count = attached.get(attachedTo) ?? 0;
    attached.set(attachedTo, count + 1);
    const [x, y, width, height] = box;
    drawing.shapes.set(id, [x + Math.max(8, width - 48 - count * 44), y + height - 18, 36, 36]);
  }
  const [lastLine = [0, 0]] = lines.slice(-1);
  let bottom = PADDING + lastLine[0] + lastLine[1];
  const edgesOf = (column: number): Point => {
    const [start, size] = columns[column] ?? [0, 0];
    return [PADDING + start, PADDING + start + size];
  };
  for (const { id, from, to } of [...flows, ...associations]) {
    const [start, end] = [drawing.shapes.get(from), drawing.shapes.get(to)];
    const [first, last] = [index.get(host.get(from) ?? from), index.get(to)];
    if (!start || !end || first === undefined || last === undefined) continue;
    const path = passes.get(id);
    const [firstColumn, lastColumn] = [rank[first] ?? 0, rank[last] ?? 0];
    if (!path) {
      bottom += 14;
      const turns: Point = [edgesOf(firstColumn)[1] + 14, edgesOf(lastColumn)[0] - 14];
      drawing.edges.set(id, roundabout(start, end, turns, bottom));
    } else {
      // Ways of different rows turn at different places.
      const turn = 16 + 6 * ((rows[first] ?? 0) % 4);
      const turns = [...path, last].map((_, at) => edgesOf(firstColumn + at)[1] + turn);
      drawing.edges.set(id, forward(start, end, path.map(centre), turns, host.has(from)));
    }
  }
  const [lastColumn = [0, 0]] = columns.slice(-1);
  return {
    ...drawing,
    width: 2 * PADDING + lastColumn[0] + lastColumn[1],
    height: bottom + PADDING,
    bands: bandsOf(bands, cells, rows, lines, bottom),
  };
}

function sizeOf({ type }: ProcessNode, inner: LaidOut | undefined): Point {
  if (inner) return [Math.max(140, inner.width), Math.max(90, inner.height + 20)];
  if (type.endsWith('Event')) return [36, 36];
  return type.endsWith('Gateway') ? [50, 50] : [110, 80];
}

/** Start and size of each column or row that is as large as the largest in it. */
function tracks(items: readonly (readonly number[])[], gap: number): (readonly [number, number])[] {
  const sizes: number[] = [];
  for (const [track = 0, size = 0] of items) sizes[track] = Math.max(sizes[track] ?? 0, size);
  let start = 0;
  return Array.from({ length: sizes.length }, (_, at) => {
    const size = sizes[at] ?? 0;
    const track = [start, size] as const;
    start += size + gap;
    return track;
  });
}

/**
 * From the right of one to the left of the other, through places between, turning where only ways are; boundary
 * events are left below.
 */
function forward(
  [sx, sy, sw, sh]: Box,
  [ex, ey, , eh]: Box,
  path: readonly Point[],
  turns: readonly number[],
  below: boolean,
): Point[] {
  const target: Point = [ex, ey + eh / 2];
  const points: Point[] = below ? [[sx + sw / 2, sy + sh]] : [[sx + sw, sy + sh / 2]];
  if (below) points.push([sx + sw / 2, Math.max(sy + sh + 12, (path[0] ?? target)[1])]);
  for (const [at, next] of [...path, target].entries()) {
    const [x, y] = points.at(-1) ?? [0, 0];
    const turn = Math.max(x, turns[at] ?? x);
    if (Math.abs(y - next[1]) > 0.5) points.push([turn, y], [turn, next[1]]);
    points.push(next);
  }
  return straightened(points);
}

/** Back, below everything: down and up where only ways are. */
function roundabout(
  [sx, sy, sw, sh]: Box,
  [ex, ey, , eh]: Box,
  [right, left]: Point,
  bottom: number,
): Point[] {
  return [
    [sx + sw, sy + sh / 2],
    [right, sy + sh / 2],
    [right, bottom],
    [left, bottom],
    [left, ey + eh / 2],
    [ex, ey + eh / 2],
  ];
}

/** Without points in the middle of a straight line. */
function straightened(points: readonly Point[]): Point[] {
  return points.filter(([x, y], at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return true;
    const isLevel = before[1] === y && after[1] === y;
    const isUpright = before[0] === x && after[0] === x;
    return !isLevel && !isUpright;
  });
}

function bandsOf(
  count: number,
  cells: readonly Cell[],
  rows: readonly number[],
  lines: readonly (readonly [number, number])[],
  bottom: number,
): (readonly [number, number])[] {
  const last = Array.from({ length: count }, () => -1);
  for (const [at, { band }] of cells.entries())
    last[band] = Math.max(last[band] ?? -1, rows[at] ?? 0);
  let top = 0;
  let row = -1;
  return last.map((end, band) => {
    row = Math.max(row + 1, end);
    const [start, size] = lines[row] ?? [0, 0];
    const edge = band === count - 1 ? bottom + PADDING : PADDING + start + size + ROW_GAP / 2;
    const height = Math.max(60, edge - top);
    const result = [top, height] as const;
    top += height;
    return result;
  });
}
