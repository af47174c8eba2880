import type { Diagram, Lane, Process, ProcessModel } from '../model/process-model.ts';
import { place } from './drawing.ts';
import type { Box, Point } from './drawing.ts';
import { layoutContent } from './layout-content.ts';

/** The strip with the name of a pool or lane. */
const STRIP = 30;

/**
 * The drawing of a model: the one that it has, if everything stands in it, else a new one, with pools below each
 * other and lanes in them.
 */
export function diagramOf(model: ProcessModel): Diagram {
  return model.diagram && isWhole(model, model.diagram) ? model.diagram : layoutModel(model);
}

/** A new drawing of a model. */
export function layoutModel(model: ProcessModel): Diagram {
  const shapes = new Map<string, Box>();
  const edges = new Map<string, Point[]>();
  const { collaboration, processes } = model;
  const pooled = new Set(collaboration?.pools.map(({ process }) => process));
  const parts: { readonly pool: string | undefined; readonly process: Process | undefined }[] = [
    ...(collaboration?.pools ?? []).map((pool) => ({
      pool: pool.id,
      process: processes.find(({ id }) => id === pool.process),
    })),
    ...processes
      .filter(({ id }) => !pooled.has(id))
      .map((process) => ({ pool: undefined, process })),
  ];
  let top = 0;
  const pools: string[] = [];
  let widest = 300;
  for (const { pool, process } of parts) {
    const lanes = process?.lanes ? leaves(process.lanes) : [];
    const bandOf = new Map(lanes.flatMap(({ nodes }, band) => nodes.map((node) => [node, band])));
    const content = layoutContent(
      process ?? {},
      Math.max(1, lanes.length),
      (id) => bandOf.get(id) ?? 0,
    );
    const left = (pool === undefined ? 0 : STRIP) + (lanes.length > 0 ? STRIP : 0);
    place({ shapes, edges }, content, [left, top]);
    const height = process
      ? Math.max(
          80,
          content.height,
          content.bands.reduce((sum, [, one]) => sum + one, 0),
        )
      : 60;
    for (const [band, { id }] of lanes.entries()) {
      const [y, size] = content.bands[band] ?? [0, 60];
      shapes.set(id, [pool === undefined ? 0 : STRIP, top + y, content.width + STRIP, size]);
      pools.push(id);
    }
    if (pool !== undefined) {
      shapes.set(pool, [0, top, 0, height]);
      pools.push(pool);
    }
    widest = Math.max(widest, left + content.width);
    top += height + 40;
  }
  for (const id of pools) {
    const [x, y, , height] = shapes.get(id) ?? [0, 0, 0, 0];
    shapes.set(id, [x, y, widest - x, height]);
  }
  for (const { id, from, to } of collaboration?.messageFlows ?? []) {
    const [start, end] = [shapes.get(from), shapes.get(to)];
    if (start && end) edges.set(id, messageWay(start, end));
  }
  const of = collaboration?.id ?? processes[0]?.id;
  return {
    ...(of !== undefined && { of }),
    shapes: Object.fromEntries(shapes),
    edges: Object.fromEntries(edges),
  };
}

/** Lanes that hold no lanes, from top to bottom. */
function leaves(lanes: readonly Lane[]): Lane[] {
  return lanes.flatMap((lane) =>
    lane.lanes && lane.lanes.length > 0 ? leaves(lane.lanes) : [lane],
  );
}

/** Up or down, at right angles; to a whole pool, straight. */
function messageWay(start: Box, end: Box): Point[] {
  const [sx, sy, sw, sh] = start;
  const [ex, ey, ew, eh] = end;
  const isDown = sy < ey;
  const isPool = (width: number) => width > 290;
  const x1 = isPool(sw) ? ex + ew / 2 : sx + sw / 2;
  const x2 = isPool(ew) ? x1 : ex + ew / 2;
  const [y1, y2] = isDown ? [sy + sh, ey] : [sy, ey + eh];
  const middle = isDown ? y2 - 20 : y2 + 20;
  return x1 === x2
    ? [
        [x1, y1],
        [x2, y2],
      ]
    : [
        [x1, y1],
        [x1, middle],
        [x2, middle],
        [x2, y2],
      ];
}

function isWhole({ processes }: ProcessModel, { shapes, edges }: Diagram): boolean {
  return processes.every(
    ({ nodes, flows }) =>
      nodes.every(({ id }) => Object.hasOwn(shapes, id)) &&
      flows.every(({ id }) => Object.hasOwn(edges, id)),
  );
}
