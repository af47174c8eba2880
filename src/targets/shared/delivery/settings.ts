import type { Service } from '#blueprint';

/** One setting of the environment (SP-13.6). */
export interface Setting {
  readonly name: string;
  /** As it is written when it is set; empty: there is none. */
  readonly usual: string;
  readonly meaning: string;
}

/** Everything that can be set, in the order of importance. */
export function settingsOf(service: Service, requestsPerMinute: number): readonly Setting[] {
  const accounts = service.access === 'accounts';
  return [
    { name: 'HOST', usual: '127.0.0.1', meaning: 'Address to listen on' },
    { name: 'PORT', usual: '3000', meaning: 'Port to listen on; 0 picks a free one' },
    {
      name: 'PUBLIC_URL',
      usual: '',
      meaning: 'Where callers reach the service, if not at the address it listens on',
    },
    {
      name: 'DATABASE_URL',
      usual: '',
      meaning: 'postgres://… for PostgreSQL; without it the database is a file',
    },
    {
      name: 'DATABASE_FILE',
      usual: `data/${service.name}.db`,
      meaning: 'File of the embedded database, or :memory:',
    },
    ...(accounts
      ? [
          {
            name: 'JWT_SECRET',
            usual: '',
            meaning:
              'Signs tokens, at least 32 characters; without it one is made and kept in the database',
          },
        ]
      : []),
    {
      name: 'CORS_ORIGINS',
      usual: '',
      meaning: 'Origins of web pages that may call, separated by commas',
    },
    {
      name: 'RATE_LIMIT_PER_MINUTE',
      usual: String(requestsPerMinute),
      meaning: 'Requests per client and minute; each instance counts for itself',
    },
    { name: 'BODY_LIMIT_BYTES', usual: '1048576', meaning: 'Largest body of a request' },
    {
      name: 'TRUST_PROXY',
      usual: 'false',
      meaning: 'Whether to believe the X-Forwarded headers of a proxy in front',
    },
    {
      name: 'EVENT_SINK_URL',
      usual: '',
      meaning: 'Where to post events, as CloudEvents in structured mode',
    },
    {
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      usual: '',
      meaning: 'OpenTelemetry collector to send traces to',
    },
    {
      name: 'LOG_LEVEL',
      usual: 'info',
      meaning: 'trace, debug, info, warn, error, fatal or silent',
    },
    {
      name: 'SHUTDOWN_TIMEOUT_SECONDS',
      usual: '10',
      meaning: 'How long requests under way may take after SIGTERM',
    },
  ];
}
