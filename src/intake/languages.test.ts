import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { de } from './testing/languages/de.ts';
import { es } from './testing/languages/es.ts';
import { fr } from './testing/languages/fr.ts';
import { id } from './testing/languages/id.ts';
import { it } from './testing/languages/it.ts';
import { ja } from './testing/languages/ja.ts';
import { ko } from './testing/languages/ko.ts';
import { nl } from './testing/languages/nl.ts';
import { pl } from './testing/languages/pl.ts';
import { pt } from './testing/languages/pt.ts';
import { ru } from './testing/languages/ru.ts';
import { uk } from './testing/languages/uk.ts';
import { zh } from './testing/languages/zh.ts';

const languages = { it, es, pt, fr, de, ru, uk, ja, zh, ko, nl, pl, id };

for (const [at, [language, rows]] of Object.entries(languages).entries()) {
  describe(`requirements in ${language}`, () => {
    // In short one of six shapes, of its neighbour the next.
    const asked = rows.filter((_, index) => (index + at) % sweep(6, 1) === 0);
    for (const { shape, text, data } of asked) {
      test(shape, () => {
        const { value } = readRequirements({ document: 'requirements.md', text });
        const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
        const wanted = data.map((line) => line.split(':'));
        assert.deepEqual(
          entities.map(({ name }) => name).toSorted(),
          wanted.map(([name = '']) => name).toSorted(),
        );
        const read = entities.flatMap((entity) =>
          entity.fields.map((field) => `${entity.name}.${field.name} ${field.type.kind}`),
        );
        const missing = wanted.flatMap(([name = '', fields = '']) =>
          fields
            .split(',')
            .filter((field) => field.trim() !== '')
            .map((field) => `${name}.${field.trim()}`)
            .filter((field) => !read.includes(field)),
        );
        assert.deepEqual(missing, [], `read: ${read.join(', ')}`);
      });
    }
  });
}
