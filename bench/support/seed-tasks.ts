import type { LoadRequest } from './load.ts';

const TASKS = 400;
const PAGES = 10;

/** A kind of request, in enough variants that no cache of one answer helps. */
export interface Scenario {
  readonly name: string;
  readonly requests: readonly LoadRequest[];
}

/** Registers, makes records of `bench/requirements/tasks.md`, and gives what can then be asked of them. */
export async function seedTasks(
  url: string,
): Promise<{ readonly token: string; readonly scenarios: readonly Scenario[] }> {
  let token = '';
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const account = { email: 'bench@example.com', password: 'correct horse battery' };
  ({ token } = await call<{ token: string }>('POST', '/api/auth/register', account));
  const { id: project } = await call<{ id: string }>('POST', '/api/projects', {
    name: 'Bench',
    code: 'BENCH',
  });
  const ids: string[] = [];
  for (let index = 0; index < TASKS; index += 1) {
    const { id } = await call<{ id: string }>('POST', '/api/tasks', taskOf(index, project));
    ids.push(id);
  }
  const pages = ['/api/tasks?limit=20'];
  for (let cursor: string | null = ''; pages.length < PAGES && cursor !== null;) {
    const page: { nextCursor: string | null } = await call('GET', pages.at(-1) ?? '');
    cursor = page.nextCursor;
    if (cursor !== null) pages.push(`/api/tasks?limit=20&cursor=${encodeURIComponent(cursor)}`);
  }
  const some = ids.filter((_, index) => index % 4 === 0);
  return {
    token,
    scenarios: [
      {
        name: 'get',
        requests: some.map((id) => ({ method: 'GET', path: `/api/tasks/${id}`, status: 200 })),
      },
      { name: 'list', requests: pages.map((path) => ({ method: 'GET', path, status: 200 })) },
      {
        name: 'post',
        requests: some.map((_, index) => ({
          method: 'POST',
          path: '/api/tasks',
          body: taskOf(index, project),
          status: 201,
        })),
      },
      {
        name: 'patch',
        requests: some.map((id, index) => ({
          method: 'PATCH',
          path: `/api/tasks/${id}`,
          body: { title: `Changed ${index}`, priority: (index % 5) + 1, estimate: `${index}.25` },
          status: 200,
        })),
      },
    ],
  };
}

function taskOf(index: number, projectId: string) {
  return {
    title: `Task ${index}: look into the matter`,
    description: 'Whoever has time looks at it, writes down what is missing, and tells the others.',
    kind: ['bug', 'feature', 'chore'][index % 3],
    priority: (index % 5) + 1,
    estimate: `${index % 90}.50`,
    dueDate: `2026-0${(index % 9) + 1}-15`,
    projectId,
  };
}
