import { readField } from '../../declaration/read-field.ts';
import { readValue } from '../../declaration/read-values.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { headingEntity } from '../heading-entity.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { matchText } from '../../words/match-text.ts';

/** What one of a few values is usually kept in. */
const attribute =
  'status|state|stage|priority|category|type|kind|estado|situación|situação|tipo|categoría|categoria|prioridad|prioridade|stato|tipologia|priorità|statut|état|etat|priorité|catégorie|zustand|priorität|kategorie|art|typ|статус|состояние|тип|приоритет|категория|стан|пріоритет|категорія|prioriteit|categorie|priorytet|kategoria|stan|forma de (?:pago|pagamento)|método de pago|modalità di pagamento|mode de paiement|zahlungsart|способ оплаты|спосіб оплати';
const of =
  "(?:of|for|de|del|dell[oa]|dei|delle|degli|di|da|do|dos|das|du|des|von|van)\\s+|d[e]?ll'|d['’]";
const article =
  "(?:(?:an?|the|each|every|un|una|uno|une|um|uma|el|la|le|lo|los|las|il|o|os|as|les|cada|ogni|chaque|der|die|das|des|dem|den|eine[srmn]?|jede[srmn]?|een|de|het|elke)\\s+|l['’])?";
/** Verbs before the values of a field, for a regular expression. */
export const canBe =
  '∈|can be|may be|is one of|is either|must be one of|has one of|puede ser|podrá ser|debe ser|es uno de|pode ser|poderá ser|deve ser|é um de|può essere|deve essere|è uno tra|peut être|doit être|est|è|es|é|ist|is|kann|ist entweder|может быть|может принимать значения|бывает|може бути|може набувати значень|kan|może być|puede tener los valores|pode ter os valores';

const sentence = new RegExp(
  `^${article}(?<field>${attribute})\\s+(?:(?:${of})${article})?(?<entity>[\\p{L}][\\p{L}'-]{2,30}(?: \\p{L}{3,20})?)\\s+(?:${canBe})(?!\\p{L})\\s*[:：]?\\s*(?<values>.+?)(?:\\s+sein|\\s+zijn)?$`,
  'iu',
);
const englishOrder = new RegExp(
  `^${article}(?<entity>[\\p{L}][\\p{L}-]{2,30})\\s+(?<field>${attribute})\\s+(?:${canBe})(?!\\p{L})\\s*[:：]?\\s*(?<values>.+)$`,
  'iu',
);
const label = new RegExp(
  `^${article}(?<field>${attribute})(?:\\s+(?:(?:${of})${article})?(?<entity>[\\p{L}][\\p{L}'-]{2,30}))?\\s*(?:\\((?<inside>[^()]+)\\)|[:：]\\s*(?<values>.+))$`,
  'iu',
);
const wide =
  /^(?:(?<entity>[\p{L}ー]{1,10}?)(?:の|的|의)?\s?)??(?<field>状態|ステータス|種別|区分|優先度|状态|类型|优先级|상태|유형|우선순위)(?:の|을|를)?\s?(?:(?:管理|設定|変更|切り?替え?|设置|变更|切换|관리|설정|변경|지정)(?=\s?[（(]))?(?:は|には|を|可以是|可以为|可以|包括|包含|分为|有|为|是|는|은|에는)?\s*[:：、,（(]?\s*(?<values>.+?)(?:の(?:いずれか|どれか|うち|[0-9３-９]つ|\p{Nd}種類).*|중 하나.*|등이 있다.*|으로 구분.*|로 구분.*|とする|がある|を持つ|등|等|[)）])*$/u;

/** The values that a field may have: "The status of a course can be planned, running or finished", "Statut de l'offre (ouverte, clôturée)". */
export const valueLists: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'code' || !isBelievable(reading.kinds[block.section])
      ? []
      : statementsOf(block).flatMap((each): Claim[] => {
          if (each.text.length > 300) return [];
          const found = valuesIn(plainSentence(each.text), block, reading);
          if (found === undefined) return [];
          const source = spanIn(reading.document, block, each.start, each.end);
          return [{ ...found, source, section: block.section }];
        }),
  );

type Found = Omit<Extract<Claim, { kind: 'field' }>, 'source' | 'section'>;

function valuesIn(text: string, block: Block, reading: Reading): Found | undefined {
  const { vocabulary } = reading;
  const bare = text.trim().replace(/[.。;；]+$/u, '');
  for (const pattern of [sentence, englishOrder, label, wide]) {
    if (pattern === label && block.kind === 'row') continue;
    const groups = matchText(pattern, bare)?.groups;
    const field = groups?.['field'];
    if (groups === undefined || field === undefined) continue;
    const written = groups['entity'];
    const name =
      written === undefined ? headingEntity(block, reading) : entityName(written, vocabulary, true);
    // "priority (integer, min 1, default 3)" declares a field; no word of it is a value.
    const inside = groups['inside'];
    const declared =
      inside === undefined ? undefined : readField(`${field} (${inside})`, vocabulary)?.facts;
    if (declared?.type !== undefined) continue;
    const values = declared?.values ?? readAll(inside ?? groups['values'] ?? '', reading);
    // 「출고 요청 상태」: of the request for it, which no name of two words is cut from.
    if (pattern === wide && written !== undefined && name?.name !== written.trim()) continue;
    if (name === undefined || values === undefined) continue;
    return {
      kind: 'field',
      entity: name.name,
      name: field,
      facts: { values },
      declared: false,
      evidence: 'described',
    };
  }
  return undefined;
}

/** The values of a list such as "draft, sent or paid"; undefined where it is none. */
export function readAll(text: string, { vocabulary }: Reading) {
  // "Type: Story | Priority: High" is about the ticket.
  if (/[|·]\s*\p{L}[\p{L} ]{1,20}:\s/u.test(text)) return undefined;
  const or = vocabulary.pattern(
    'values-or',
    (words) =>
      new RegExp(
        `\\s+(?:${words((lexicon) => lexicon.or)})\\s+|(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])(?:または|又は|もしくは|或者|或)|(?<=[」』”])(?=[「『“])|\\s*[→⇒/|]\\s*`,
        'giu',
      ),
  );
  const bare = text.trim().replace(/^\{([^{}]*)\}$/u, '$1');
  const parts = splitList(bare.replace(or, ', '), vocabulary).map(({ text: part }) =>
    readValue(part),
  );
  const short = parts.every(
    (value) =>
      value !== undefined && value.value.length <= 30 && value.value.split(' ').length <= 3,
  );
  const values = parts.filter((value) => value !== undefined);
  return short && values.length >= 2 && values.length <= 15 ? values : undefined;
}
