import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import type { PatternNeeds } from '../src/intake/words/pattern-needs.ts';
import { requiredTexts } from './required-texts.ts';
import { root } from './root.ts';

/** What makes intake put its patterns together: those of each document are nearly the same. */
const DOCUMENTS = [
  'bench/requirements/tasks.md',
  'examples/purchasing.md',
  'examples/team-tasks.md',
];

/** Fills `patternNeeds` in what is installed. */
export function knownPatternNeeds(): Plugin {
  return {
    name: 'pattern-needs',
    load: {
      filter: { id: /\/src\/intake\/words\/pattern-needs\.ts$/ },
      handler: () => `export const patternNeeds = ${JSON.stringify(composedNeeds())};`,
    },
  };
}

/** What patterns need that reading some documents puts together, by `flags source`. */
function composedNeeds(): Readonly<Record<string, PatternNeeds>> {
  const needs = composedPatterns().map(
    (key) => [key, requiredTexts(key.slice(key.indexOf(' ') + 1))] as const,
  );
  return Object.fromEntries(needs.filter(([, lists]) => lists.length > 0));
}

/** The patterns that reading some documents puts together, as `flags source`. */
export function composedPatterns(): readonly string[] {
  const program = join(root, 'scripts/composed-patterns.ts');
  const printed = execFileSync(process.execPath, [program, ...DOCUMENTS], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(printed) as string[];
}
