import type { Node } from '#blueprint';
import type { GeneratedFile } from '#files';
import { oneLine } from '../../../shared/text/markdown.ts';
import { call, literal } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { Imports } from '../../emit/imports.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import { inStateName, newCall } from './sample-calls.ts';
import { useSupport } from './support-names.ts';
import type { SupportName } from './support-names.ts';
import type { TestContext } from './test-context.ts';
import { testFile } from './test-file.ts';
import { testFolder } from './test-folder.ts';

/** Requests of the client that also look at the answer. */
type Helper = 'create' | 'change' | 'list' | 'all';

/** Collects the tests of one topic of an entity, and writes them as a file. */
export class Suite {
  readonly sample: Sample;
  readonly context: TestContext;
  readonly imports = new Imports();
  /** `owner`, or `client` in a public service. */
  readonly who: string;
  readonly #shared: string[] = [];
  readonly #tests: string[] = [];

  constructor(sample: Sample, context: TestContext) {
    this.sample = sample;
    this.context = context;
    this.who = context.voice.name;
  }

  use(...names: readonly SupportName[]): void {
    useSupport(this.imports, ...names);
  }

  /** Adds statements that stand before the tests. */
  share(block: string): void {
    this.#shared.push(block);
  }

  /** Adds a test of statements, which are written for an indentation of two. */
  test(title: string, ...statements: readonly string[]): void {
    this.use('test');
    const body = [...this.start, ...statements].map((line) => (line === '' ? '' : `  ${line}`));
    this.add(`test(${literal(oneLine(title))}, async () => {\n${body.join('\n')}\n});`);
  }

  /** Adds tests as they are written, such as a loop. */
  add(block: string): void {
    this.#tests.push(block);
  }

  /** The first statement of each test, where each needs a tenant of its own: there is room for few records. */
  get start(): readonly string[] {
    return this.sample.room === Infinity ? [] : [this.context.voice.start(this.imports, true)];
  }

  /** Code of a new record as a request sends it; `given` is code of values that it has. */
  newRecord(given?: string): string {
    this.imports.value('./samples.ts', `new${this.sample.type}`);
    return newCall(this.sample, this.context, given);
  }

  /** The call that creates a record. */
  created(...given: readonly Code[]): Code {
    const name = this.imports.value('./samples.ts', `create${this.sample.type}`);
    return call(name, this.who, ...given);
  }

  /** The call that gives a record in a state; every new record is in the first one. */
  inState(state: string, ...maker: readonly string[]): Code {
    const [first] = this.sample.states.keys();
    if (state === first) return this.created(...(maker.length > 0 ? ['{}', ...maker] : []));
    return this.taken(literal(state), ...maker);
  }

  /** The same, for the code of a state. */
  taken(state: string, ...maker: readonly string[]): Code {
    const name = this.imports.value('./samples.ts', inStateName(this.sample));
    return call(name, state, this.who, ...maker);
  }

  /** The call that sends a request. */
  request(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete' | Helper,
    ...args: readonly Code[]
  ): Code {
    return call(`${this.who}.${method}`, ...args);
  }

  /** Code of the path of the list, and of the record that a variable holds. */
  get path(): string {
    return literal(this.sample.path);
  }

  pathOf(variable: string): string {
    return `\`${this.sample.path}/\${${variable}.id}\``;
  }

  file(topic: string, ...nodes: readonly Pick<Node, 'sources'>[]): GeneratedFile | undefined {
    if (this.#tests.length === 0) return undefined;
    // A file of tests that are still to be written needs nobody.
    const isIdle = this.#tests.every((block) => block.includes('test.todo('));
    const shared =
      isIdle || this.start.length > 0 ? [] : [this.context.voice.start(this.imports, false)];
    const path = `test/${testFolder(this.sample)}/${topic}.test.ts`;
    return testFile(path, this.imports, [...shared, ...this.#shared, ...this.#tests], ...nodes);
  }
}
