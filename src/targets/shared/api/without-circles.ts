import { allOf, unionOf } from './api-type.ts';
import type { ApiDeclaration, ApiType } from './api-type.ts';

/**
 * Declarations without names that mean themselves (`A` is `B` or text, `B` is `A`): where a circle closes
 * with neither object nor list in it, it says nothing, and any value is taken.
 */
export function withoutCircles(declarations: readonly ApiDeclaration[]): readonly ApiDeclaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const state = new Map<string, 'open' | 'done'>();
  const result = new Map<string, ApiDeclaration>();
  const cut = (type: ApiType): ApiType => {
    if (type.kind === 'union') return unionOf(type.of.map(cut));
    if (type.kind === 'all') return allOf(type.of.map(cut));
    if (type.kind !== 'named') return type;
    if (state.get(type.name) === 'open') return { kind: 'any' };
    visit(type.name);
    return type;
  };
  const visit = (name: string): void => {
    const declaration = byName.get(name);
    if (!declaration || state.has(name)) return;
    state.set(name, 'open');
    const { type } = declaration;
    result.set(name, type.kind === 'object' ? declaration : { ...declaration, type: cut(type) });
    state.set(name, 'done');
  };
  for (const { name } of declarations) visit(name);
  return declarations.map((declaration) => result.get(declaration.name) ?? declaration);
}
