import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where dependencies are kept: `$MICROFORGE_CACHE`, else `microforge` in the XDG cache folder. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['MICROFORGE_CACHE'];
  if (own !== undefined && own !== '') return own;
  const xdg = env['XDG_CACHE_HOME'];
  // https://specifications.freedesktop.org/basedir-spec: unset or empty means ~/.cache.
  return join(xdg === undefined || xdg === '' ? join(homedir(), '.cache') : xdg, 'microforge');
}
