import type { Diagnostic } from '../config/diagnostic.ts';
import type { Sampler } from '../middleware/sampler.ts';
import { readPairs } from './read-pairs.ts';
import { readSampler } from './read-sampler.ts';
import { telemetryDiagnostics } from './telemetry.diagnostics.ts';

/** Where spans go, and which. */
export interface Telemetry {
  /** Takes OTLP over HTTP in JSON; the whole address. */
  readonly tracesUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** More about this process: attributes of the resource. */
  readonly resource: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly sampler: Sampler;
}

/** Undefined: spans go nowhere, since nobody said where or somebody said so. */
export interface ReadTelemetry {
  readonly value: Telemetry | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_ENDPOINT = 'http://localhost:4318';
const PREFIX = 'OTEL_';
const OTLP = 'OTEL_EXPORTER_OTLP';
/** About signals that nobody sends here, or ways to pass a trace on: what is set for all programs of a machine. */
const OTHERS =
  /^OTEL_(METRICS?|LOGS?|BLRP|LOGRECORD|PROPAGATORS|EXPORTER_OTLP_(METRICS|LOGS))(_|$)/;

/**
 * Reads the standard variables of OpenTelemetry,
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/. An empty one counts as not set.
 * Tracing is on when an endpoint or `OTEL_TRACES_EXPORTER=otlp` is given. What is not understood is a warning: an
 * endpoint or a protocol turns tracing off, the rest falls back to its default.
 */
export function readTelemetry(environment: Environment, defaultName: string): ReadTelemetry {
  const diagnostics: Diagnostic[] = [];
  const asked = new Set<string>();
  const get = (name: string) => {
    asked.add(name);
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const wrong = (name: string, problem: string, instead: string) =>
    void diagnostics.push(
      telemetryDiagnostics.create('wrong-variable', { name, problem, instead }),
    );
  /** The one for traces, else the one for all signals. */
  const either = (what: string) => {
    const [own, all] = [`${OTLP}_TRACES_${what}`, `${OTLP}_${what}`];
    const [mine, common] = [get(own), get(all)];
    return mine === undefined ? { name: all, value: common } : { name: own, value: mine };
  };

  const disabled = readSwitch(get('OTEL_SDK_DISABLED'), wrong);
  const exporter = get('OTEL_TRACES_EXPORTER');
  if (exporter !== undefined && exporter !== 'otlp' && exporter !== 'none')
    wrong('OTEL_TRACES_EXPORTER', 'is neither otlp nor none', 'No spans are sent');
  const protocol = either('PROTOCOL');
  const spoken = protocol.value === undefined || protocol.value === 'http/json';
  if (!spoken)
    wrong(
      protocol.name,
      `is ${JSON.stringify(protocol.value)}, and only http/json is spoken here`,
      'No spans are sent; collectors take http/json where they take http/protobuf, on port 4318',
    );
  const tracesUrl = readEndpoint(get, wrong, exporter === 'otlp');
  const headers = readHeaders(either('HEADERS'), wrong);
  const timeout = either('TIMEOUT');
  const timeoutMs = Number(timeout.value ?? 10_000);
  const fine = Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= 600_000;
  if (!fine) wrong(timeout.name, 'is no number of milliseconds', 'It counts as 10000');
  const sampler = readSampler(get('OTEL_TRACES_SAMPLER'), get('OTEL_TRACES_SAMPLER_ARG'), wrong);
  const named = readPairs(get('OTEL_RESOURCE_ATTRIBUTES') ?? '');
  if (named === undefined)
    wrong('OTEL_RESOURCE_ATTRIBUTES', 'is no list such as a=1,b=2', 'It counts as empty');
  const { 'service.name': nameThere, ...resource } = named ?? {};
  const serviceName = get('OTEL_SERVICE_NAME') ?? nameThere ?? defaultName;

  for (const name of Object.keys(environment).sort()) {
    if (!name.startsWith(PREFIX) || asked.has(name) || OTHERS.test(name)) continue;
    diagnostics.push(telemetryDiagnostics.create('unheeded-variable', { name }));
  }
  // Whoever turned it off does not want to hear what is wrong with the rest.
  if (disabled) return { value: undefined, diagnostics: [] };
  const on = (exporter === undefined || exporter === 'otlp') && spoken && tracesUrl !== undefined;
  const value = {
    tracesUrl,
    headers,
    serviceName,
    resource,
    timeoutMs: fine ? timeoutMs : 10_000,
    sampler,
  };
  return { value: on ? { ...value, tracesUrl } : undefined, diagnostics };
}

type Get = (name: string) => string | undefined;
type Wrong = (name: string, problem: string, instead: string) => void;

function readSwitch(value: string | undefined, wrong: Wrong): boolean {
  const lower = value?.toLowerCase();
  if (lower !== undefined && lower !== 'true' && lower !== 'false')
    wrong('OTEL_SDK_DISABLED', 'is neither true nor false', 'It counts as false');
  return lower === 'true';
}

/** The address for traces: theirs as it is, or that of all signals with `/v1/traces` behind. */
function readEndpoint(get: Get, wrong: Wrong, wanted: boolean): string | undefined {
  const own = `${OTLP}_TRACES_ENDPOINT`;
  const common = `${OTLP}_ENDPOINT`;
  const [mine, all] = [get(own), get(common) ?? (wanted ? DEFAULT_ENDPOINT : undefined)];
  const [name, text] = mine === undefined ? [common, all] : [own, mine];
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What it says is not repeated: an address may hold a secret.
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    wrong(name, 'is no address that begins with http:// or https://', 'No spans are sent');
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    wrong(
      name,
      'holds a user or a password',
      `No spans are sent; give ${OTLP}_HEADERS=authorization=…`,
    );
    return undefined;
  }
  if (mine === undefined) url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}

function readHeaders(
  { name, value = '' }: { name: string; value: string | undefined },
  wrong: Wrong,
): Record<string, string> {
  try {
    const pairs = readPairs(value);
    if (pairs !== undefined) return Object.fromEntries(new Headers(pairs));
  } catch {
    // A name or a value that no header can have.
  }
  wrong(name, 'is no list of headers such as a=1,b=2', 'It counts as empty');
  return {};
}
