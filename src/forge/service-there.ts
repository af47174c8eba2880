import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name of the service that a folder holds; undefined if it holds none, or does not say. */
export function serviceThere(directory: string): string | undefined {
  try {
    const said: unknown = JSON.parse(
      readFileSync(join(directory, '.microforge/service.json'), 'utf8'),
    );
    const { service } = Object(said) as { readonly service?: unknown };
    return typeof service === 'string' ? service : undefined;
  } catch {
    return undefined;
  }
}
