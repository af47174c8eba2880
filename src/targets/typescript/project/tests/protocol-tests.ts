import type { GeneratedFile } from '#files';
import { Imports } from '../../emit/imports.ts';
import { generated } from '../../../shared/generated.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { newCall } from './sample-calls.ts';
import type { TestContext } from './test-context.ts';
import { testFolder } from './test-folder.ts';

/** `test/protocol.test.ts`: what holds for every path, tried on one resource. */
export function protocolTests(context: TestContext): GeneratedFile | undefined {
  const sample = [...context.samples.values()].find(
    ({ entity, room }) => !entity.account && room === Infinity,
  );
  return sample && generated('test/protocol.test.ts', protocol(sample, context));
}

function protocol(sample: Sample, context: TestContext): string {
  const { type, path } = sample;
  const folder = testFolder(sample);
  const isPublic = context.voice.name === 'client';
  const who = context.voice.name;
  const make = newCall(sample, context);
  const imports = new Imports();
  imports.value('node:assert', 'strict as assert');
  imports.value('node:test', 'test');
  imports.value(`./${folder}/samples.ts`, `create${type}`);
  imports.value(`./${folder}/samples.ts`, `new${type}`);
  if (isPublic) imports.value('./support/client.ts', 'Client');
  else imports.value('./support/accounts.ts', 'register');
  imports.value('./support/assertions.ts', 'assertProblem');
  imports.value('./support/assertions.ts', 'assertRefused');
  imports.value('./support/contract.ts', 'assertConforms');
  return `${imports.print()}
${isPublic ? 'const client = new Client();' : 'const owner = await register();'}
const url = '${path}';
const json = { 'content-type': 'application/json' };

test('a path that does not exist is 404, and no more is said', async () => {
  const answer = await ${who}.get('/api/no-such-path');
  assertProblem(answer, 404, 'not-found');
  assert.deepEqual(Object.keys(answer.body as object), ['type', 'title', 'status', 'detail']);
  assert.doesNotMatch(JSON.stringify(answer.body), /\\.ts/);
  assertConforms('${context.input.contract.names.schemas.problem}', answer.body);
});

test('an id that is none is 404', async () => {
  for (const id of ['none', '1', '00000000-0000-7000-8000-000000000000']) {
    assertProblem(await ${who}.get(\`\${url}/\${id}\`), 404, 'not-found');
  }
});

test('a method that a path does not have is 405', async () => {
  const answer = await ${who}.delete(url);
  assertProblem(answer, 405, 'method-not-allowed');
  assert.match(String(answer.headers['allow']), /GET/);
});

test('a body that is not JSON is refused', async () => {
  const send = (payload: string | Buffer, headers: Record<string, string>) =>
    ${who}.send({ method: 'POST', url, payload, headers });
  assertProblem(await send('{"a":', json), 400, 'malformed-request');
  assertProblem(await send('{"__proto__":{}}', json), 400, 'malformed-request');
  assertProblem(await send('['.repeat(40) + ']'.repeat(40), json), 400, 'malformed-request');
  assertProblem(await send('', json), 400, 'malformed-request');
  assertProblem(await send('{"a":"\\\\u0000"}', json), 400, 'malformed-request');
  assertProblem(await send(Buffer.from([0x22, 0xff, 0x22]), json), 400, 'malformed-request');
  assertRefused(await send('[]', json), '', 'type');
  const text = await send('{}', { 'content-type': 'text/plain' });
  assertProblem(text, 415, 'unsupported-media-type');
});

test('a body that is too long is refused', async () => {
  const payload = JSON.stringify('x'.repeat(1_100_000));
  const answer = await ${who}.send({ method: 'POST', url, payload, headers: json });
  assertProblem(answer, 413, 'too-large');
});

test('an answer in another format than JSON can not be had', async () => {
  assertProblem(await ${who}.get(url, { accept: 'text/html' }), 406, 'not-acceptable');
});

test('unknown parameters, limits over 100 and damaged cursors are named', async () => {
  for (const query of ['unknown=1', 'limit=101', 'cursor=damaged', 'sort=unknown']) {
    const answer = await ${who}.get(\`\${url}?\${query}\`);
    assertProblem(answer, 400, 'invalid-parameter');
    const [error] = (answer.body as { errors: { parameter: string }[] }).errors;
    assert.equal(error?.parameter, query.split('=')[0]);
  }
  const long = await ${who}.get(\`\${url}?q=\${'x'.repeat(101)}\`);
  assertProblem(long, 400, 'invalid-parameter');
  const repeated = await ${who}.get(\`\${url}?limit=1&limit=2\`);
  assertProblem(repeated, 400, 'invalid-parameter');
  assertProblem(await ${who}.get(\`\${url}?q=%zz\`), 400, 'malformed-request');
  const { id } = await create${type}(${who});
  assertProblem(await ${who}.get(\`\${url}/\${id}?limit=1\`), 400, 'invalid-parameter');
});

test('a cursor belongs to its list', async () => {
  await create${type}(${who});
  await create${type}(${who});
  const { body } = await ${who}.get(\`\${url}?limit=1\`);
  const cursor = encodeURIComponent((body as { nextCursor: string }).nextCursor);
  assert.equal((await ${who}.get(\`\${url}?limit=1&cursor=\${cursor}\`)).status, 200);
  const other = await ${who}.get(\`\${url}?sort=createdAt&cursor=\${cursor}\`);
  assertProblem(other, 400, 'invalid-parameter');
});

test('the same idempotency key creates one record', async () => {
  const headers = { 'idempotency-key': 'once-and-no-more' };
  const given = ${make};
  const first = await ${who}.post(url, given, headers);
  const again = await ${who}.post(url, given, headers);
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.headers['idempotency-replayed'], 'true');
  const other = await ${who}.post(url, { ...given, unknown: true }, headers);
  assertProblem(other, 422, 'idempotency-mismatch');
  const long = await ${who}.post(url, given, { 'idempotency-key': 'x'.repeat(256) });
  assertProblem(long, 400, 'invalid-parameter');
});

test('a record that is known already is not sent again', async () => {
  const { id } = await create${type}(${who});
  const { headers } = await ${who}.get(\`\${url}/\${id}\`);
  for (const etag of [String(headers['etag']), '*']) {
    const answer = await ${who}.get(\`\${url}/\${id}\`, { 'if-none-match': etag });
    assert.equal(answer.status, 304);
  }
});

test('answers are not to be sniffed, framed or kept', async () => {
  const { headers } = await ${who}.get(url);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.equal(headers['cache-control'], 'no-store');
  assert.ok(headers['x-request-id']);
});
`;
}
