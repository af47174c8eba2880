import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { modelOf } from './play.ts';

/** Numbers from 0 below a limit, always the same for a seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return (state >>> 8) % below;
  };
}

/**
 * A process of nested blocks (sequence, choice, parallel, inclusive, loop, sub-process): sound by construction.
 * Conditions read `n`, and loops end by themselves.
 */
export function randomBlocks(seed: number, size: number): ProcessModel {
  const random = randomOf(seed);
  let left = size;
  let number = 0;
  const build = (): { nodes: ProcessNode[]; flows: Flow[] } => {
    const nodes: ProcessNode[] = [];
    const flows: Flow[] = [];
    const add = (type: ProcessNode['type'], name: string, more: Partial<ProcessNode> = {}) => {
      number += 1;
      const node = { id: `${name}${number}`, type, ...more };
      nodes.push(node);
      return node;
    };
    const connect = (from: string, to: string, when?: string) => {
      const flow = { id: `${from}-${to}-${flows.length}`, from, to };
      flows.push(when === undefined ? flow : { ...flow, when });
      return flow.id;
    };
    /** Gives the first and the last node. */
    const block = (depth: number): [string, string] => {
      left -= 1;
      const kind = left <= 0 || depth > 6 ? 0 : random(7);
      switch (kind) {
        case 1: {
          const [first, end] = block(depth + 1);
          const [start, last] = block(depth + 1);
          connect(end, start);
          return [first, last];
        }
        case 2:
        case 3:
        case 4: {
          const type =
            (['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'] as const)[kind - 2] ??
            'parallelGateway';
          const split = add(type, 'split');
          const join = add(type, 'join');
          const ways = 2 + random(2);
          for (let way = 0; way < ways; way += 1) {
            const [first, last] = block(depth + 1);
            const isDefault = way === 0 && type !== 'parallelGateway';
            const condition =
              type === 'parallelGateway' || isDefault ? undefined : `n > ${random(5)}`;
            const flow = connect(split.id, first, condition);
            if (isDefault) split.default = flow;
            connect(last, join.id);
          }
          return [split.id, join.id];
        }
        case 5: {
          const enter = add('exclusiveGateway', 'enter');
          const [first, last] = block(depth + 1);
          const again = add('exclusiveGateway', 'again');
          const count = add('scriptTask', 'count');
          const variable = `i${number}`;
          count.script = `{${variable}: if ${variable} = null then 1 else ${variable} + 1}`;
          connect(enter.id, first);
          connect(last, count.id);
          connect(count.id, again.id);
          connect(again.id, enter.id, `${variable} < ${1 + random(3)}`);
          const out = add('task', 'out');
          again.default = connect(again.id, out.id);
          return [enter.id, out.id];
        }
        case 6: {
          const sub = add('subProcess', 'sub');
          Object.assign(sub, build());
          return [sub.id, sub.id];
        }
        default: {
          const types = ['userTask', 'serviceTask', 'task'] as const;
          const task = add(types[random(3)] ?? 'task', 'task');
          return [task.id, task.id];
        }
      }
    };
    const start = add('startEvent', 'start');
    const [first, last] = block(0);
    const end = add('endEvent', 'end');
    connect(start.id, first);
    connect(last, end.id);
    return { nodes, flows };
  };
  return modelOf(build());
}
