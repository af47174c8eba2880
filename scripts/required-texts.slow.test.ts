import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { LazyPattern } from '../src/intake/words/lazy-pattern.ts';
import { isWestern } from '../src/intake/words/western-source.ts';
import { composedPatterns } from './pattern-needs.ts';
import { requiredTexts } from './required-texts.ts';
import { root } from './root.ts';

describe('requiredTexts', () => {
  it('denies no text that a pattern of intake finds something in', () => {
    const sources = new Set<string>(composedPatterns());
    const literal = /\/((?:[^\n/\\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuy]*)[),.;\s]/g;
    for (const path of globSync('src/intake/**/*.ts', { cwd: root }))
      for (const [, source = '', flags = ''] of readFileSync(join(root, path), 'utf8').matchAll(
        literal,
      ))
        if (isPattern(source, flags)) sources.add(`${flags} ${source}`);
    const lines = documents()
      .flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n'))
      .filter((_, n) => n % 20 === 0);
    const texts = [
      ...new Set(lines.flatMap((line) => [line.trim(), line.trim().toUpperCase()])),
    ].filter((text) => text.length < 300 && isWestern(text));
    assert.ok(sources.size > 1500, `${sources.size} patterns`);
    let denied = 0;
    for (const key of sources) {
      const source = key.slice(key.indexOf(' ') + 1);
      const lists = requiredTexts(source);
      if (lists.length === 0) continue;
      // It finds what a RegExp finds, and is made sooner.
      const pattern = new LazyPattern(source, key.slice(0, key.indexOf(' ')).replace(/[gy]/g, ''));
      for (const text of texts) {
        const small = text.toLowerCase();
        if (lists.every((list) => list.some((one) => small.includes(one)))) continue;
        denied += 1;
        assert.ok(
          !pattern.test(text),
          `${String(pattern)} needs ${JSON.stringify(lists)}: ${text}`,
        );
      }
    }
    assert.ok(denied > 500_000, `${denied} answers without the pattern`);
  });
});

function documents(): readonly string[] {
  return execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
}

/** Divisions and paths look like patterns. */
function isPattern(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source === source;
  } catch {
    return false;
  }
}
