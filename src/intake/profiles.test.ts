import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'x.md', text }).value);
}

describe('what a profile holds are attributes of whoever logs in', () => {
  const cases: readonly (readonly [text: string, line: RegExp])[] = [
    [
      '# 釣りクラブ\n\n## 機能\n\n- ログイン\n- プロフィール編集\n  - 氏名、生年月日\n  - 連絡先（電話番号、メール）\n  - 所属クラブ\n  - 顔写真\n- ログアウト\n',
      /^@user: full-name .*birth-date date, phone .*email .*, .*photo/u,
    ],
    [
      '# 钓鱼\n\n## 功能\n\n- 登录\n- 编辑个人资料\n  - 姓名、生日\n  - 联系方式（电话、邮箱）\n  - 身高\n',
      /^@user: full-name .*birth-date date, phone .*email .*height/u,
    ],
    [
      '# 낚시\n\n## 기능\n\n- 로그인\n- 프로필 편집\n  - 이름, 생년월일\n  - 연락처 (전화번호, 이메일)\n  - 주소\n',
      /^@user: name .*birth-date date, phone .*email .*address/u,
    ],
    [
      '# Бот\n\n## Функции\n\n- Заполнение профиля: имя, возраст, рост, любимая рыба\n- Запуск командой\n',
      /^@user: name .*age integer, rost number, lyubimaya-ryba string$/u,
    ],
    [
      '# Bot\n\nDie Angler sollen sehen, was sie gefangen haben.\n\n## Funktionen\n\n- Anmelden und abmelden\n- Profil anlegen: Name, Geburtsdatum, Größe, Lieblingsfisch\n',
      /^@benutzer: name .*, geburtsdatum date/u,
    ],
  ];
  for (const [text, line] of cases)
    test(text.split('\n')[0] ?? '', () => assert.match(read(text).join('\n'), line));

  test('what is done with a profile is no attribute', () => {
    const text =
      '# 釣り\n\n## 機能\n\n- プロフィール編集\n  - 写真アップロード\n  - 公開設定の変更\n  - 退会\n';
    assert.deepEqual(read(text), ['refused']);
  });

  test('the rows of a table of who may do what are no people', () => {
    const text = `# 釣りクラブ

## ユーザーと権限

| 種別 | 説明 |
|---|---|
| 漁師 | 魚を釣る人 |

### 権限マトリクス

| 機能 | 漁師 | 管理者 |
|---|---|---|
| 大会作成 | - | ○ |
| 大会閲覧 | ○ | ○ |

## 機能

- プロフィール編集
  - 氏名、生年月日
  - 住所、電話番号
- 大会の登録
- 大会の一覧表示
`;
    const lines = read(text);
    assert.match(lines.join('\n'), /^da-hui: name string!\n@user: full-name /u);
  });
});
