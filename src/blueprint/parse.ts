import type { Diagnostic, Result } from '#diagnostics';
import { hasErrors } from '#diagnostics';
import type { Blueprint } from './blueprint.ts';
import { blueprintDiagnostics } from './blueprint.diagnostics.ts';
import { checkBlueprint } from './check/check-blueprint.ts';

const MAX_SHOWN = 50;
/** Nodes hold nodes some ten levels deep; expressions are trees of sentences. Deeper is an attack. */
const MAX_DEPTH = 100;

/**
 * Reads a blueprint from JSON data of any shape: its form first, then its sense ({@link checkBlueprint}).
 * The value is undefined if the form is wrong or the sense has errors. Loads zod when it is called.
 */
export async function parseBlueprint(json: unknown): Promise<Result<Blueprint>> {
  if (isDeeper(json, MAX_DEPTH)) {
    const problem = { path: '/', problem: `is nested deeper than ${MAX_DEPTH} levels` };
    return { value: undefined, diagnostics: [blueprintDiagnostics.create('malformed', problem)] };
  }
  const { blueprintSchema } = await import('./blueprint.ts');
  const parsed = blueprintSchema.safeParse(json);
  if (!parsed.success) {
    const diagnostics = parsed.error.issues
      .slice(0, MAX_SHOWN)
      .map(({ path, message }): Diagnostic => {
        const pointer = `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
        return blueprintDiagnostics.create('malformed', { path: pointer, problem: message });
      });
    return { value: undefined, diagnostics };
  }
  const diagnostics = checkBlueprint(parsed.data);
  return { value: hasErrors(diagnostics) ? undefined : parsed.data, diagnostics };
}

/** Without recursion: the depth is what is in doubt. */
function isDeeper(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
