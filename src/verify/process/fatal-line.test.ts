import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fatalLine } from './fatal-line.ts';

describe('fatalLine', () => {
  it('is what a service calls fatal, whatever its server says after that', () => {
    const log = [
      '{"level":"fatal","msg":"can not start","faults":["Migration 0001 was edited"]}',
      '{"level":"error","msg":"Traceback"}',
      '{"level":"error","msg":"Exiting."}',
    ].join('\n');
    assert.equal(fatalLine(log), 'can not start: Migration 0001 was edited');
  });

  it('is the last line of a log without one, else the end of what was printed', () => {
    assert.equal(
      fatalLine('{"msg":"first"}\n{"msg":"last","err":{"message":"why"}}\n'),
      'last: why',
    );
    assert.equal(fatalLine('no JSON\n{broken\n'), 'no JSON\n{broken');
  });
});
