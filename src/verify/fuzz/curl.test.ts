import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../http/exchange.ts';
import { curlOf } from './curl.ts';
import type { KnownRecord } from './world.ts';

const id = '0190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f';
const resource = { collection: '/api/order-lines', item: '/api/order-lines/{id}', parameter: 'id' };

describe('curlOf', () => {
  it('quotes for a shell so that the service gets what was sent', () => {
    const body = `{"a":"it's \\"$HOME\\" \`x\` \\n ü"}`;
    const command = curlOf(request({ target: `/api/x?q='$URL'`, body }), new Map());
    assert.deepEqual(run(command), {
      url: `http://host/api/x?q='$URL'`,
      headers: ['content-type: application/json'],
      body,
    });
  });

  it('makes long bodies in node, byte for byte', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.alloc(5000, 'x'),
      Buffer.from([0xff, 0x00, 0x22]),
    ]);
    const command = curlOf(request({ body: bytes }), new Map());
    assert.ok(command.length < 300, command);
    assert.equal(run(command, 'latin1').body, bytes.toString('latin1'));
  });

  it('makes first what a request refers to, and reads its id', () => {
    const made = request({
      target: '/api/order-lines',
      body: '{"n":1}',
      headers: { authorization: `Bearer ${'t'.repeat(80)}` },
    });
    const known = new Map<string, KnownRecord>([[id, { id, resource, made, json: { id } }]]);
    const command = curlOf(
      request({ target: `/api/order-lines/${id}`, body: `{"ref":"${id}"}` }),
      known,
    );
    assert.equal(
      command,
      [
        `ORDER_LINES_ID=$(curl -sS -X POST "$URL"'/api/order-lines' -H "authorization: Bearer $TOKEN" -H 'content-type:' --data-binary '{"n":1}' | jq -r .id)`,
        `curl -sS -i -X POST "$URL"'/api/order-lines/'"$ORDER_LINES_ID"'' -H 'content-type: application/json' --data-binary '{"ref":"'"$ORDER_LINES_ID"'"}'`,
      ].join('\n'),
    );
  });
});

function request(given: Partial<HttpRequest>): HttpRequest {
  return {
    method: 'POST',
    target: '/api/x',
    headers: { 'content-type': 'application/json' },
    ...given,
  };
}

/** Runs the command with a shell function in place of curl that shows what it was given. */
function run(command: string, encoding: 'utf8' | 'latin1' = 'utf8') {
  const fake = `curl() { node -e '
    const args = process.argv.slice(1);
    const at = (flag) => args.flatMap((arg, index) => (args[index - 1] === flag ? [arg] : []));
    const [data] = at("--data-binary");
    const body = data === "@-" ? require("fs").readFileSync(0, "${encoding}") : data;
    console.log(JSON.stringify({ url: args.find((arg) => arg.startsWith("http")), headers: at("-H"), body }));
  ' -- "$@"; }\n`;
  const env = {
    PATH: `${process.execPath.replace(/\/[^/]+$/, '')}:/usr/bin:/bin`,
    URL: 'http://host',
  };
  const output = execFileSync('sh', ['-c', fake + command], { env, encoding: 'utf8' });
  return JSON.parse(output) as { url: string; headers: string[]; body: string };
}
