import type { LanguageRow } from './row.ts';

export const ja: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# 要件定義書

## データモデル

### 顧客

| 項目名 | データ型 | 必須 | 備考 |
|---|---|---|---|
| 会社名 | 文字列 | ○ | |
| 電話番号 | 文字列 | ○ | |
| 契約日 | 日付 | - | |

### 見積

| 項目名 | データ型 | 必須 | 備考 |
|---|---|---|---|
| 件名 | 文字列 | ○ | |
| 合計金額 | 整数 | ○ | |
| 顧客 | 参照 | ○ | 顧客テーブル |
`,
    data: [
      'customer: company-name string, phone phone',
      'quote: subject string, total-amount integer, customer reference',
    ],
  },
  {
    shape: 'prose',
    text: `# 図書館システム

各書籍には、タイトル、著者、出版社、発行年を登録する。
利用者は氏名、住所、電話番号、メールアドレスを持つ。
書籍の状態は「在架」「貸出中」「紛失」のいずれかとする。
利用者は同時に5冊まで借りることができる。
`,
    data: [
      'book: title string, author string, publisher string, status enum',
      'user: full-name string, address string, phone phone, email email',
    ],
  },
  {
    shape: 'requirements',
    text: `# 機能要件

1. 管理者は商品を登録・編集・削除できること。
2. 利用者を登録することができる。
3. 店員は注文を登録できる。
4. 注文のキャンセルができること。
5. 取引先の登録では、会社名、住所、電話番号を入力する。
6. 画面は見やすいデザインであること。
`,
    data: [
      'product:',
      'user:',
      'order:',
      'client: company-name string, address string, phone phone',
    ],
  },
  {
    shape: 'bullets',
    text: `# 予約管理アプリ

## 主要機能

### 予約管理
- **予約登録**
  - 予約日時、人数、備考
- **予約一覧表示**
- **予約キャンセル**

### スタッフ管理
- **スタッフ登録**
  - 氏名、電話番号、役職
- スタッフの編集・削除

## 技術スタック
- Next.js、PostgreSQL
`,
    data: [
      'reservation: starts-at datetime, remarks text',
      'staff: full-name string, phone phone, job-title string',
    ],
  },
  {
    shape: 'plain',
    text: `# 動物保護施設
施設は動物、スタッフ、申請を管理したい。
1. 動物を登録する：名前、種類（犬、猫、その他）、体重、登録日。
2. スタッフごとに氏名、電話番号、メールアドレスを保存する。
3. 各申請は日付、金額、備考（任意）、動物を持つ。
4. 申請の状態は「受付」「承認」「却下」のいずれかである。
`,
    data: [
      'animal: name string, type enum, weight number',
      'staff: full-name string, phone phone, email email',
      'application: date date, amount money, remarks text, animal reference, status enum',
    ],
  },
];
