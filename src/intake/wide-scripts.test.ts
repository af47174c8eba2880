import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'x.md', text }).value);
}

describe('what is said later of a thing that is kept', () => {
  test('a function of it that comes later denies the function, not the thing', () => {
    const text = `# 서점\n\n## 데이터 모델\n\n### 주요 엔티티\n- Book (도서)\n- Shelf (서가)\n\n## 향후 계획\n- 도서 대여 기능\n- 도서 검색\n`;
    assert.deepEqual(
      read(text).map((line) => line.split(':')[0]),
      ['book', 'shelf'],
    );
  });

  test('the thing itself, or all of its management, is denied', () => {
    const text = `# 書店\n\n## 機能\n- 書籍の登録、編集、削除\n- 会員の登録、編集、削除\n\n## 対象外\n- 会員管理機能\n`;
    assert.deepEqual(
      read(text).map((line) => line.split(':')[0]),
      ['book'],
    );
  });
});

describe('many to many through a record of its own', () => {
  const cases: readonly (readonly [heading: string, relation: string])[] = [
    ['데이터 모델', '- Pupil ↔ Club (다대다, Membership을 통해)'],
    ['データモデル', '- Pupil ↔ Club（多対多、Membershipを介して）'],
    ['数据模型', '- Pupil ↔ Club（多对多，通过 Membership）'],
    ['Data model', '- Pupil ↔ Club (many-to-many through Membership)'],
    ['Modelo de datos', '- Pupil ↔ Club (muchos a muchos, a través de Membership)'],
    ['Datenmodell', '- Pupil ↔ Club (n:m, über Membership)'],
    ['Модель данных', '- Pupil ↔ Club (многие-ко-многим, через Membership)'],
  ];
  for (const [heading, relation] of cases)
    test(relation, () => {
      const lines = read(
        `# X\n\n## ${heading}\n\n### Entities\n- Pupil: name, email\n- Club: name, color\n- Membership: joined_at, remark\n\n${relation}\n`,
      );
      const line = lines.find((each) => each.startsWith('membership:')) ?? '';
      assert.match(line, /pupil → pupil/u, lines.join('\n'));
      assert.match(line, /club → club/u);
      assert.doesNotMatch(lines.join('\n'), /\[\]/u);
    });
});
