import type { LanguageRow } from './row.ts';

export const zh: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# 需求规格说明书

## 数据库设计

### 供应商表

| 字段名 | 类型 | 是否必填 | 说明 |
|---|---|---|---|
| 名称 | 字符串 | 是 | |
| 联系电话 | 字符串 | 是 | |
| 注册日期 | 日期 | 否 | |

### 采购单表

| 字段名 | 类型 | 是否必填 | 说明 |
|---|---|---|---|
| 单号 | 字符串 | 是 | 唯一 |
| 总金额 | 金额 | 是 | |
| 供应商 | 外键 | 是 | |
`,
    data: [
      'supplier: name string, phone phone',
      'purchase-order: total-amount money, supplier reference',
    ],
  },
  {
    shape: 'prose',
    text: `# 图书管理系统

系统需要记录每本图书的书名、作者、出版社和价格。
每个读者包含姓名、电话、邮箱和注册日期。
图书的状态可以是在馆、借出或遗失。
每个读者最多可以借阅5本图书。
`,
    data: [
      'book: author string, publisher string, price money, status enum',
      'reader: full-name string, phone phone, email email',
    ],
  },
  {
    shape: 'requirements',
    text: `# 功能需求

1. 管理员可以添加、修改和删除商品。
2. 系统应支持登记和修改供应商信息。
3. 店员可以创建订单。
6. 店员可以取消订单。
4. 客户信息包括姓名、电话、地址。
5. 界面应简洁美观。
`,
    data: [
      'product:',
      'supplier:',
      'order:',
      'customer: full-name string, phone phone, address string',
    ],
  },
  {
    shape: 'bullets',
    text: `# 宠物医院管理系统

## 功能模块

### 宠物管理
- 新增、编辑、删除宠物
- 宠物信息：名称、品种、年龄、体重

### 预约管理
- 创建预约（预约时间、宠物、备注）
- 预约状态：待确认、已确认、已取消

## 技术栈
- Vue、Spring Boot、MySQL
`,
    data: [
      'pet: name string, breed string, age integer, weight number',
      'appointment: remarks text, status enum',
    ],
  },
  {
    shape: 'plain',
    text: `# 动物收容所
收容所需要管理动物、员工和申请。
1. 登记动物：名称、种类（狗、猫、其他）、体重、登记日期。
2. 每位员工需要保存姓名、电话、邮箱。
3. 每个申请包含日期、金额、备注（可选）和动物。
4. 申请的状态为待审核、已通过或已拒绝。
`,
    data: [
      'animal: name string, type enum, weight number',
      'employee: full-name string, phone phone, email email',
      'application: date date, amount money, remarks text, animal reference, status enum',
    ],
  },
];
