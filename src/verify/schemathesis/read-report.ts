import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CurlRecords, curlOf } from '../fuzz/curl.ts';
import type { Finding } from '../gate.ts';
import type { HttpRequest } from '../http/exchange.ts';
import { scenarioOf, type Interaction } from './report-event.ts';
import { findingOf } from './schemathesis-checks.ts';
import { schemathesisDiagnostics } from './schemathesis.diagnostics.ts';

/** What Schemathesis did and found. */
export interface SchemathesisReport {
  readonly findings: readonly Finding[];
  readonly leftOut: number;
  readonly requests: number;
  /** The operations that were tried: a method and a path template each, methods that a path lacks included. */
  readonly operations: ReadonlySet<string>;
  /** Whether it came to its end. */
  readonly complete: boolean;
}

/** A service that is wrong everywhere needs no longer list. */
const MOST = 60;
/** A detail of Schemathesis may quote a whole schema. */
const LONGEST_DETAIL = 500;

/** The failures of one check at one operation: the shortest request is shown. */
interface Failed {
  readonly finding: Finding;
  readonly request: HttpRequest | undefined;
}

/**
 * Reads the events that Schemathesis wrote, a JSON document a line; what is cut off at the end is left out.
 * @param url the base URL of the service, which curls call `$URL`
 */
export async function readReport(path: string, url: string): Promise<SchemathesisReport> {
  const failures = new Map<string, Failed>();
  const records: CurlRecords = new Map();
  const operations = new Set<string>();
  let requests = 0;
  let complete = false;
  const keep = (key: string, failed: Failed) => {
    const known = failures.get(key);
    if (!known || sizeOf(failed.request) < sizeOf(known.request)) failures.set(key, failed);
  };
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    const event = parsed(line);
    complete ||= event['EngineFinished'] !== undefined;
    const scenario = scenarioOf(event, url);
    requests += scenario.interactions.size;
    for (const interaction of scenario.interactions.values()) remember(interaction, records);
    for (const { operation } of scenario.cases.values()) operations.add(operation);
    for (const failure of scenario.failures) {
      const { check, operation, title, caseId } = failure;
      const detail = failure.detail.slice(0, LONGEST_DETAIL);
      const { request, status } = scenario.interactions.get(caseId) ?? {};
      keep(`${check} ${operation} ${title} ${status}`, {
        finding: findingOf({ check, operation, title, detail }),
        request,
      });
    }
    for (const { operation, reason, isOwn } of scenario.errors) {
      const told = { operation, reason: reason.slice(0, LONGEST_DETAIL) };
      const finding = isOwn
        ? schemathesisDiagnostics.create('schemathesis-gave-up', told)
        : schemathesisDiagnostics.create('schemathesis-no-answer', told);
      keep(`error ${operation} ${reason}`, { finding, request: undefined });
    }
  }
  const all = [...failures].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, failed]) => failed);
  const findings = all.slice(0, MOST).map(({ finding, request }) => ({
    ...finding,
    ...(request && { curl: curlOf(request, records) }),
  }));
  const leftOut = all.length - findings.length;
  return { findings, leftOut, requests, operations, complete };
}

/** A record that was made: a curl that names its id makes it first. */
function remember({ request, status, json }: Interaction, records: CurlRecords): void {
  const { id } = json ?? {};
  if (request.method !== 'POST' || status !== 201 || typeof id !== 'string') return;
  const [collection = ''] = request.target.split('?', 1);
  records.set(id, { resource: { collection }, made: request });
}

function sizeOf(request: HttpRequest | undefined): number {
  if (!request) return Infinity;
  const headers = Object.entries(request.headers).flat().join('').length;
  return request.target.length + headers + (request.body?.length ?? 0);
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}
