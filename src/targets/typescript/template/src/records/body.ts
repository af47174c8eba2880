import { Issues, segment } from '../fields/issues.ts';
import { validationFailed } from '../http/problem.ts';
import type { Model } from './model.ts';
import type { StoredRecord } from './resource.ts';

/** The properties that a request sets, checked. */
export type Body = Readonly<Record<string, unknown>>;

/** Reads the body of a create or a replace: every property is set, those not given to their default. */
export function readWhole(model: Model, given: unknown, now: Date): Body {
  const issues = new Issues();
  const body = readProperties(model, readObject(model, given, issues), now, issues);
  finish(issues);
  return body;
}

/** The same for an object whose names are known to be right; faults are added to `issues`. */
export function readProperties(
  model: Model,
  source: Readonly<Record<string, unknown>>,
  now: Date,
  issues: Issues,
): Body {
  const body: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(model.resource.fields)) {
    if (!model.writable.has(name)) continue;
    // A property may well be called `constructor`, which every object has.
    const value = (Object.hasOwn(source, name) ? source[name] : undefined) ?? null;
    body[name] =
      value === null ? absent(model, name, now, issues) : field.read(value, segment(name), issues);
  }
  return body;
}

/** Reads a JSON merge patch (RFC 7396): the properties that it names, as they will be. */
export function readPatch(model: Model, given: unknown, before: StoredRecord, now: Date): Body {
  const issues = new Issues();
  const source = readObject(model, given, issues);
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(source)) {
    const field = model.writable.has(name) ? model.resource.fields[name] : undefined;
    if (!field) continue;
    body[name] =
      value === null
        ? absent(model, name, now, issues)
        : field.read(merged(before[name], value), segment(name), issues);
  }
  finish(issues);
  return body;
}

/** What a property holds that was not given. */
function absent(model: Model, name: string, now: Date, issues: Issues): unknown {
  const field = model.resource.fields[name];
  // The state is the business of the lifecycle: it starts one, or keeps the one it has.
  if (name === model.resource.lifecycle?.property) return undefined;
  if (field?.default !== undefined) {
    return typeof field.default === 'function' ? field.default(now) : field.default;
  }
  if (field?.required) return issues.add(segment(name), 'required', 'is required');
  return field?.reference?.many ? [] : null;
}

function readObject(
  model: Model,
  given: unknown,
  issues: Issues,
): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    issues.add('', 'type', 'must be an object');
    finish(issues);
  }
  const source = given as Readonly<Record<string, unknown>>;
  const { fields } = model.resource;
  for (const name of Object.keys(source)) {
    if (model.writable.has(name)) continue;
    const ours = name === 'id' || name === 'createdAt' || name === 'updatedAt';
    if (ours || Object.hasOwn(fields, name)) {
      issues.add(segment(name), 'read-only', 'is set by the service');
    } else {
      issues.add(segment(name), 'unknown-property', 'is not known');
    }
  }
  return source;
}

function finish(issues: Issues): void {
  if (issues.list.length > 0) throw validationFailed(issues.list);
}

/** Only free JSON has objects inside: a patch of one changes the members that it names. */
function merged(before: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merged(result[name], value);
  }
  return result;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
