import type { Finding } from '../gate.ts';
import { jsonOf } from '../http/exchange.ts';
import { curlOf } from './curl.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import type { Resource } from './resources.ts';
import type { World } from './world.ts';

interface Page {
  readonly items?: readonly { readonly id?: unknown }[];
  readonly nextCursor?: unknown;
}

/** Reads a list in pages of two, and holds what it saw against the list in one page (SP-3.1). */
export async function fuzzPages(world: World, resource: Resource): Promise<readonly Finding[]> {
  const { list } = resource;
  if (!list?.parameters.some(({ name }) => name === 'cursor')) return [];
  const request = await world.request(list, {});
  const read = async (query: string) => {
    const { response } = await world.client.send({
      ...request,
      target: `${request.target}?${query}`,
    });
    return (response && response.status === 200 ? jsonOf(response) : undefined) as Page | undefined;
  };
  for (let count = 0; count < 4; count += 1) await world.create(resource);
  const whole = await read('limit=100&sort=createdAt');
  if (!whole?.items || whole.nextCursor !== null || whole.items.length < 3) return [];
  const seen: unknown[] = [];
  let query = 'limit=2&sort=createdAt';
  for (let page = 0; page <= whole.items.length; page += 1) {
    const { items = [], nextCursor } = (await read(query)) ?? {};
    seen.push(...items.map(({ id }) => id));
    if (typeof nextCursor !== 'string') break;
    query = `limit=2&sort=createdAt&cursor=${encodeURIComponent(nextCursor)}`;
  }
  const wanted = whole.items.map(({ id }) => id);
  if (seen.join() === wanted.join()) return [];
  const missing = wanted.filter((id) => !seen.includes(id)).length;
  const twice = seen.length - new Set(seen).size;
  const finding = fuzzDiagnostics.create('sequence-broken', {
    operation: list.name,
    step: 'reading page after page',
    problem: `of ${wanted.length} records ${missing} are missing and ${twice} come twice, or they come in another order`,
  });
  const first = { ...request, target: `${request.target}?limit=2&sort=createdAt` };
  return [{ ...finding, clause: 'SP-3.1', curl: curlOf(first, world.known) }];
}
