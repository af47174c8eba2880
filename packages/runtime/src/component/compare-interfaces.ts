import { type SchemaChange, widens } from '../schema/widens.ts';
import { configSchemaOf, type InterfaceDefinition, isIdempotent } from './interface.ts';

/** What a change of an interface means for those who call it. */
export interface InterfaceChange {
  readonly verdict: 'identical' | 'compatible' | 'breaking';
  /** Each with its place, such as `input/properties/name`, and whether it breaks callers. */
  readonly changes: readonly (SchemaChange & { readonly breaking: boolean })[];
  /** The smallest version that tells the truth about the change. */
  readonly wantedVersion: string;
  /** False when the new version promises more compatibility than there is. */
  readonly versionFits: boolean;
}

/**
 * Compares two versions of an interface. Callers are safe when the new input takes all that the old one took
 * and the new output gives nothing that the old one could not give. Where that can't be shown, it breaks.
 */
export function compareInterfaces(
  old: InterfaceDefinition,
  next: InterfaceDefinition,
): InterfaceChange {
  const changes = [
    ...narrowed(widens(old.input, next.input, 'input')),
    ...narrowed(widens(next.output, old.output, 'output')),
    ...narrowed(widens(configSchemaOf(old), configSchemaOf(next), 'config')),
    ...lostPromises(old, next),
  ];
  if (old.name !== next.name) {
    changes.push({ path: 'name', problem: `was ${old.name}, is ${next.name}`, breaking: true });
  }
  const same =
    changes.length === 0 && canonical(old) === canonical({ ...next, version: old.version });
  const verdict = same ? 'identical' : changes.length > 0 ? 'breaking' : 'compatible';
  const wantedVersion = bump(old.version, verdict);
  return { verdict, changes, wantedVersion, versionFits: !isBelow(next.version, wantedVersion) };
}

const narrowed = (changes: readonly SchemaChange[]) =>
  changes.map((change) => ({ ...change, breaking: true }));

/** Who relies on retries or caches would be wronged without a word. */
function lostPromises(old: InterfaceDefinition, next: InterfaceDefinition) {
  const streams = (of: InterfaceDefinition) => of.stream === true;
  const turned = { path: 'stream', problem: streams(next) ? 'is new' : 'is gone', breaking: true };
  const lost = [
    ...(isIdempotent(old) && !isIdempotent(next) ? ['idempotent'] : []),
    ...(old.safe === true && next.safe !== true ? ['safe'] : []),
  ].map((path) => ({ path, problem: 'is promised no more', breaking: true }));
  return streams(old) === streams(next) ? lost : [...lost, turned];
}

/** Semantic versioning 2.0.0; below 1.0.0 the second number stands for breaking changes, as usual. */
function bump(version: string, verdict: InterfaceChange['verdict']): string {
  const [major, minor, patch] = numbers(version);
  if (verdict === 'identical') return version;
  if (verdict === 'breaking') return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  return major === 0 ? `0.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

function isBelow(version: string, wanted: string): boolean {
  const [a, b] = [numbers(version), numbers(wanted)];
  for (const index of [0, 1, 2] as const) if (a[index] !== b[index]) return a[index] < b[index];
  return false;
}

function numbers(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
