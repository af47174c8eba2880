import { entityName, foldKeepingLength } from '../entity-name.ts';
import type { Reading } from '../reading.ts';
import { saidOfNoun } from '../said-of-noun.ts';

/** "register sales to customers", "órdenes de compra a proveedores": the one belongs to the other. */
export function recipientsOf(
  text: string,
  { vocabulary, language }: Reading,
): readonly { kind: 'relation'; from: string; to: string; cardinality: 'one'; assumed: true }[] {
  if (!['en', 'es', 'pt', 'fr', 'it'].includes(language)) return [];
  const lexicon = vocabulary.lexicons[0];
  if (lexicon === undefined) return [];
  const pattern = vocabulary.pattern(
    'recipients',
    () =>
      new RegExp(
        `(?<![\\p{L}])(?:${lexicon.manage}|(?:${lexicon.managing}) (?:of|de|des|di))\\s+((?:\\p{L}+ ){0,2}?\\p{L}+)(?: (?:of|de|di) \\p{L}+)?\\s+(to|for|from|under|within|inside|a|para|pour|per|de(?= los | las )|dos|das|des|dei|delle|degli|(?<=(?:ad|id|at|it|ut|ee?)[oaie]?s? )(?:por|par|da|dai|dalle|pelos|pelas))\\s+(?:the |an? |each |un |una |uno |une |um |uma |los |las |os |as |les |la |el |l'|i |le |their )?(\\p{L}{3,})`,
        'gu',
      ),
  );
  return [...foldKeepingLength(text).matchAll(pattern)].flatMap((found) => {
    const from = entityName((found[1] ?? '').replace(saidOfNoun, ''), vocabulary)?.name;
    const to = entityName(found[3] ?? '', vocabulary)?.name;
    // "add a tag to a task" moves a tag, "add units under a property" makes them.
    const isMoving =
      !/^(?:under|within|inside)$/.test(found[2] ?? '') &&
      /^(?:add|remove|agregar|anadir|adicionar|ajouter|aggiungere)\b/.test(found[0]);
    return from === undefined || to === undefined || isMoving
      ? []
      : [
          {
            kind: 'relation' as const,
            from,
            to,
            cardinality: 'one' as const,
            assumed: true as const,
          },
        ];
  });
}
