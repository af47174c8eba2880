import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { drawSvg } from '../draw/draw-svg.ts';
import type { ProcessNode } from '../model/node.ts';
import type { Diagram, ProcessModel } from '../model/process-model.ts';
import { randomBlocks } from '../testing/random-process.ts';
import { content, modelOf } from '../testing/play.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { layoutModel } from './layout-model.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

type Box = Diagram['shapes'][string];
const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box) =>
  ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
const holds = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box) =>
  ax <= bx && ay <= by && bx + bw <= ax + aw && by + bh <= ay + ah;

/** No two nodes of one scope overlap, and what is inside of a sub-process is inside of it. */
function checkScope(nodes: readonly ProcessNode[], { shapes }: Diagram, where: string): void {
  const boxes = nodes.filter(({ type }) => type !== 'boundaryEvent').map(({ id }) => shapes[id]!);
  for (const [at, one] of boxes.entries()) {
    assert.ok(one, where);
    for (const other of boxes.slice(at + 1)) assert.ok(!overlap(one, other), where);
  }
  for (const { id, nodes: inner = [] } of nodes) {
    for (const node of inner) assert.ok(holds(shapes[id]!, shapes[node.id]!), where);
    checkScope(inner, { shapes, edges: {} }, where);
  }
}

/** Whether a line of a way goes through a node. */
function crosses(points: Diagram['edges'][string], [x, y, width, height]: Box): boolean {
  return points.slice(1).some(([bx, by], at) => {
    const [ax, ay] = points[at]!;
    const line: Box = [
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.abs(ax - bx) + 0.01,
      Math.abs(ay - by) + 0.01,
    ];
    return overlap(line, [x + 1, y + 1, width - 2, height - 2]);
  });
}

const withLanes = (seed: number): ProcessModel => {
  const model = randomBlocks(seed, 25);
  const [process] = model.processes;
  const lanes = [0, 1, 2].map((lane) => ({
    id: `lane${lane}`,
    nodes: process!.nodes.flatMap(({ id }, at) => ((at * 7 + seed) % 3 === lane ? id : [])),
  }));
  return {
    ...model,
    processes: [{ ...process!, lanes }],
    collaboration: {
      id: 'c',
      pools: [{ id: 'pool', process: 'test' }, { id: 'outside' }],
      messageFlows: [{ id: 'mf', from: process!.nodes[0]!.id, to: 'outside' }],
    },
  };
};

describe('layout', () => {
  test('nodes stand apart, ways lead through no node, and everything has its place', () => {
    for (let seed = 1; seed <= sweep(8, 150); seed += 1) {
      const model = randomBlocks(seed, 25);
      const diagram = layoutModel(model);
      const [process] = model.processes;
      checkScope(process!.nodes, diagram, `seed ${seed}`);
      for (const { id, from, to } of process!.flows) {
        const points = diagram.edges[id]!;
        const others = process!.nodes.filter((node) => node.id !== from && node.id !== to);
        for (const node of others)
          assert.ok(
            !crosses(points, diagram.shapes[node.id]!),
            `seed ${seed}: ${id} through ${node.id}`,
          );
      }
    }
  });

  test('nodes stand in their lane, lanes in their pool', () => {
    for (let seed = 1; seed <= sweep(5, 60); seed += 1) {
      const model = withLanes(seed);
      const diagram = layoutModel(model);
      const [process] = model.processes;
      checkScope(process!.nodes, diagram, `seed ${seed}`);
      for (const { id, nodes } of process!.lanes!) {
        assert.ok(holds(diagram.shapes['pool']!, diagram.shapes[id]!), `seed ${seed}`);
        for (const node of nodes)
          assert.ok(
            holds(diagram.shapes[id]!, diagram.shapes[node]!),
            `seed ${seed}: ${node} in ${id}`,
          );
      }
      assert.ok(!overlap(diagram.shapes['pool']!, diagram.shapes['outside']!));
      assert.equal(diagram.edges['mf']?.length, 2);
    }
  });

  test('a drawing is SVG, whatever things are called', () => {
    const name = '</svg><script>alert(1)</script>"\'&\u0000\uD800]]>' + 'long '.repeat(1000);
    const model = modelOf(
      {
        ...content(
          {
            '__proto__ ': { type: 'startEvent', name },
            x: { type: 'exclusiveGateway', name, default: 'x-a' },
            a: { type: 'userTask', name, repeat: { kind: 'each', count: '1' } },
            t: {
              type: 'boundaryEvent',
              attachedTo: 'a',
              interrupting: false,
              name,
              event: { type: 'timer', after: 'PT1H' },
            },
            s: { type: 'subProcess', name, ...content({ i: 'task' }) },
          },
          ['__proto__  -> x -> a', `x -> s: "${name.slice(0, 20)}"`],
        ),
      },
      { collaboration: { id: 'c', pools: [{ id: 'p', name, process: 'test' }], messageFlows: [] } },
    );
    const svg = drawSvg(model);
    assert.equal(parseXml(svg).root.name.local, 'svg');
    assert.doesNotMatch(svg, /<script/);
    assert.equal(parseXml(drawSvg(modelOf({}))).root.name.local, 'svg');
  });

  test('a large process takes little time', () => {
    const count = sweep(200, 3000);
    const ids = Array.from({ length: count }, (_, at) => `t${at}`);
    const nodes = Object.fromEntries(ids.map((id): [string, 'task'] => [id, 'task']));
    const model = modelOf(
      content(nodes, [ids.join(' -> '), ...ids.map((id, at) => `${id} -> t${(at * 13) % count}`)]),
    );
    const started = busyTime();
    layoutModel(model);
    assert.ok(busyTime() - started < 5000, `${busyTime() - started} ms`);
  });
});
