import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder says it holds; a part that it does not say is undefined. */
export interface IdentityThere {
  readonly service: string | undefined;
  readonly target: string | undefined;
}

/** Reads which service of which target a folder holds. */
export function identityThere(directory: string): IdentityThere {
  try {
    const said: unknown = JSON.parse(
      readFileSync(join(directory, '.microforge/service.json'), 'utf8'),
    );
    const { service, target } = Object(said) as { service?: unknown; target?: unknown };
    return { service: text(service), target: text(target) };
  } catch {
    return { service: undefined, target: undefined };
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
