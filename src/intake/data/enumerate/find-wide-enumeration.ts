import { inferType } from '../../declaration/infer-type.ts';
import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { isKnownNoun } from '../known-noun.ts';
import type { Reading } from '../reading.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import type { AttributeWords } from './attribute-score.ts';
import { isDoing } from './find-enumeration.ts';
import type { Enumeration } from './find-enumeration.ts';

const owner = '(?<owner>[\\p{L}\\p{N}ー ]{1,16}?)';
const list = '(?<list>[^。]{3,400}?)';

/** In Chinese, Japanese and Korean particles and verbs stand around a list instead of small words. */
const shapes: Readonly<Record<string, readonly RegExp[]>> = {
  ja: [
    // 「各支払いについて、予約、金額、支払日を記録する」
    new RegExp(
      `(?:^|[、,]|は)\\s*(?:各|それぞれの|すべての)?${owner}(?:について(?:は)?|に対して|に関して|ごとに|毎に|には|では|は|の情報として|情報として|として)[、,]?\\s*${list}(?:など)?(?:の情報|の項目)?(?:を|が|から|で|も)(?:[^、。]{0,6})?(?:記録|保存|登録|保持|管理|入力|設定|指定|含|持|有|構成|必要|記載|明記|記入|残|残す|ある|あり|もつ|格納)`,
      'u',
    ),
    // 「注文を登録し、顧客、住所を入力できる」
    new RegExp(
      `(?:^|[、,])(?<owner>[\\p{L}ー]{1,8}?)(?:を|の)(?:新規)?(?:登録|作成|追加|投稿)(?:して?|する際に?|時に)[、,]?(?<list>[^。をがは]{3,200}?)を(?:入力|設定|指定|記入|選択)`,
      'u',
    ),
    new RegExp(`^${owner}の${list}を(?:記録|保存|登録|保持|管理|入力|設定|記入)`, 'u'),
    // 「店舗名、住所、電話番号を管理する」
    new RegExp(
      `^(?=(?<owner>[\\p{L}ー]{2,8}?)(?:名[、,]|名称|番号[、,]))(?<list>[^。はがにで]{3,400}?)(?:など)?(?:の基本情報|の情報|の項目)?を(?:記録|保存|登録|保持|管理|入力|設定|記入)`,
      'u',
    ),
  ],
  zh: [
    // 「创建订单并填写客户、地址」
    new RegExp(
      `(?:创建|新建|新增|添加|登记|提交|发布|录入)(?<owner>\\p{L}{2,6}?)(?:[，,]?(?:并且?|然后|且)|时[，,]?)(?:需要?|应|必须|要)?(?:填写|录入|输入|指定|选择|提供|设置)(?<list>[^。]{3,200})$`,
      'u',
    ),
    // 「系统应保存每条洗护记录的宠物、服务项目、金额」
    new RegExp(
      `(?:记录|存储|保存|登记|维护|管理|录入|填写|需要知道|查看)每(?:个|条|位|本|件|张|名|部|款|项|种|辆|份|次|只|台|场|笔|间|家|套)?${owner}的${list}$`,
      'u',
    ),
    // 「登记客户的姓名、电话、生日」
    new RegExp(
      `(?:记录|存储|保存|登记|维护|管理|录入|填写|设置|编辑)(?!每)(?<owner>[\\p{L}]{2,8}?)的(?<list>[^。的]{3,400}?)(?:等(?:基本)?(?:信息|字段|属性|数据|内容)?)?$`,
      'u',
    ),
    // 「管理门店名称、地址、电话等信息」
    new RegExp(
      `(?:记录|存储|保存|登记|维护|管理|录入|填写|设置|编辑)(?!每)(?<owner>[\\p{L}]{2,4}?)(?=名称|姓名|编号|标题)(?<list>[^。的]{3,400}?)(?:等(?:基本)?(?:信息|字段|属性|数据|内容)?)?$`,
      'u',
    ),
    // 「每次喂食需要记录宠物、喂食时间、食物和数量」
    new RegExp(
      `(?:^|[，,；;：:])(?:每(?:个|条|位|本|件|张|名|部|款|项|种|辆|份|次|只|台|场|笔|间|家|套)?|对于每.|一(?:个|条|位|本|件|张|名|部|款|项|种|辆|份|次|只|台|场|笔|间|家|套)|所有)?${owner}(?:时|的)?(?:信息|资料|数据)?(?:，|,)?(?:应该?|需要?|必须|可以|都|要|会)*(?:记录|包括|包含|含有|具有|拥有|填写|保存|存储|登记|由|有|录入|提供)(?:以下|如下)?(?:信息|内容|字段|属性)?[:：]?${list}(?:等(?:信息|字段|属性|数据|内容)?|组成|构成)?$`,
      'u',
    ),
  ],
  ko: [
    // 「주문을 등록하고 고객, 주소를 입력한다」
    new RegExp(
      `(?:^|\\s)(?<owner>[가-힣]{1,8}?)(?:을|를) (?:등록|생성|작성|추가)(?:하고|하며|하면서|할 때|시) (?<list>[^.。]{3,200}?)(?:을|를) (?:입력|설정|지정|작성|선택)`,
      'u',
    ),
    // 「매장 이름, 주소, 전화번호 등 기본 정보를 관리한다」
    new RegExp(
      `^(?<owner>[\\p{L}]{2,8}?)(?<!의) (?=이름|명칭|제목|번호[,、])(?<list>[^.。]{3,400}?)(?: 등)?(?: 기본)?(?: 정보| 항목)?(?:(?:을|를) (?:저장|기록|관리|보관|등록|입력|설정)| (?:설정|입력)$)`,
      'u',
    ),
    // 「수업은 제목, 강사, 요일로 구성된다」
    new RegExp(
      `^(?:각|모든|하나의)?\\s*${owner}(?:에는|에서는|은|는|마다|별로|의 경우| 시에는| 시에| 시|할 때(?:는)?|을 등록할 때|의)\\s+${list}(?: 등)?(?: 기본)?(?: 정보| 항목| 등)?(?<=[\\p{L}\\p{N})）])(?:을|를|이|가|으로|로|도)\\s*(?:[가-힣]{0,6}\\s)?(?:저장|기록|관리|보관|등록|입력|포함|구성|가진|갖|가지|있|필요|남긴|남겨|적|작성|이루어)`,
      'u',
    ),
  ],
};

/** 「会場名、住所、収容人数を登録する」: what the heading names has them. */
const ownerless =
  /^(?<list>[^。はがにで]{3,200}?(?:、[^。はがにで]{1,60}?)+)(?:など)?(?:の情報|の項目)?を(?:記録|保存|登録|保持|管理|入力|設定|記入)(?:する|します|できる|できます|し)?$/u;

const labelled = new RegExp(
  `^(?:[·・•-]\\s*)?${owner}(?:信息|情報|정보|データ|数据)?\\s*(?:[:：]|\\s[-–—]\\s|→|=>)\\s*(?<list>[^。]{3,400})$`,
  'u',
);
const bracketed = new RegExp(`^${owner}(?:信息|情報|정보)?\\s*[(（](?<list>.{5,400})[)）]$`, 'u');

/** The list of attributes in a sentence that puts no blanks between its words, and its owner. */
export function findWideEnumeration(
  text: string,
  reading: Reading,
  attributes: AttributeWords,
  isListed: boolean,
): Enumeration | undefined {
  const bare = text
    .trim()
    .replace(/[.。;；]+$/u, '')
    .replace(point, '')
    .replace(teller, '')
    .replace(aside, '');
  if (bare.length > 600 || /[{}]|===|&&/.test(bare)) return undefined;
  const said = shapes[reading.language] ?? [];
  for (const pattern of [labelled, bracketed, ...said, ownerless]) {
    const groups = pattern.exec(bare)?.groups;
    const isOwnerless = pattern === ownerless;
    const name = ownerIn(groups?.['owner'] ?? '', reading);
    if (groups === undefined || doing.test(groups['list'] ?? '')) continue;
    if (name === undefined && !isOwnerless) continue;
    if (name !== undefined && actor.test(name.name) && acting.test(bare)) continue;
    // 「開催日時（開始・終了）」 is an attribute with two halves.
    if (pattern === bracketed && inferType(name?.name ?? '', reading.vocabulary) !== undefined)
      continue;
    const fields = fieldsIn(groups['list'] ?? '', reading);
    if (fields === undefined || isDoing(fields, reading)) continue;
    const score = attributes.of(fields);
    const isLabel = pattern === labelled || pattern === bracketed;
    const isKnown = name !== undefined && isKnownNoun(name.name, reading.vocabulary);
    const least = isLabel ? (isListed || isKnown ? 0.6 : 0.75) : isKnown ? 0.55 : 0.7;
    if (score.sure < 2 || score.mean < least) continue;
    const names = name === undefined ? [] : [name];
    const occasion = name !== undefined && applicant.test(name.name) && acting.test(bare);
    return {
      owner: { names, certainty: isLabel ? 0.6 : 0.9, ...(occasion && { occasion }) },
      fields,
      score,
    };
  }
  return undefined;
}

/** A bullet inside a cell. */
const point = /^[•·・▪‣◦-]\s*/u;
/** Who tells a story: 「店員として、…」. */
const teller =
  /^(?:[\p{L}ー]{0,8}(?:者|員|人|スタッフ|ユーザー?|マネージャー|会員|客|師|士|長|担当|オーナー)として[、,]|作为[^，,、]{2,12}[，,]我?(?:可以|希望|想要?|能够?|要|需要)?|[가-힣 ]{2,12}(?:으로서|로서),? )/u;
/** How it is done, and which one is meant: 「팝업을 통해 신규 고객의 …」. */
const aside =
  /^(?:[^,.、。]{1,30}?(?:통해|통하여|이용하여|이용해|하는|되는|된|있는)\s+)?(?:신규|새로운|기존|해당|新規の?|新しい|既存の?|登録済みの|新的?|已有的?)\s*|^[^,.、。]{1,30}?(?:통해|통하여|이용하여|이용해|하는|되는|된|있는)\s+/u;

/** A list of what is shown. */
const doing =
  /^(?:显示|展示|查看|支持|提供|输入|选择|点击|表示|閲覧|選択|検索|조회|선택|표시|검색)/u;
/** Who enters something, and of whom nothing that is entered is an attribute. */
const actor =
  /^(?:사용자|관리자|운영자|직원|담당자|시스템|店员|用户|管理员|员工|系统|システム|スタッフ|ユーザー?|利用者|管理者|担当者|従業員)$/u;
/** Who hands in something of his own: below a heading, that is what has what he enters. */
const applicant =
  /^(?:参加者|申込者|応募者|申請者|予約者|注文者|利用者|お客様|顧客|会員|回答者|신청자|참가자|지원자|회원|고객|申请人|参加者|报名者|会员|客户)$/u;
const acting = /입력|등록|작성|수정|登记|录入|输入|填写|记录|登録|記録|入力|編集|変更/u;
/** What is done with things, or where it is seen. */
const feature =
  /(?:ログイン|サインイン|認証|リセット|로그인|인증|재설정|认证|注册|重置|展示|管理|查询|检索|搜索|统计|登录|一覧|検索|表示|登録|画面|機能|조회|관리|목록|화면|기능|검색|등록|작성)$/u;

function ownerIn(text: string, { vocabulary }: Reading): EntityName | undefined {
  const bare = text
    .trim()
    .replace(
      /^(?:各|每(?:个|条|位|件|张|名|项|次|只)?|该|各个|모든|각|또한|그리고|また|なお)\s*/u,
      '',
    )
    .replace(/(?:を|을|를)?\s*(?:登録|追加|作成|등록|추가|생성)(?:する|한다|하기|시)?$/u, '')
    .replace(/^(?:创建|新增|登记|添加|录入|填写|修改|新建)(?=..)/u, '')
    .replace(/(?:信息|情報|정보|时|時)$/u, '')
    // 「每次体检自动落库（日期/体重）」
    .replace(/(?<=..)(?:自动|都|均|会)*(?:落库|入库|存档|保存|存储)$/u, '');
  if (bare.replace(/\s/g, '').length < 2 || bare.length > 14 || feature.test(bare))
    return undefined;
  const name = entityName(bare, vocabulary, true);
  // A "cleaning record" is not the cleaning.
  return name !== undefined && /.(?:記録|记录|기록)$/u.test(bare) ? { ...name, name: bare } : name;
}

function fieldsIn(text: string, { vocabulary }: Reading): readonly NounField[] | undefined {
  const slash = /(?<=\p{L})\s?[/／]\s?(?=\p{L})/gu;
  // "one/several" is a choice, "title/text/date" a list.
  const isSlashed = (text.match(slash)?.length ?? 0) > 1 && !/[,，、]/u.test(text);
  const parts = splitList(
    text
      .replace(/[·・]/gu, '、')
      .replace(isSlashed ? slash : /$^/u, (sign) => '、'.padEnd(sign.length)),
    vocabulary,
  );
  const fields = parts.flatMap((part): NounField[] => {
    const field = readField(part.text.replace(/^(?:및|그리고|また|と)\s*/u, ''), vocabulary);
    return field === undefined || field.name.length > 14
      ? []
      : [{ field, start: part.start, end: part.start + part.text.length, text: part.text }];
  });
  return parts.length > 1 && parts.length < 40 && fields.length === parts.length
    ? fields
    : undefined;
}
