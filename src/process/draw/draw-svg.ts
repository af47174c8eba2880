import type { ProcessNode } from '../model/node.ts';
import type { Diagram, Lane, ProcessModel } from '../model/process-model.ts';
import { diagramOf } from '../layout/layout-model.ts';
import { drawNode } from './draw-node.ts';
import { element, label, number } from './svg.ts';

/** The drawing of a model as SVG: light or dark as the reader has it. */
export function drawSvg(model: ProcessModel): string {
  const diagram = diagramOf(model);
  const shapeOf = (id: string) =>
    Object.hasOwn(diagram.shapes, id) ? diagram.shapes[id] : undefined;
  const parts: string[] = [];
  const pools = model.collaboration?.pools ?? [];
  for (const { id, name } of pools) parts.push(drawBand(shapeOf(id), name, 'pool'));
  for (const { lanes = [] } of model.processes)
    for (const { id, name } of allLanes(lanes)) parts.push(drawBand(shapeOf(id), name, 'lane'));
  const nodes = allNodes(model);
  const isBoundary = ({ type }: ProcessNode) => type === 'boundaryEvent';
  for (const node of nodes.filter((one) => !isBoundary(one))) {
    const box = shapeOf(node.id);
    if (box) parts.push(drawNode(node, box, hasContent(node, diagram)));
  }
  parts.push(...drawEdges(model, nodes, diagram));
  for (const node of nodes.filter(isBoundary)) {
    const box = shapeOf(node.id);
    if (box) parts.push(drawNode(node, box, false));
  }
  const [x, y, width, height] = viewOf(diagram, nodes);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(number).join(' ')}" width="${number(width)}" height="${number(height)}" role="img">`,
    `<style>${style}</style>`,
    arrows,
    element('rect', { class: 'page', x, y, width, height }),
    ...parts.filter((part) => part !== ''),
    '</svg>',
    '',
  ].join('\n');
}

const style = `
svg{--paper:#fff;--ink:#1f2933;--soft:#616e7c;--fill:#f5f7fa;--band:#e4e7eb}
@media (prefers-color-scheme:dark){svg{--paper:#12161c;--ink:#e4e7eb;--soft:#9aa5b1;--fill:#1f2933;--band:#28323e}}
.page{fill:var(--paper)}
.node,.lane,.pool{fill:var(--fill);stroke:var(--ink);stroke-width:1.5}
.lane,.pool{fill:none;stroke:var(--soft);stroke-width:1}
.strip{fill:var(--band);stroke:var(--soft)}
.open{fill:var(--paper)}
.bold{stroke-width:3.5}
.dashed{stroke-dasharray:4 3}
.line{fill:none;stroke:var(--ink);stroke-width:1.5}
.full{fill:var(--ink);stroke:var(--ink)}
.message{stroke-dasharray:7 5}
.association{stroke-dasharray:2 3}
.head{fill:var(--ink)}
.tail{fill:var(--paper);stroke:var(--ink)}
text{font:12px system-ui,sans-serif;fill:var(--ink);text-anchor:middle}
.note{fill:var(--soft);font-size:11px}
.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px}`;

const arrows = `<defs>
<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 1 10 5 0 9z"/></marker>
<marker id="open" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto"><path class="tail" d="M1 1 9 5 1 9z"/></marker>
</defs>`;

function drawBand(
  box: Diagram['shapes'][string] | undefined,
  name: string | undefined,
  kind: string,
): string {
  if (!box) return '';
  const [x, y, width, height] = box;
  const strip = element('rect', { class: 'strip', x, y, width: 30, height });
  const frame = element('rect', { class: kind, x, y, width, height });
  const turned = `<g transform="translate(${number(x + 15)} ${number(y + height / 2)}) rotate(-90)">${label(name, 0, 0, height - 10)}</g>`;
  return strip + frame + turned;
}

function drawEdges(model: ProcessModel, nodes: readonly ProcessNode[], diagram: Diagram): string[] {
  const wayOf = (id: string) => (Object.hasOwn(diagram.edges, id) ? diagram.edges[id] : undefined);
  const contents = [...model.processes, ...nodes];
  const defaults = new Set(nodes.map((node) => node.default));
  const draw = (id: string, kind: string, text?: string) => {
    const points = wayOf(id);
    if (!points || points.length < 2) return '';
    const end = kind === 'flow' ? 'head' : 'open';
    const way = points.map((point) => point.map(number).join(' ')).join(' L');
    const line = `<path class="line ${kind}" d="M${way}"${kind === 'association' ? '' : ` marker-end="url(#${end})"`}/>`;
    const [first = [0, 0], second = [0, 0]] = points;
    const mark = defaults.has(id)
      ? `<path class="line" d="M${number(first[0] + (second[0] - first[0] > 0 ? 8 : -3))} ${number(first[1] + 6)} l6 -12"/>`
      : '';
    const [from, to] = placeOfText(points);
    const note = label(text, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - 8, 120, 'note halo');
    return line + mark + note;
  };
  return [
    ...contents.flatMap(({ flows = [] }) =>
      flows.map(({ id, name, when }) => draw(id, 'flow', name ?? when)),
    ),
    ...contents.flatMap(({ associations = [] }) =>
      associations.map(({ id }) => draw(id, 'association')),
    ),
    ...(model.collaboration?.messageFlows ?? []).map(({ id, name }) => draw(id, 'message', name)),
  ];
}

/** The last level line with room for a text: the first is often shared with other flows; else the longest. */
function placeOfText(points: readonly (readonly [number, number])[]): readonly [Point, Point] {
  const lines = points.slice(1).map((to, at): readonly [Point, Point] => [points[at] ?? to, to]);
  const length = ([[x, y], [nx, ny]]: readonly [Point, Point]) =>
    Math.abs(nx - x) + Math.abs(ny - y) / 4;
  const level = lines.findLast((line) => line[0][1] === line[1][1] && length(line) >= 50);
  const longest = lines.reduce((one, other) => (length(other) > length(one) ? other : one));
  return level ?? longest;
}

type Point = readonly [number, number];

function hasContent(node: ProcessNode, { shapes }: Diagram): boolean {
  return (node.nodes ?? []).some(({ id }) => Object.hasOwn(shapes, id));
}

function allNodes(model: ProcessModel): ProcessNode[] {
  const found: ProcessNode[] = [];
  let level = model.processes.flatMap(({ nodes }) => nodes);
  while (level.length > 0) {
    found.push(...level);
    level = level.flatMap(({ nodes = [] }) => nodes);
  }
  return found;
}

function allLanes(lanes: readonly Lane[]): Lane[] {
  return lanes.flatMap((lane) => [lane, ...allLanes(lane.lanes ?? [])]);
}

function viewOf(
  { shapes, edges }: Diagram,
  nodes: readonly ProcessNode[],
): [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const [x, y, width, height] of Object.values(shapes)) {
    add(x, y);
    add(x + width, y + height);
  }
  // Names of events and gateways stand beside them.
  for (const { id, name, type } of nodes) {
    const box = Object.hasOwn(shapes, id) ? shapes[id] : undefined;
    if (!box || name === undefined || !/Event$|Gateway$/.test(type)) continue;
    const [x, y, width, height] = box;
    add(x + width / 2 - 62, y - 30);
    add(x + width / 2 + 62, y + height + 40);
  }
  for (const points of Object.values(edges)) for (const [x, y] of points) add(x, y);
  if (left > right) return [0, 0, 100, 100];
  return [left - 20, top - 20, right - left + 40, bottom - top + 50];
}
