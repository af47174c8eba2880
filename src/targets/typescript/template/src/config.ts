/** What the environment says about how the service runs. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** `postgres://…`; undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseFile: string;
  /** Undefined: made once and kept in the database. */
  readonly jwtSecret: string | undefined;
  readonly rateLimitPerMinute: number;
  readonly bodyLimitBytes: number;
  readonly corsOrigins: ReadonlySet<string>;
  readonly eventSinkUrl: string | undefined;
  readonly shutdownTimeoutSeconds: number;
  readonly logLevel: string;
  readonly trustProxy: boolean | number | string;
  /** The address under which clients know the service. */
  readonly publicUrl: string | undefined;
  readonly otlpEndpoint: string | undefined;
}

/** All faults of the environment, one line each. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('; '));
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError that names every fault */
export function readConfig(
  environment: Environment,
  defaults: { readonly service: string; readonly rateLimitPerMinute: number },
): Config {
  const faults: string[] = [];
  const read = <T>(
    name: string,
    otherwise: T,
    parse: (text: string) => T | undefined,
    what: string,
  ): T => {
    const text = environment[name];
    if (text === undefined || text === '') return otherwise;
    const value = parse(text);
    if (value === undefined) faults.push(`${name} must be ${what}`);
    return value ?? otherwise;
  };
  const number = (name: string, otherwise: number, least: number, most: number) =>
    read(
      name,
      otherwise,
      (text) => whole(text, least, most),
      `a whole number from ${least} to ${most}`,
    );
  const config: Config = {
    host: environment['HOST'] || '127.0.0.1',
    port: number('PORT', 3000, 0, 65_535),
    databaseUrl: read(
      'DATABASE_URL',
      undefined,
      (text) => url(text, POSTGRES),
      'a postgres:// URL',
    ),
    databaseFile: environment['DATABASE_FILE'] || `data/${defaults.service}.db`,
    jwtSecret: read(
      'JWT_SECRET',
      undefined,
      (text) => (text.length >= 32 ? text : undefined),
      'at least 32 characters long',
    ),
    rateLimitPerMinute: number('RATE_LIMIT_PER_MINUTE', defaults.rateLimitPerMinute, 1, 1e9),
    bodyLimitBytes: number('BODY_LIMIT_BYTES', 1_048_576, 1024, 1e9),
    corsOrigins: read(
      'CORS_ORIGINS',
      new Set<string>(),
      origins,
      'a comma-separated list of origins such as https://app.example.com',
    ),
    eventSinkUrl: read(
      'EVENT_SINK_URL',
      undefined,
      (text) => url(text, WEB),
      'an http or https URL',
    ),
    shutdownTimeoutSeconds: number('SHUTDOWN_TIMEOUT_SECONDS', 10, 0, 3600),
    logLevel: read(
      'LOG_LEVEL',
      'info',
      (text) => LEVELS.find((level) => level === text),
      `one of ${LEVELS.join(', ')}`,
    ),
    trustProxy: read<Config['trustProxy']>(
      'TRUST_PROXY',
      false,
      trust,
      'true, false, a number of hops or a list of addresses',
    ),
    publicUrl: read('PUBLIC_URL', undefined, (text) => url(text, WEB), 'an http or https URL'),
    otlpEndpoint: read(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      undefined,
      (text) => url(text, WEB),
      'an http or https URL',
    ),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const WEB = /^https?:$/;
const POSTGRES = /^postgres(ql)?:$/;

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function url(text: string, protocol: RegExp): string | undefined {
  return URL.canParse(text) && protocol.test(new URL(text).protocol) ? text : undefined;
}

function origins(text: string): ReadonlySet<string> | undefined {
  const list = text.split(',').map((part) => part.trim());
  const valid = list.every((item) => url(item, WEB) !== undefined && new URL(item).origin === item);
  return valid ? new Set(list) : undefined;
}

function trust(text: string): boolean | number | string | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return /^[0-9a-fA-F.:/, a-z]+$/.test(text) ? text : undefined;
}
