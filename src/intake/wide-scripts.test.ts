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

describe('values in brackets behind what is done with an attribute', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    [
      '# 창고\n\n## 기능 요구사항\n\n### 주문 관리\n- 주문 등록, 수정, 삭제\n- 주문 상태 관리 (접수, 포장, 발송)\n- 우선순위 설정 (높음, 보통, 낮음)\n',
      /^order: .*status enum\(접수\|포장\|발송\).*priority enum\(높음\|보통\|낮음\)/u,
    ],
    [
      '# 倉庫\n\n## 機能要件\n\n### 注文管理\n- 注文の登録、編集、削除ができる\n- 注文ステータスの変更（受付、梱包、発送）\n- 優先度の設定（高、中、低）\n',
      /^order: .*status enum\(受付\|梱包\|発送\).*priority enum\(高\|中\|低\)/u,
    ],
    [
      '# 仓库\n\n## 功能需求\n\n### 订单管理\n- 创建、编辑、删除订单\n- 订单状态管理（待处理、已打包、已发货）\n- 优先级设置（高、中、低）\n',
      /^order: .*status enum\(待处理\|已打包\|已发货\).*priority enum\(高\|中\|低\)/u,
    ],
  ];
  for (const [text, line] of cases)
    test(text.slice(2, 4), () => assert.match(read(text).join('\n'), line));
});

test('the word in brackets beside a name in Latin letters is its name as well', () => {
  const text = `# 도서관\n\n## 데이터 모델\n\n### 주요 엔티티\n- Shelf (서가칸)\n- Book (도서)\n\n## 기능\n\n### 서가칸 관리\n- 서가칸 등록 (번호, 이름, 위치)\n`;
  assert.match(read(text).join('\n'), /^shelf: number .*name string.*location.*\nbook: /u);
});

describe('points that set an attribute of what the heading names', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    [
      '# 공방\n\n## 기능 요구사항\n\n### 주문 관리\n- 주문 등록, 수정, 삭제\n- 마감일 설정 및 알림\n- 담당자 지정 (단일/복수)\n- 알림 설정\n',
      /^order: due-date date, assignee string$/u,
    ],
    [
      '# 工房\n\n## 機能要件\n\n### 注文管理\n- 注文の登録、編集、削除ができる\n- 期限の設定\n- 担当者の指定\n- 通知設定\n',
      /^order: due-date date, assignee string$/u,
    ],
    [
      '# 工坊\n\n## 功能需求\n\n### 订单管理\n- 创建、编辑、删除订单\n- 设置截止日期\n- 指定负责人\n- 通知设置\n',
      /^order: due-date date, owner string$/u,
    ],
  ];
  for (const [text, line] of cases)
    test(text.slice(2, 4), () => assert.match(read(text).join('\n'), line));
});

test('a step that sets attributes by their names says whose they are', () => {
  const text = `# 공방\n\n## 기능\n- 주문 등록, 수정, 삭제\n- 주문 조회\n\n## 시나리오\n1. 사용자가 로그인\n2. 주문 제목, 설명, 마감일 설정\n`;
  assert.match(read(text).join('\n'), /^order: title string!?, description text, due-date date$/u);
});

describe('points below the details of a thing are its attributes, all of them', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    [
      '# 釣り\n\n## 機能\n\n### 1. 商品一覧・詳細\n\n- 商品検索\n- 商品詳細表示\n  - 名称、場所、日時\n  - 説明、集合写真\n  - 参加費、賞品\n- 商品への申込\n',
      /^product: name .*place .*date-time .*description .*, .*, .*, [^,]*$/u,
    ],
    [
      '# 낚시\n\n## 기능\n\n- 상품 등록, 수정\n- 상품 상세 조회\n  - 제목, 장소, 일시\n  - 설명, 상품권\n',
      /^product: title .*, place .*, date-time .*, description .*, [^,]*$/u,
    ],
    [
      '# 钓鱼\n\n## 功能\n\n- 创建、编辑活动\n- 查看活动详情\n  - 标题、地点、时间\n  - 描述、奖杯\n',
      /^event: title .*, place .*, time .*, description .*, [^,]*$/u,
    ],
  ];
  for (const [text, line] of cases)
    test(text.slice(2, 4), () => {
      const lines = read(text);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines.join('\n'), line);
    });
});
