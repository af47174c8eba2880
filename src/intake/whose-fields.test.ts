import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entityName } from './data/entity-name.ts';
import { vocabularyOf } from './lexicon/vocabulary.ts';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';
import type { Language } from './words/language.ts';

/** "Required fields", in any language, are those of what the heading names, and no thing of their own. */
const labels: readonly (readonly [heading: string, label: string, list: string, is: string])[] = [
  ['ボート登録', '**入力項目**', '船名（必須）\n長さ（数値）\n備考', '備考'],
  ['ボート', '**表示項目**', '船名（必須）\n長さ（数値）\n備考', '備考'],
  ['보트 등록', '**입력 항목**', '이름 (필수)\n길이 (숫자)\n메모', '메모'],
  ['Cometas', 'Datos disponibles:', 'nombre\npeso (kg)\nfecha de compra', 'fecha de compra'],
  ['Pipas', 'Campos obrigatórios mínimos:', 'nome\npeso (kg)\ndata de compra', 'data de compra'],
  ['Drachen', 'Optionale Felder:', 'Name\nGewicht (kg)\nKaufdatum', 'Kaufdatum'],
  ['Бриг', 'Обязательные поля:', 'название\nвес (кг)\nдата покупки', 'дата покупки'],
];

describe('fields that a label announces are those of the heading', () => {
  for (const [heading, label, list, field] of labels)
    test(`${heading}: ${label}`, () => {
      const points = list
        .split('\n')
        .map((point) => `- ${point}\n`)
        .join('');
      const { value } = readRequirements({
        document: 'x.md',
        text: `# X\n\n${heading === 'Drachen' ? 'Das ist die Liste der Dinge, die wir haben.\n\n' : ''}## ${heading}\n\n${label}\n\n${points}`,
      });
      const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
      assert.equal(entities.length, 1, outline(value).join('\n'));
      assert.ok(entities[0]?.fields.some(({ label: written }) => written === field));
      assert.ok(heading.startsWith(entities[0]?.label ?? '-'), entities[0]?.label);
    });
});

/** Pieces of sentences that stand where a name could, and beside them names that look alike. */
const pieces: readonly (readonly [language: Language, piece: string, name: string])[] = [
  ['es', 'quién cambió', 'Quiniela'],
  ['pt', 'já possui', 'Jabuti'],
  ['fr', 'table est enrichie avec', 'Estafette'],
  ['it', 'relative ai lavaggi', 'Relativista'],
  ['pl', 'z paginacją', 'Zebra'],
  ['de', 'KI-Vorschlag liefert', 'Offene Lieferung'],
  ['ru', 'момент отметки берётся', 'Монета'],
  ['ru', 'берётся', 'Береста'],
  ['tr', 'kilometre ile', 'Kilim'],
  ['ko', '없도록', '도록 대출'],
  ['ko', '접수 및', '접수처'],
];

describe('a piece of a sentence names no record', () => {
  for (const [language, piece, name] of pieces)
    test(`${language}: ${piece}, ${name}`, () => {
      const vocabulary = vocabularyOf(language);
      assert.equal(entityName(piece, vocabulary, true), undefined);
      assert.equal(entityName(name, vocabulary, true)?.name, name);
    });
});

/** What a heading says of a record beside its name: a view of it, its table, a group of its fields. */
const headings: readonly (readonly [text: string, is: readonly string[]])[] = [
  [
    '## データ要件\n\n### boats テーブル定義\n\n| カラム名 | 型 |\n|---|---|\n| mast | INT |\n| hull | TEXT |\n\n## API仕様\n\n### クエリパラメータ\n\n| 名前 | 型 |\n|---|---|\n| keyword | string |\n| sort | string |\n',
    ['boat'],
  ],
  [
    '## 종목 조회\n\n종목 상세보기 정보\n\n- 종목명\n- 종목코드\n- 보유 수량\n\n종목 리스트 항목\n\n- 종목명\n- 현재가\n',
    ['jong-mog'],
  ],
  [
    '## Kontakte – Datenstruktur\n\nFolgende Daten werden erfasst und sind sichtbar.\n\n### Basis-Felder\n\n| Feld | Optionen / Typ |\n|---|---|\n| Vorname | Text |\n| Status | Neu / Kalt |\n',
    ['kontakt'],
  ],
  [
    '## 接口\n\n### 新增船只\n\n请求：\n\n```json\n{ "mast": 1, "hull": "oak", "name": "x" }\n```\n\n响应：\n\n```json\n{ "code": 200, "message": "ok", "data": {} }\n```\n',
    [],
  ],
  [
    '## Fonctionnalités\n\nLe client veut trouver une offre avec des mots.\n\n- Filtres de recherche : mot-clé, ville, catégorie, prix, date\n',
    [],
  ],
];

/** Whose the fields are is said before them: by a title of two names, or by what is made. */
const owners: readonly (readonly [text: string, is: string])[] = [
  [
    'Das System ist für alle da.\n\n## 8. Aufgaben / Schwarzes Brett\n\n- Sichtbar für alle\n- **Felder:** Titel, Ort, Beschreibung\n',
    'aufgabe: titel string!, ort string, beschreibung text',
  ],
  [
    '## Gestión\n\n- El sistema debe permitir la creación de nuevos cometas en el sistema, especificando la información esencial (número, nombre completo, fecha de compra).\n',
    'cometa: numero string, nombre-completo string, fecha-de-compra date',
  ],
  [
    '## Gestão\n\n- O sistema deve permitir o cadastro de pipas no sistema, informando os dados obrigatórios (número, nome, data de compra).\n',
    'pipa: numero string, nome string!, data-de-compra date',
  ],
  [
    '## Registro de Transacciones\n\n- Cada transacción debe registrar la fecha, el monto y el motivo.\n',
    'transaccion: fecha date, monto money, motivo text',
  ],
];

describe('whose fields they are stands before them', () => {
  for (const [text, is] of owners)
    test(is, () => {
      const { value } = readRequirements({ document: 'x.md', text: `# X\n\n${text}` });
      assert.deepEqual(outline(value), [is]);
    });
});

describe('what stands around the name of a record is none', () => {
  for (const [text, is] of headings)
    test(text.split('\n')[2] ?? '', () => {
      const { value } = readRequirements({ document: 'x.md', text: `# X\n\n${text}` });
      const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
      assert.deepEqual(
        entities.map(({ name }) => name),
        is,
      );
    });
});
