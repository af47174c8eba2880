import { posix } from 'node:path';
import { imports } from './layer-rules.ts';

/**
 * What breaks the independence of packages, one line each, given path → text: a package is used without the
 * rest of the repository, so that its files, tests too, import only their own, `node:` and npm packages.
 */
export function packageViolations(files: ReadonlyMap<string, string>): string[] {
  const violations: string[] = [];
  for (const [path, text] of files) {
    const home = /^packages\/[^/]+\//.exec(path)?.[0];
    if (home === undefined) continue;
    for (const specifier of imports(text)) {
      const relative = specifier.startsWith('.');
      const inside = relative && posix.join(posix.dirname(path), specifier).startsWith(home);
      if ((relative && !inside) || specifier.startsWith('#')) {
        violations.push(`${path}: reaches out of its package with ${specifier}`);
      }
    }
  }
  return violations;
}
