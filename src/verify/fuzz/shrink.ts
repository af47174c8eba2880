import type { Finding } from '../gate.ts';
import type { FuzzCase } from './case.ts';
import { judge, type Judge } from './judge.ts';
import { type Performed, perform } from './perform.ts';
import { flatten } from './schema.ts';
import type { World } from './world.ts';

/** A finding with the smallest request found that still shows it. */
export interface Shrunk {
  readonly finding: Finding;
  readonly performed: Performed;
}

/** How many requests the shrinking of one finding may cost. */
const LIMIT = 30;

/** Takes away what a failing request does not need: properties of its body, then length of its odd value. */
export async function shrink(
  world: World,
  by: Judge,
  one: FuzzCase,
  found: Shrunk,
): Promise<Shrunk> {
  let best = found;
  let left = LIMIT;
  const omitted = new Set<string>();
  let smallest = one;
  const stillFails = async (candidate: FuzzCase, without: ReadonlySet<string>) => {
    if (left <= 0 || !by.alive()) return false;
    left -= 1;
    const performed = await perform(world, candidate, { omitted: without });
    if (!performed) return false;
    const finding = judge(by, candidate, performed).find(({ code }) => code === found.finding.code);
    if (finding) best = { finding, performed };
    return finding !== undefined;
  };
  // Without a required property it would fail for another reason.
  const { required = [] } = flatten(world.api.document, one.operation.body?.schema ?? {});
  for (const property of Object.keys(found.performed.json ?? {})) {
    if (required.includes(property)) continue;
    if (one.body?.kind === 'set' && property === one.body.property) continue;
    if (await stillFails(one, new Set([...omitted, property]))) omitted.add(property);
  }
  for (let simpler = halved(smallest); simpler; simpler = halved(smallest)) {
    if (!(await stillFails(simpler, omitted))) break;
    smallest = simpler;
  }
  return best;
}

/** The same case with half of its odd text or list. What is too long by one has no half that is too long. */
function halved(one: FuzzCase): FuzzCase | undefined {
  const { body } = one;
  if (body?.kind !== 'set') return undefined;
  const { value } = body;
  if (typeof value === 'string' && value.length > 1 && one.expect.kind === 'answered') {
    const half = value.slice(0, Math.floor(value.length / 2)).toWellFormed();
    return { ...one, body: { ...body, value: half } };
  }
  if (Array.isArray(value) && value.length > 1 && one.expect.kind === 'answered') {
    return { ...one, body: { ...body, value: value.slice(0, Math.floor(value.length / 2)) } };
  }
  return undefined;
}
