import type { Issue } from '../errors/call-errors.ts';
import type { Validate } from '../schema/schema-compiler.ts';
import type { ClassDefinition } from './service-definition.ts';

/**
 * Checks a configuration. The environment has only text: where the schema wants a number or a boolean and a
 * variable has been filled in, its text is read as one. Literal values must have the right type themselves.
 */
export function fitConfig(
  { config, filled }: Pick<ClassDefinition, 'config' | 'filled'>,
  check: Validate,
): { readonly config: unknown; readonly issues: readonly Issue[] } {
  const fitted = structuredClone(config);
  const left = new Set(filled);
  for (;;) {
    const issues = check(fitted) ?? [];
    const issue = issues.find(({ pointer, code }) => code === 'type' && left.delete(pointer));
    if (issue === undefined || !readAt(fitted, issue.pointer)) return { config: fitted, issues };
  }
}

/** Replaces the text at a pointer by the number or boolean that it spells; false when it spells none. */
function readAt(root: unknown, pointer: string): boolean {
  const names = pointer.split('/').slice(1).map(unescape);
  const last = names.pop() ?? '';
  const parent = names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], root);
  const holder = parent as Record<string, unknown>;
  const text = String(holder[last]).trim();
  const value = text === 'true' || text === 'false' ? text === 'true' : Number(text);
  if (text === '' || Number.isNaN(value)) return false;
  holder[last] = value;
  return true;
}

const unescape = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~');
