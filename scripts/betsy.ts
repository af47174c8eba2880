import './assert-node.mjs';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProcesses } from '#process';
import type { Errand, ProcessModel } from '#process';
import { needSuite } from './need-suite.ts';

/*
 * npm run betsy -- FOLDER [--json]: plays the BPMN processes of the betsy suite, from a folder that holds a copy
 * of it, and compares what they did with what its test cases (Java, below configuration/bpmn) expect. Scripts and
 * conditions are abstract there: each engine puts its own in their place, and so do we.
 */

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder = '.'] = positionals;
const { decodeXml, deployProcess, formulaMaker, memoryStore, ProcessHost, readBpmn } =
  await loadProcesses();
const make = await formulaMaker();
type Node = ProcessModel['processes'][number]['nodes'][number];
interface Case {
  readonly name: string;
  readonly input: string | undefined;
  readonly number: number;
  /** A second process has to run beside it. */
  readonly isParallel: boolean;
  readonly expected: readonly string[];
}

const files = new Map(
  globSync('**/*.bpmn', { cwd: folder }).map((file) => [
    basename(file, '.bpmn'),
    join(folder, file),
  ]),
);
const failed: { name: string; expected: readonly string[]; got: readonly string[] }[] = [];
/** With elements that we do not claim to execute: refused when they are deployed. */
const refused: string[] = [];
let passed = 0;
const cases = globSync('**/configuration/bpmn/*.java', { cwd: folder })
  .sort()
  .filter((file) => !file.includes('Constraints'))
  .flatMap((file) => casesOf(readFileSync(join(folder, file), 'utf8')));
needSuite(cases.length, folder, 'betsy with its Java and BPMN (github.com/uniba-dsg/betsy)');
for (const one of cases) {
  const file = files.get(one.name);
  if (file === undefined) continue;
  // A file that a script leaves is looked at by some cases only.
  const looksAtFile = one.expected.includes('MarkerExists');
  const got = play(file, one).filter((what) => looksAtFile || what !== 'MarkerExists');
  // Any error will do where an error is all that is expected.
  const isError =
    one.expected.join() === 'GenericError' && /Failed|Exception|NotExecuted/.test(got.join());
  if (isError || [...got].sort().join() === [...one.expected].sort().join()) passed += 1;
  else if (/^(?:NotExecuted|DeploymentFailed)$/.test(got[0] ?? '')) refused.push(one.name);
  else failed.push({ name: one.name, expected: one.expected, got });
}
const total = passed + failed.length + refused.length;
if (values.json) console.log(JSON.stringify({ passed, total, refused, failed }));
else {
  console.log(`${passed} of ${total} test cases; ${refused.length} refused: ${refused.join(', ')}`);
  for (const { name, expected, got } of failed)
    console.log(`${name}: expected ${expected.join(' ')}; got ${got.join(' ')}`);
}

/** The test cases of a Java file: each process with chains of `new BPMNTestCaseBuilder().…`. */
function casesOf(java: string): Case[] {
  return [...java.matchAll(/\.build\w+Process\s*\(\s*"(\w+)"([\s\S]*?)\);\n/g)].flatMap(
    ([, name = '', rest = '']) =>
      [...rest.matchAll(/new BPMNTestCaseBuilder\(\)((?:\s*\.\w+\([^()]*\))*)/g)].map(
        ([, chain = '']) => {
          const calls = [...chain.matchAll(/\.(\w+)\(([^()]*)\)/g)];
          const input = calls
            .find(([, call = '']) => call.startsWith('input'))?.[1]
            ?.slice('input'.length);
          const number = Number(calls.find(([, call]) => call === 'setIntegerVariable')?.[2] ?? 0);
          const expected = calls.flatMap(([, call = '']) =>
            call.startsWith('assert') ? call.slice('assert'.length) : [],
          );
          const isParallel = calls.some(([, call]) => call === 'useParallelProcess');
          return { name, input: input?.toLowerCase(), number, expected, isParallel };
        },
      ),
  );
}

/** What the test case sees of a process, in the words of the suite. */
function play(file: string, { name, input, number, isParallel }: Case): string[] {
  const read = readBpmn(decodeXml(readFileSync(file)), file).value;
  if (!read) return ['DeploymentFailed'];
  const scripts = new Map<string, string>();
  const { processes } = read.model;
  for (const process of processes) adapt(process.nodes, process.flows, scripts);
  const main = processes.find(({ id }) => id === name) ?? processes[0];
  const open: { readonly instance: string; readonly errand: Errand }[] = [];
  let now = 0;
  const host = new ProcessHost({
    store: memoryStore(),
    clock: () => now,
    carryOut: (errand, instance) => open.push({ instance, errand }),
  });
  const refusals: string[] = [];
  for (const { id } of processes) {
    const { value, diagnostics } = deployProcess(read.model, make, { process: id });
    if (value) host.deploy(value);
    refusals.push(...diagnostics.map(({ code }) => code));
  }
  if (refusals.includes('process/not-executed')) return ['NotExecuted'];
  if (refusals.length > 0) return ['DeploymentFailed'];
  const did: string[] = [];
  let counter = number;
  const chosen = new Set<string>();
  /** Work that takes a while: another that starts meanwhile is done beside it. */
  const slow: { readonly instance: string; readonly job: number }[] = [];
  const start = { integerVariable: number, ...(input !== undefined && { test: input }) };
  if (isParallel) host.start('ParallelProcess', start);
  host.start(main?.id ?? '', start);
  host.situation(start);
  for (let count = 0; count < 1000; count += 1) {
    host.flush();
    const next = open.shift();
    if (!next && slow.length > 0) {
      if (slow.length > 1) did.push('ExecutionParallel');
      for (const { instance, job } of slow.splice(0))
        host.tell(instance, { kind: 'complete', job, data: {} });
      continue;
    }
    if (!next) {
      const due = host.wake();
      if (due === undefined && !host.hasWork) break;
      now = Math.max(now, due ?? now);
      continue;
    }
    const { errand, instance } = next;
    if (errand.kind === 'propose') {
      // Each option once, and then what ends it, which is the last one.
      const choice = errand.options.find((option) => !chosen.has(option)) ?? errand.options.at(-1);
      if (choice !== undefined) chosen.add(choice);
      host.tell(instance, { kind: 'propose', job: errand.job, choice });
    }
    if (errand.kind === 'hold') did.push('RuntimeException');
    if (errand.kind === 'end' && errand.problem?.startsWith('error'))
      did.push('ErrorThrownErrorEvent');
    if (errand.kind !== 'perform') continue;
    const { job, node } = errand;
    const script = scripts.get(node) ?? '';
    // As long as a timer is set, that takes longer.
    if (script === 'WAIT_TEN_SECONDS') continue;
    if (script.startsWith('CREATE_TIMESTAMP_LOG')) {
      slow.push({ instance, job });
      continue;
    }
    if (script.startsWith('SCRIPT_task')) did.push(`Task${script.slice('SCRIPT_task'.length)}`);
    if (script === 'CREATE_MARKER_FILE') did.push('MarkerExists');
    if (script === 'LOG_DATA' && errand.data['data'] === 'String') did.push('DataCorrect');
    if (script.startsWith('INCREMENT')) counter += 1;
    if (script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') did.push('Increment');
    const data = script === 'SET_STRING_DATA' ? { data: 'String' } : { integerVariable: counter };
    if (script === 'THROW_ERROR')
      host.tell(instance, { kind: 'fail', job, problem: script, error: 'ERR_CODE' });
    else host.tell(instance, { kind: 'complete', job, data });
  }
  return did;
}

/** Scripts become jobs, and conditions FEEL. */
function adapt(nodes: Node[], flows: { when?: string }[], scripts: Map<string, string>): void {
  const feel = (text: string) =>
    text
      .replace(/^\$\{(.*)\}$/, '$1')
      .replace(/!test\.contains\("(\w)"\)/, 'not(contains(test, "$1"))')
      .replace(/test\.contains\("(\w)"\)>?/, 'contains(test, "$1")');
  for (const flow of flows) if (flow.when !== undefined) flow.when = feel(flow.when);
  for (const node of nodes) {
    if (node.type === 'scriptTask') {
      scripts.set(node.id, node.script ?? '');
      node.scriptFormat = 'betsy';
    }
    const { repeat, event } = node;
    if (repeat?.kind === 'loop' && repeat.while !== undefined) repeat.while = feel(repeat.while);
    if (repeat?.kind === 'each' && repeat.count !== undefined) repeat.count = feel(repeat.count);
    if (repeat?.kind === 'each' && repeat.until !== undefined) repeat.until = feel(repeat.until);
    if (event?.type === 'conditional' && event.condition !== undefined)
      event.condition = feel(event.condition);
    if (node.until !== undefined) node.until = feel(node.until);
    adapt(node.nodes ?? [], node.flows ?? [], scripts);
  }
}
