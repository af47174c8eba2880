import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AnswerParser, MalformedAnswerError } from './answer-parser.ts';

const answers: Record<string, string> = {
  'a length': 'HTTP/1.1 200 OK\r\nX-A: 1\r\nX-a:  2 \r\nContent-Length: 5\r\n\r\nhello',
  'no body for 204': 'HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n',
  'length 0': 'HTTP/1.1 200 \r\ncontent-length: 0\r\n\r\n',
  'no reason': 'HTTP/1.1 200\r\ncontent-length: 1\r\n\r\nx',
  chunks:
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n5;a="b"\r\nhello\r\n1\r\n!\r\n0\r\n\r\n',
  trailers:
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nx-t: 1\r\nx-u: 2\r\n\r\n',
  'an interim answer first':
    'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi',
};

interface Read {
  status: number;
  headers: string[];
  body: string;
  ended: number;
}

/** Feeds pieces of `size` bytes. */
function read(text: string, size: number, method = 'GET') {
  const parser = new AnswerParser();
  const got: Read = { status: 0, headers: [], body: '', ended: 0 };
  parser.begin(method, {
    onHead: (status, headers) => Object.assign(got, { status, headers }),
    onData: (chunk) => (got.body += chunk.toString('latin1')),
    onEnd: () => (got.ended += 1),
  });
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
  return { parser, got };
}

describe('answers of an upstream', () => {
  for (const [name, text] of Object.entries(answers)) {
    it(`are read whatever the pieces are: ${name}`, () => {
      const { parser, got } = read(text, text.length);
      assert.equal(got.ended, 1);
      assert.equal(parser.reusable, true);
      assert.equal(parser.busy, false);
      for (let size = 1; size < text.length; size += 1) assert.deepEqual(read(text, size).got, got);
    });
  }

  it('keep their headers as they came', () => {
    const { got } = read(answers['a length'] ?? '', 1000);
    assert.deepEqual(got.headers, ['X-A', '1', 'X-a', '2', 'Content-Length', '5']);
    assert.equal(got.body, 'hello');
    assert.equal(read(answers['trailers'] ?? '', 3).got.body, 'hi');
  });

  it('may end with the connection, which is not used again', () => {
    const { parser, got } = read('HTTP/1.1 200 OK\r\n\r\nall of it', 4);
    assert.equal(got.ended, 0);
    assert.equal(parser.close(), true);
    assert.deepEqual([got.ended, got.body, parser.reusable], [1, 'all of it', false]);
  });

  it('that are cut off are not whole', () => {
    for (const text of [
      'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhell',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n',
      'HTTP/1.1 200 OK\r\ncontent-le',
    ]) {
      const { parser, got } = read(text, 7);
      assert.deepEqual([parser.close(), got.ended], [false, 0], text);
    }
  });

  it('to HEAD and with 304 have no body, whatever they say', () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n';
    assert.equal(read(head, 100, 'HEAD').got.ended, 1);
    assert.equal(read(head.replace('200', '304'), 100).got.ended, 1);
  });

  it('leave a connection unused that ends, is old, or says more than was asked', () => {
    const body = 'content-length: 2\r\n\r\nhi';
    for (const text of [
      `HTTP/1.1 200 OK\r\nConnection: Close\r\n${body}`,
      `HTTP/1.0 200 OK\r\n${body}`,
      `HTTP/1.1 200 OK\r\n${body}HTTP/1.1 200 OK\r\n${body}`,
    ]) {
      const { parser, got } = read(text, 1000);
      assert.deepEqual([got.body, got.ended, parser.reusable], ['hi', 1, false], text);
    }
  });

  it('say how long their server keeps a connection', () => {
    const { parser } = read(
      'HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5, max=3\r\ncontent-length: 0\r\n\r\n',
      9,
    );
    assert.equal(parser.keepAliveSeconds, 5);
  });

  const head = (lines: string) => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
  const hostile: Record<string, string> = {
    'two lengths': head('content-length: 1\r\ncontent-length: 1'),
    'a signed length': head('content-length: +1'),
    'a list of lengths': head('content-length: 1, 1'),
    'a length and chunks': head('content-length: 1\r\ntransfer-encoding: chunked'),
    'another coding': head('transfer-encoding: gzip, chunked'),
    'two codings': head('transfer-encoding: chunked\r\ntransfer-encoding: chunked'),
    'a hidden coding': head('transfer-encoding : chunked'),
    'chunks of HTTP/1.0': head('transfer-encoding: chunked').replace('1.1', '1.0'),
    'a folded header': head('x-a: 1\r\n content-length: 5'),
    'a header without name': head(': 1'),
    'a header without colon': head('x-a'),
    'a bare line feed': head('x-a: 1\ncontent-length: 5'),
    'a bare carriage return': head('x-a: 1\rcontent-length: 5'),
    'a zero byte': head('x-a: \u0000'),
    'no HTTP': 'SSH-2.0-OpenSSH\r\n\r\n',
    'HTTP/2': 'HTTP/2 200\r\n\r\n',
    'a status of two digits': 'HTTP/1.1 20 OK\r\n\r\n',
    'an upgrade that nobody wanted': 'HTTP/1.1 101 Switching\r\n\r\n',
    'interim answers for ever': 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100),
    'a head without end': `HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(50_000)}`,
    'a long head': head(`x-a: ${'a'.repeat(50_000)}`),
    'a chunk without size': `${head('transfer-encoding: chunked')}\r\n`,
    'a negative chunk': `${head('transfer-encoding: chunked')}-1\r\n`,
    'a hexadecimal prefix': `${head('transfer-encoding: chunked')}0x1\r\na`,
    'a huge chunk': `${head('transfer-encoding: chunked')}fffffffffffffff\r\n`,
    'a longer chunk than said': `${head('transfer-encoding: chunked')}1\r\nab\r\n0\r\n\r\n`,
    'a line feed after a size': `${head('transfer-encoding: chunked')}1;\na\r\n0\r\n\r\n`,
    'a size without end': `${head('transfer-encoding: chunked')}1;${'a'.repeat(10_000)}`,
    'trailers without end': `${head('transfer-encoding: chunked')}0\r\n${'x: 1234567890\r\n'.repeat(5000)}`,
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`are refused: ${name}`, () => {
      for (const size of [1, 16, 100_000]) {
        assert.throws(() => read(text, size), MalformedAnswerError);
      }
    });
  }
});
