import type { Diagnostic, SourceSpan } from '../config/diagnostic.ts';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { gatewayDiagnostics } from './gateway.diagnostics.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { gatewaySchema } from './gateway-schema.ts';

/** What is checked, and what is known already. */
export interface CheckOptions {
  /** The place of a JSON pointer in the file. */
  readonly locate?: (pointer: string) => SourceSpan | undefined;
  /** The gateway is given a way to know callers that is not in the configuration. */
  readonly hasAuthenticate?: boolean;
}

/** Everything that is wrong with a configuration; without an error it is a `GatewayConfig`. */
export function checkGatewayConfig(
  value: unknown,
  { locate = () => undefined, hasAuthenticate = false }: CheckOptions = {},
): readonly Diagnostic[] {
  const issues = new SchemaCompiler().compile(gatewaySchema)(value);
  if (issues !== undefined) {
    // Of the ways in which one value is wrong, the first says it best.
    const first = issues.filter(
      ({ pointer }, index) => issues.findIndex((each) => each.pointer === pointer) === index,
    );
    return first.map(({ pointer, message: problem }) =>
      gatewayDiagnostics.create(
        'invalid-config',
        { pointer: pointer || 'The document', problem },
        locate(pointer),
      ),
    );
  }
  const { services, auth } = value as GatewayConfig;
  const found: Diagnostic[] = [];
  const owners = new Map<string, string>();
  const known = hasAuthenticate || auth?.jwt !== undefined || auth?.apiKeys !== undefined;
  for (const [service, route] of Object.entries(services)) {
    const place = (pointer: string) => locate(`/services/${service}${pointer}`);
    const versions = Object.keys(route.versions);
    const mirror = route.mirror?.version;
    if (mirror !== undefined && !versions.includes(mirror)) {
      const params = { service, version: mirror, versions: versions.join(', ') };
      found.push(gatewayDiagnostics.create('no-such-version', params, place('/mirror/version')));
    }
    if (!known && (route.auth?.mode ?? 'none') !== 'none') {
      found.push(gatewayDiagnostics.create('auth-without-way', { service }, place('/auth')));
    }
    const own = Object.values(route.versions).flatMap(({ paths = [] }) => paths);
    for (const path of [...(route.paths ?? [`/${service}`]), ...own]) {
      const key = path.replace(/\/+$/, '');
      const other = owners.get(key);
      if (other !== undefined) {
        const params = { path, service, other };
        found.push(gatewayDiagnostics.create('same-path', params, place('/paths')));
      }
      owners.set(key, service);
    }
  }
  return found;
}
