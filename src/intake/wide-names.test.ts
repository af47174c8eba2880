import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityName } from './data/entity-name.ts';
import { vocabularyOf } from './lexicon/vocabulary.ts';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Pieces of Chinese sentences, each beside a noun that begins or ends alike. */
const pairs: readonly (readonly [piece: string, name: string])[] = [
  ['能批量', '能源表计'],
  ['在列表中', '在线课程'],
  ['按楼层', '按摩师'],
  ['需手动', '需量电表'],
  ['不再', '不动产'],
  ['当车辆', '当事人'],
  ['只显示', '只读账户'],
  ['自动续期', '自动售货机'],
  ['仓库与车间', '参与者'],
  ['车辆和司机', '总和校验码'],
  ['图纸上传页面', '图纸'],
];

for (const [piece, name] of pairs)
  test(`${piece} is a piece of a sentence, ${name} may be a name`, () => {
    const vocabulary = vocabularyOf('zh');
    assert.equal(entityName(piece, vocabulary, true), undefined);
    assert.notEqual(entityName(name, vocabulary, true), undefined);
  });

test('a compound that ends in a word for no record is none, however often it is named', () => {
  const text = `# 车库\n\n## 功能需求\n\n- 创建停车区\n- 创建计费规则\n- 计费规则按小时计算\n- 停车区有闸机\n- 停车区与闸机绑定\n`;
  assert.deepEqual(
    outline(readRequirements({ document: 'x.md', text }).value).map((line) => line.split(':')[0]),
    ['ting-che-qu'],
  );
});

test('an appendix names nothing', () => {
  for (const [title, language] of [
    ['Appendix B', 'en'],
    ['附录 B', 'zh'],
    ['付録A', 'ja'],
    ['부록 1', 'ko'],
    ['Anhang A', 'de'],
    ['Приложение А', 'ru'],
  ] as const)
    assert.equal(entityName(title, vocabularyOf(language), true), undefined, title);
  assert.notEqual(entityName('Anlage', vocabularyOf('de'), true), undefined);
});

test('points that end in what the heading calls them are kinds of it, and no attributes', () => {
  const text = `# 工場\n\n## データベース設計\n\n### 点検項目\n\n- 温度点検\n- 圧力点検（始業時）\n- 外観点検\n`;
  assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), ['refused']);
});

test('a German adjective before a noun makes no other thing of it', () => {
  const text = `# Werkstatt\n\nDas System soll die Arbeit erleichtern.\n\n## Funktionen\n\n- Verwaltung der Aufträge\n- Aufträge anlegen und löschen\n- Verwaltung von regelmäßigen Aufträgen\n- Verwaltung von regelmäßigen Aufträgen mit Vorlage\n`;
  assert.deepEqual(
    outline(readRequirements({ document: 'x.md', text }).value).map((line) => line.split(':')[0]),
    ['auftrag'],
  );
});
