import { relative } from 'node:path';
import { inspect, styleText } from 'node:util';
import type { TestEvent } from 'node:test/reporters';
import { root } from './root.ts';

/** A `node --test` reporter: silent about what passes, exact about what fails, one line of figures. */
// oxlint-disable-next-line import/no-default-export -- Node takes a reporter from the default export
export default async function* failuresReporter(
  source: AsyncIterable<TestEvent>,
): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for await (const event of source) {
    if (event.type === 'test:stderr') yield event.data.message;
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
      if (typeof event.data.skip === 'string')
        skipped.push(`${event.data.name}: ${event.data.skip}`);
      else passed += 1;
    }
    if (event.type === 'test:fail') {
      const { name, file, line, details } = event.data;
      const cause = details.error.cause ?? details.error;
      // A suite fails because of its tests, which have spoken already.
      if ('failureType' in details.error && details.error.failureType === 'subtestsFailed')
        continue;
      failed += 1;
      const place = file === undefined ? '' : `${relative(root, file)}:${line}`;
      yield `${styleText('red', '✘')} ${name} ${styleText('dim', place)}\n`;
      yield `${indent(cause instanceof Error && cause.stack ? readable(cause) : inspect(cause))}\n`;
    }
  }
  for (const note of skipped) yield `– skipped ${note}\n`;
  yield `${passed} passed, ${failed} failed, ${skipped.length} skipped\n`;
}

const LONGEST = 4000;

/** The message with its diff, then only the frames of our own files. */
function readable(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const ours = frames.filter((line) => line.includes(root) && !line.includes('node_modules'));
  // A comparison of generated files can fail with megabytes.
  const message =
    error.message.length > LONGEST ? `${error.message.slice(0, LONGEST)} …` : error.message;
  return [`${error.name}: ${message}`, ...ours.map((line) => line.replaceAll(`${root}/`, ''))].join(
    '\n',
  );
}

const indent = (text: string) => text.replace(/^/gm, '    ');
