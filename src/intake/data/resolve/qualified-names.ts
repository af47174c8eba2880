import { foldText } from '../../words/fold.ts';
import type { Language } from '../../words/language.ts';
import { wordsOf } from '../../words/stem.ts';
import type { EntityClaim } from '../claim.ts';

/**
 * "Chaque facture envoyée a un numéro" beside invoices: in Romance languages a participle behind a noun says which of
 * them are meant. What is declared under such a name is a thing of its own.
 * @param rootOf the key of the thing that a name is known to stand for so far
 * @returns pairs of a name with a participle and the one without
 */
export function qualifiedNames(
  entities: readonly EntityClaim[],
  language: Language,
  rootOf: (name: string) => string,
): readonly (readonly [said: string, meant: string])[] {
  const ending = participles[language];
  if (ending === undefined) return [];
  const roots = new Map<string, string>();
  const declared = new Set<string>();
  for (const { name, evidence } of entities) {
    roots.set(rootOf(name), name);
    if (evidence === 'schema' || evidence === 'listed') declared.add(rootOf(name));
  }
  return [...new Set(entities.map(({ name }) => name))].flatMap((name) => {
    const [head = '', said = '', ...rest] = wordsOf(name);
    if (rest.length > 0 || !ending.test(said.normalize('NFC')) || declared.has(rootOf(name)))
      return [];
    const meant = roots.get(rootOf(head));
    return meant === undefined || foldText(meant) === foldText(name)
      ? []
      : [[name, meant] as const];
  });
}

const participles: Readonly<Partial<Record<Language, RegExp>>> = {
  es: /^\p{L}{2,}(?:ad|id)[oa]s?$/iu,
  pt: /^\p{L}{2,}(?:ad|id)[oa]s?$/iu,
  fr: /^(?:\p{L}{2,}ée?s?|(?:produit|écrit|inscrit|ouvert|reç|choisi|fourni|rendu|vendu|suivi|établi|défini)u?e?s?)$/iu,
  it: /^\p{L}{2,}(?:at|it|ut)[oaie]$/iu,
};
