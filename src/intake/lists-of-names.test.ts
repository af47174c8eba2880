import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'x.md', text }).value);
}

const namesIn = (text: string) => read(text).map((line) => line.split(':')[0]);

describe('objects of the business are records, several of them in a point or not', () => {
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['# 牧场\n\n## 业务对象\n\n- 牧场主\n- 动物、饲料、疫苗\n\n## 功能\n\n- 登录\n', ['mu-chang-zhu', 'animal', 'feed', 'vaccine']],
    ['# 牧場\n\n## 業務オブジェクト\n\n- 動物\n- 飼料、牧草\n\n## 機能\n\n- ログインする\n', ['animal', 'si-liao', 'mu-cao']],
    ['# 목장\n\n## 업무 객체\n\n- 동물\n- 사료, 백신\n\n## 기능\n\n- 로그인\n', ['animal', 'feed', 'vaccine']],
    ['# Hof\n\n## Geschäftsobjekte\n\n- Tier\n- Futter, Impfstoff\n\n## Funktionen\n\n- Anmelden mit einem Passwort\n', ['tier', 'futter', 'impfstoff']],
  ];
  for (const [text, names] of cases)
    test(text.split('\n')[2] ?? '', () => assert.equal(namesIn(text).length, names.length, read(text).join('\n')));
});

describe('a story that makes a thing and fills in its attributes', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    ['# 仓库\n\n## 用户故事\n\n- 作为店员，我可以创建订单并填写客户、地址和备注。\n- 作为店员，我可以查看订单。\n', /^order: customer .*, address .*, remarks /u],
    ['# 倉庫\n\n## ユーザーストーリー\n\n- 店員として、注文を登録し、顧客、住所、備考を入力できる。\n- 店員として、注文を閲覧できる。\n', /^order: customer .*, address .*, remarks /u],
    ['# 창고\n\n## 사용자 스토리\n\n- 점원으로서 주문을 등록하고 고객, 주소, 비고를 입력할 수 있다.\n- 점원으로서 주문을 조회할 수 있다.\n', /^order: customer .*, address .*, remarks /u],
  ];
  for (const [text, line] of cases)
    test(text.split('\n')[4] ?? '', () => assert.match(read(text).join('\n'), line));
});

describe('attributes between slashes', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    ['# 牧場\n\n## 管理画面要件（お知らせ）\n\n- 管理画面で更新できる\n- 項目：タイトル / 本文 / 日付\n', /^announcement: title .*, body .*, date /u],
    ['# 牧場\n\n## 動物情報の要件\n\n- 必須項目：名前、種、住所\n- 種は一つだけ選べる\n', /^animal: name .*, species .*, address /u],
    ['# 牧场\n\n## 功能需求\n\n| 编号 | 需求 | 说明 |\n|---|---|---|\n| F-1 | 注册 | 用户名/邮箱/密码；邮箱唯一 |\n| F-2 | 登录 | 邮箱 + 密码 |\n', /^@user: username .*, email /u],
    ['# 牧场\n\n## 功能需求\n\n- 每次体检自动落库（日期/体重/备注）\n- 支持查看体检\n', /^checkup: date .*, weight .*, remarks /u],
  ];
  for (const [text, line] of cases)
    test(text.split('\n').find((each) => each.includes('/') || each.includes('、')) ?? '', () =>
      assert.match(read(text).join('\n'), line));
});
