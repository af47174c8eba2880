import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '#contract';
import { readPristine } from '#files';
import { parseDocument } from 'yaml';
import type { Finding, Gate, GateContext } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { jsonDifference } from './compare-json.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** No file that we generate comes near: it would be somebody else's. */
const LARGEST = 5 * 1024 * 1024;
/** But contracts that were given may. */
const CONTRACTS = /^openapi\.(?:json|yaml)$/;
const LARGEST_CONTRACT = 64 * 1024 * 1024;

/** The files on disk, without running anything: all there, readable, and of one mind. */
export const gate: Gate = {
  name: 'artefacts',
  title: 'artefacts',
  order: 10,
  timeoutSeconds: 30,
  async run(context) {
    const { value: pristine, diagnostics } = readPristine(context.directory);
    // Without the pristine copy nobody knows which files there must be.
    if (!pristine)
      return gateResult(
        diagnostics.map((one) => ({ ...one, severity: 'error' })),
        '',
      );
    const findings = [
      ...pristine.files.flatMap(({ path, owner }) => checkFile(context.directory, path, owner)),
      ...checkContract(context),
      ...checkNames(context.directory),
    ];
    return gateResult(findings, `${pristine.files.length} files`);
  },
};

function checkFile(directory: string, path: string, owner: string): readonly Finding[] {
  const { size } = statSync(join(directory, path), { throwIfNoEntry: false }) ?? {};
  // What is written once and then the user's may be deleted.
  if (size === undefined)
    return owner === 'scaffold' ? [] : [gatesDiagnostics.create('file-missing', { path })];
  const largest = CONTRACTS.test(path) ? LARGEST_CONTRACT : LARGEST;
  if (size > largest) return [gatesDiagnostics.create('file-too-large', { path, bytes: size })];
  if (!/\.(json|ya?ml)$/.test(path) || isMirror(directory, path)) return [];
  const text = readFileSync(join(directory, path), 'utf8');
  const problem = parseProblem(path, text);
  if (problem !== undefined) return [gatesDiagnostics.create('file-unparsable', { path, problem })];
  return path.endsWith('package-lock.json') ? foreignHosts(path, text) : [];
}

function parseProblem(path: string, text: string): string | undefined {
  // tsconfig.json and its kind may have comments; everything else is JSON to the letter.
  if (/(^|\/)(tsconfig[\w.-]*|jsconfig)\.json$/.test(path)) return undefined;
  if (!path.endsWith('.json')) return parseDocument(text).errors[0]?.message.split('\n')[0];
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function foreignHosts(path: string, text: string): readonly Finding[] {
  const { packages = {} } = JSON.parse(text) as {
    packages?: Record<string, { resolved?: unknown }>;
  };
  const hosts = Object.values(packages).flatMap(({ resolved }) =>
    typeof resolved === 'string' && URL.canParse(resolved) ? [new URL(resolved).host] : [],
  );
  return [...new Set(hosts)].map((host) => gatesDiagnostics.create('foreign-host', { path, host }));
}

/** The contract on disk is that of the blueprint, in both spellings. */
function checkContract({ directory, contract }: GateContext): readonly Finding[] {
  const documents = [
    ['openapi.json', contract.openapi],
    ['openapi.yaml', contract.openapi],
    ['asyncapi.yaml', contract.asyncapi],
  ] as const;
  return documents.flatMap(([path, wanted]) => {
    const text = readText(directory, path);
    if (text === undefined) return [gatesDiagnostics.create('file-missing', { path })];
    if (isMirror(directory, path)) return [];
    if (parseProblem(path, text) !== undefined) return [];
    const actual: unknown = path.endsWith('.json') ? JSON.parse(text) : parseDocument(text).toJS();
    // As JSON, so that what JSON leaves out is left out on both sides.
    const difference = jsonDifference(actual, JSON.parse(JSON.stringify(wanted)));
    return difference === undefined
      ? []
      : [
          {
            ...gatesDiagnostics.create('contract-differs', { path, difference }),
            clause: 'SP-13.3',
          },
        ];
  });
}

/** Is it the YAML of the JSON beside it, to the letter? Then one of them is read: large YAML takes long. */
function isMirror(directory: string, path: string): boolean {
  if (path !== 'openapi.yaml') return false;
  const json = readText(directory, 'openapi.json');
  if (json === undefined || parseProblem('openapi.json', json) !== undefined) return false;
  const document = JSON.parse(json) as object | null;
  return document !== null && readText(directory, path) === documentText(document, 'yaml');
}

/** The lock file belongs to the package file. */
function checkNames(directory: string): readonly Finding[] {
  const [own, lock] = ['package.json', 'package-lock.json'].map((path) => {
    const text = readText(directory, path);
    return text === undefined || parseProblem(path, text) !== undefined
      ? undefined
      : (JSON.parse(text) as Package & { packages?: Record<string, Package> });
  });
  const root = lock?.packages?.[''];
  if (!own || !root) return [];
  return (['name', 'dependencies', 'devDependencies'] as const).flatMap((key) => {
    const difference = jsonDifference(root[key], own[key], key);
    return difference === undefined
      ? []
      : [
          gatesDiagnostics.create('inconsistent', {
            path: 'package-lock.json',
            problem: `it does not fit package.json: ${difference}`,
          }),
        ];
  });
}

interface Package {
  readonly name?: unknown;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
}

function readText(directory: string, path: string): string | undefined {
  try {
    return readFileSync(join(directory, path), 'utf8');
  } catch {
    return undefined;
  }
}
