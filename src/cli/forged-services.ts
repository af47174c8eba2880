import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineServices } from '@microforge/runtime';
import { readIdentity, SERVICE_PATH } from '#verify';

/** What `run` was given, apart. */
export interface ForgedServices {
  readonly files: readonly string[];
  readonly services: InlineServices['services'];
}

/** Folders of forged services become processes, under the name of the service; all else is a services.json. */
export function forgedServices(paths: readonly string[]): ForgedServices {
  const files: string[] = [];
  const services = new Map<string, InlineServices['services'][string]>();
  for (const path of paths) {
    if (!existsSync(join(path, SERVICE_PATH))) {
      files.push(path);
      continue;
    }
    const id = idOf(readIdentity(path).value?.service ?? 'service');
    let free = id;
    for (let n = 2; services.has(free); n += 1) free = `${id}-${n}`;
    services.set(free, { kind: 'process', directory: path });
  }
  return { files, services: Object.fromEntries(services) };
}

/** A service id of any name. */
function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-');
  return /^[a-z]/.test(id) ? id.slice(0, 90) : `service-${id}`.slice(0, 90);
}
