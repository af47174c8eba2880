import type { ProcessNode } from '../model/node.ts';
import { element, label, number } from './svg.ts';

type Box = readonly [number, number, number, number];

/** A node in the notation of BPMN. */
export function drawNode(node: ProcessNode, box: Box, isExpanded: boolean): string {
  if (node.type.endsWith('Event')) return drawEvent(node, box);
  if (node.type.endsWith('Gateway')) return drawGateway(node, box);
  return drawActivity(node, box, isExpanded);
}

function drawEvent(
  { type, event, name, interrupting }: ProcessNode,
  [x, y, width, height]: Box,
): string {
  const [cx, cy, r] = [x + width / 2, y + height / 2, width / 2];
  const bold = type === 'endEvent' ? ' bold' : '';
  const dashed = interrupting === false ? ' dashed' : '';
  const outer = element('circle', { class: `node open${bold}${dashed}`, cx, cy, r });
  const isDouble = type !== 'startEvent' && type !== 'endEvent';
  const inner = isDouble ? element('circle', { class: `line${dashed}`, cx, cy, r: r - 3.5 }) : '';
  const isThrown = type === 'endEvent' || type === 'intermediateThrowEvent';
  const sign = event ? (signs.get(event.type) ?? '') : '';
  const symbol = sign === '' ? '' : icon(sign, cx, cy, isThrown ? 'full' : 'line');
  return outer + inner + symbol + label(name, cx, y + height + 14, 120, 'note halo');
}

function drawGateway({ type, name }: ProcessNode, [x, y, width, height]: Box): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const points = [
    [cx, y],
    [x + width, cy],
    [cx, y + height],
    [x, cy],
  ];
  const diamond = element('polygon', {
    class: 'node open',
    points: points.map((point) => point.map(number).join(',')).join(' '),
  });
  const sign = gateways.get(type) ?? '';
  return diamond + icon(sign, cx, cy, 'line') + label(name, cx, y - 10, 130, 'note halo');
}

function drawActivity(node: ProcessNode, [x, y, width, height]: Box, isExpanded: boolean): string {
  const { type, name, id, repeat, eventTriggered } = node;
  const dashed = eventTriggered ? ' dashed' : '';
  const bold = type === 'callActivity' ? ' bold' : '';
  const frame = element('rect', {
    class: `node${isExpanded ? ' open' : ''}${dashed}${bold}`,
    x,
    y,
    width,
    height,
    rx: 10,
  });
  const second =
    type === 'transaction'
      ? element('rect', {
          class: 'line',
          x: x + 3,
          y: y + 3,
          width: width - 6,
          height: height - 6,
          rx: 8,
        })
      : '';
  const kind = tasks.get(type);
  const symbol = kind === undefined ? '' : icon(kind, x + 14, y + 13, 'line');
  const marks = [
    repeat?.kind === 'loop' ? loop : '',
    repeat?.kind === 'each' ? (repeat.sequential ? level : upright) : '',
    node.compensates ? (signs.get('compensation') ?? '') : '',
    type === 'adHocSubProcess' ? wave : '',
    /[sS]ubProcess$|transaction|callActivity/.test(type) && !isExpanded ? plus : '',
  ].filter((mark) => mark !== '');
  const row = marks.map((mark, at) =>
    icon(mark, x + width / 2 + (at - (marks.length - 1) / 2) * 18, y + height - 10, 'line'),
  );
  const text = isExpanded
    ? label(name ?? id, x + width / 2, y + 13, width - 20)
    : label(name ?? id, x + width / 2, y + height / 2 + (symbol === '' ? 0 : 6), width - 10);
  return frame + second + symbol + row.join('') + text;
}

/** A path around the origin, moved to a point. */
function icon(path: string, x: number, y: number, kind: 'line' | 'full'): string {
  return path === ''
    ? ''
    : `<path class="${kind}" transform="translate(${number(x)} ${number(y)})" d="${path}"/>`;
}

const loop = 'M3.5 4.5A6 6 0 1 0 -3.5 4.5M-3.5 4.5h-4M-3.5 4.5v-4';
const upright = 'M-4 -5v10M0 -5v10M4 -5v10';
const level = 'M-5 -4h10M-5 0h10M-5 4h10';
const wave = 'M-6 1q3 -5 6 0t6 0';
const plus = 'M-6 -6h12v12h-12zM-3 0h6M0 -3v6';

const signs = new Map([
  ['message', 'M-8 -5.5h16v11h-16zM-8 -5.5L0 1L8 -5.5'],
  ['timer', 'M8 0A8 8 0 1 1 -8 0A8 8 0 1 1 8 0M0 -5v5l4 2'],
  ['signal', 'M0 -8L8 6H-8z'],
  ['error', 'M-8 7L-3 -6L3 3L8 -7L3 8L-3 -1z'],
  ['escalation', 'M0 -8L7 7L0 1L-7 7z'],
  ['conditional', 'M-6 -8h12v16h-12zM-4 -4h8M-4 0h8M-4 4h8'],
  ['compensation', 'M0 -6v12L-7 0zM7 -6v12L0 0z'],
  ['terminate', 'M9 0A9 9 0 1 1 -9 0A9 9 0 1 1 9 0z'],
  ['cancel', 'M-7 -5L-5 -7L0 -2L5 -7L7 -5L2 0L7 5L5 7L0 2L-5 7L-7 5L-2 0z'],
  ['link', 'M-8 -3h9v-4l8 7l-8 7v-4h-9z'],
  ['multiple', 'M0 -8L8 -2L5 7H-5L-8 -2z'],
]);

const gateways = new Map([
  ['exclusiveGateway', 'M-7 -9L7 9M7 -9L-7 9'],
  ['parallelGateway', 'M-11 0H11M0 -11V11'],
  ['inclusiveGateway', 'M11 0A11 11 0 1 1 -11 0A11 11 0 1 1 11 0'],
  ['eventBasedGateway', 'M13 0A13 13 0 1 1 -13 0A13 13 0 1 1 13 0M0 -8L8 -2L5 7H-5L-8 -2z'],
  ['complexGateway', 'M-11 0H11M0 -11V11M-8 -8L8 8M8 -8L-8 8'],
]);

const tasks = new Map([
  ['userTask', 'M4 -4A4 4 0 1 1 -4 -4A4 4 0 1 1 4 -4M-8 8q0 -8 8 -8t8 8z'],
  ['manualTask', 'M-8 -2h6l2 -3h7v3h-5h6v3h-6v3h-10z'],
  [
    'serviceTask',
    'M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0M0 -8v3M0 5v3M-8 0h3M5 0h3M-6 -6l2 2M4 4l2 2M-6 6l2 -2M4 -4l2 -2',
  ],
  ['scriptTask', 'M-4 -8h10q-6 5 -2 8t0 8h-10q5 -4 1 -8t1 -8M-2 -3h5M-1 1h5'],
  ['businessRuleTask', 'M-8 -6h16v12h-16zM-8 -2h16M-3 -2v8'],
  ['sendTask', 'M-8 -5.5h16v11h-16zM-8 -5.5L0 1L8 -5.5'],
  ['receiveTask', 'M-8 -5.5h16v11h-16zM-8 -5.5L0 1L8 -5.5'],
]);
