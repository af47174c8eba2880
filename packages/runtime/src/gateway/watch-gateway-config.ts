import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../config/diagnostic.ts';
import type { Gateway } from './gateway.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { readGatewayConfig } from './read-gateway-config.ts';

/** What is watched, and who is told. */
export interface WatchOptions {
  /** As it was read when the gateway was made. */
  readonly read: GatewayConfig;
  /** Told after each change, with what is wrong: then the gateway goes on as it was. */
  readonly onLoad?: (diagnostics: readonly Diagnostic[]) => void;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly intervalMs?: number;
}

/**
 * Follows the changes of gateway.json without a restart; gives the way to stop that. Versions that a rollout has
 * set meanwhile stay, until the file itself names others for the service.
 */
export function watchGatewayConfig(
  gateway: Gateway,
  file: string,
  { read, onLoad = () => {}, environment = process.env, intervalMs = 250 }: WatchOptions,
): () => void {
  let before = read;
  let seen = fingerprint(file);
  // Polling sees what editors do (write aside, rename) and works on every file system.
  const timer = setInterval(() => {
    const now = fingerprint(file);
    if (now === seen) return;
    seen = now;
    const { value, diagnostics } = readGatewayConfig(file, environment);
    if (value === undefined) return onLoad(diagnostics);
    gateway.reconfigure(keepVersions(value, before, gateway.config));
    before = value;
    onLoad(diagnostics);
  }, intervalMs).unref();
  return () => clearInterval(timer);
}

function keepVersions(
  next: GatewayConfig,
  before: GatewayConfig,
  running: GatewayConfig,
): GatewayConfig {
  const services = Object.entries(next.services).map(([service, route]) => {
    const current = running.services[service]?.versions;
    const same = isDeepStrictEqual(route.versions, before.services[service]?.versions);
    return [service, same && current !== undefined ? { ...route, versions: current } : route];
  });
  return { ...next, services: Object.fromEntries(services) };
}

function fingerprint(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`;
}
