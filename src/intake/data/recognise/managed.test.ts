import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from '../../read-requirements.ts';

/** What is done with things in languages whose nouns have cases, or whose verbs stand last. */
const functions: readonly (readonly [text: string, names: readonly string[]])[] = [
  [
    '# Wymagania\n\n## Wymagania funkcjonalne\n\n- Dodawanie faktur w ramach grupy\n- Usuwanie faktur przez osobę\n',
    ['faktur'],
  ],
  [
    '# Вимоги\n\n## Функціональні вимоги\n\n- Створення замовлень для клієнтів\n- Видалення замовлень\n',
    ['order'],
  ],
  [
    '# Eisen\n\n## Functionele eisen\n\n- Facturen aanmaken voor klanten\n- Facturen verwijderen\n',
    ['factuur'],
  ],
  [
    '# Gereksinimler\n\n## Fonksiyonel Gereksinimler\n\nSistem bütün ilanları saklar ve gösterir.\n\n1. İlan Ekleme\n2. İlan Silme\n',
    ['ilan'],
  ],
  [
    '# Lastenheft\n\n## Muss-Kriterien\n\nDer Kunde muss\n- die Bestellung abschicken können\n- die Bestellung widerrufen können\n',
    ['bestellung'],
  ],
];

describe('what functions are about', () => {
  for (const [text, names] of functions)
    test(names.join(), () => {
      const { value } = readRequirements({ document: 'x.md', text });
      const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
      assert.deepEqual(
        entities.map(({ name }) => name),
        names,
      );
    });
});
