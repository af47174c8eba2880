import type { Result } from '#diagnostics';
import { targetRegistry } from '#targets';
import type { Target } from '#targets';
import { forgeDiagnostics } from './forge.diagnostics.ts';

/** Loads the targets of a list such as `typescript,rust`; a name given twice counts once. */
export async function selectTargets(list: string): Promise<Result<readonly Target[]>> {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))].filter(
    (name) => name !== '',
  );
  const known = targetRegistry.map((entry) => entry.name).join(', ');
  const unknown = names.filter((name) => !targetRegistry.some((entry) => entry.name === name));
  if (names.length === 0) unknown.push('');
  if (unknown.length > 0) {
    return {
      value: undefined,
      diagnostics: unknown.map((name) =>
        forgeDiagnostics.create('unknown-target', { name, known }),
      ),
    };
  }
  const entries = targetRegistry.filter((entry) => names.includes(entry.name));
  return { value: await Promise.all(entries.map((entry) => entry.load())), diagnostics: [] };
}
