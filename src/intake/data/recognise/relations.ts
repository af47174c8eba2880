import { spanIn } from '../../document/span-in.ts';
import { statementsOf } from '../statements-of.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, RelationClaim } from '../claim.ts';
import type { Block, Row } from '../../document/document.ts';
import { entityName } from '../entity-name.ts';
import { headingEntity } from '../heading-entity.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { matchText } from '../../words/match-text.ts';

const noun = String.raw`(?:(?:an?|the|each|every|all|one|tod[oa]s?(?: [oa]s?)?|toute?|um|uma|un|una|cada|el|la|o|a|ein|eine|jede[rs]?|chaque|le|une|ogni|il|кажд\S+)\s+)?([\p{L}][\p{L}\p{N}_-]{1,30}(?:\s[\p{Lu}][\p{L}]{1,20}){0,2})`;
/** As few words as can be, where a verb follows: "a customer can have". */
const subject = noun.replace(/\)\{0,2\}\)$/u, '){0,2}?)');
const arrow = String.raw`(?:<?[-–—]+>|→|⇒|<-+>|↔|⟶|—+<|-+<|\|\|--o\{|\}o--\|\|)`;
const oneToMany = String.raw`(?:1\s*[:：\-–]\s*(?:N|n|\*|M|m|many|多)|1\s*(?:para|a|to|zu|à|対|对|:)\s*(?:N|n|many|多|muitos|muchos|viele|plusieurs|多数)|one[- ]to[- ]many|일대다|一对多|一対多|um[- ]para[- ]muitos|uno a muchos|un a plusieurs|один[- ]ко[- ]многим|1\s*:\s*0\.\.\*)`;
const manyToMany = String.raw`(?<![\p{L}])(?:[NMnm]\s*[:：\-–]\s*[NMnm]|many[- ]to[- ]many|다대다|多对多|多対多|muitos[- ]para[- ]muitos|muchos a muchos|plusieurs a plusieurs|многие[- ]ко[- ]многим|N\s+(?:para|a|to|zu|à)\s+[NM])(?![\p{L}])`;
const manyToOne = String.raw`(?<![\p{L}])(?:(?:N|n|\*|M)\s*[:：\-–]\s*1|many[- ]to[- ]one|다대일|多对一|多対一)`;
const oneToOne = String.raw`(?:1\s*[:：\-–]\s*1|one[- ]to[- ]one|일대일|一对一|一対一|um[- ]para[- ]um|uno a uno|один[- ]к[- ]одному)`;

/** `Author → Book (1:N)`, `A 1:N B`, `A has many B`, `B belongs to A`, and the same in other languages. */
export const relations: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const block of reading.document.blocks) {
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      !isBelievable(reading.kinds[block.section])
    )
      continue;
    const row = block.kind === 'row' ? rowRelation(block, reading) : undefined;
    if (row !== undefined)
      claims.push({ kind: 'relation', ...row, source: block.span, section: block.section });
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 300) continue;
      const plain = plainSentence(sentence.text);
      const relation = relationOf(plain, reading) ?? belonging(plain, block, reading);
      if (relation === undefined) continue;
      const source = spanIn(reading.document, block, sentence.start, sentence.end);
      for (const each of throughRecord(relation, plain, reading))
        claims.push({ kind: 'relation', ...each, source, section: block.section });
    }
  }
  return claims;
};

type Found = Omit<RelationClaim, 'kind' | 'source' | 'section'>;

function relationOf(text: string, reading: Reading): Found | undefined {
  for (const { hint, pattern, read } of shapes) {
    const match = hint.test(text) ? matchText(pattern, text) : null;
    if (match === null) continue;
    const left = nameOf(match[1], reading);
    const right = nameOf(match[2], reading);
    if (left !== undefined && right !== undefined) return read(left, right);
  }
  return undefined;
}

const belongs = new RegExp(
  `^(?:it\\s+|each\\s+)?(?:belongs? to|is part of|gehört zu|pertenece a|pertence a|appartient à|appartiene a)\\s+(?:exactly |only )?(?:one |a single |eine[mr] )?${noun}(?=$|[.,;(])`,
  'iu',
);

/** "Belongs to a bike." below the heading of an entity. */
function belonging(text: string, block: Block, reading: Reading): Found | undefined {
  const to = nameOf(matchText(belongs, text.trim())?.[1], reading);
  const from = to === undefined ? undefined : headingEntity(block, reading)?.name;
  return to === undefined || from === undefined || from === to
    ? undefined
    : { from, to, cardinality: 'one', required: true };
}

/** "(many-to-many, through Enrolment)": the two are joined by records that each belong to one of both. */
function throughRecord(relation: Found, text: string, reading: Reading): readonly Found[] {
  const found = relation.cardinality === 'many' ? matchText(through, text) : null;
  const between = nameOf(found?.[1] ?? found?.[2], reading);
  return between === undefined
    ? [relation]
    : [relation.from, relation.to].map((to) => ({ from: between, to, cardinality: 'one' }));
}

/** Before the name in most languages, behind it in Japanese, Korean and Turkish. */
const through =
  /(?:[\s(（,，、])(?:through|via|a través de|por medio de|através de|por meio de|via une?|à travers|tramite|attraverso|über|через|通过|经由)\s*(?:the |la |el |a |o |die |den |das )?`?([\p{L}_][\p{L}\p{N}_]{2,40})`?(?=$|[\s).,;，）。])|([\p{L}_][\p{Script=Latin}\p{N}_]{2,40}|[\p{Script=Hangul}]{2,12}|[\p{Script=Han}\p{Script=Katakana}ー]{2,12})`?\s*(?:을 통해|를 통해|を介して|を通じて|を経由| üzerinden)/iu;

const cardinality = new RegExp(`^(?:${oneToMany}|${manyToMany}|${manyToOne}|${oneToOne})$`, 'iu');

/** `Supplier → Article | N:M`, `Supplier | Article | N:M`: a row that gives the cardinality in a cell of its own. */
function rowRelation({ cells }: Row, reading: Reading): Found | undefined {
  const texts = cells.map((cell) => cell.text.trim());
  const at = texts.findIndex((text) => cardinality.test(text));
  if (at < 0) return undefined;
  const pair =
    texts.find((text) => new RegExp(arrow).test(text)) ??
    texts
      .filter((_, index) => index !== at)
      .slice(0, 2)
      .join(' → ');
  return pair.length > 120 ? undefined : relationOf(`${pair} ${texts[at]}`, reading);
}

function nameOf(text: string | undefined, { vocabulary }: Reading): string | undefined {
  return text === undefined ? undefined : entityName(text, vocabulary, true)?.name;
}

/** `hint` is a cheap test for the words without which `pattern`, which is not, can't match. */
interface Shape {
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly read: (left: string, right: string) => Found;
}

const shapes: readonly Shape[] = [
  ...cardinal(oneToMany, (left, right) => ({ from: right, to: left, cardinality: 'one' })),
  ...cardinal(manyToMany, (left, right) => ({ from: left, to: right, cardinality: 'many' })),
  ...cardinal(manyToOne, (left, right) => ({ from: left, to: right, cardinality: 'one' })),
  ...cardinal(oneToOne, (left, right) => ({
    from: left,
    to: right,
    cardinality: 'one',
    unique: true,
  })),
  {
    hint: /belong|linked|related|assigned|attached|associated|connected|tied|vinculad|associad|asociad|relacionad|ligad|atribu|pertene?ce|appartien|rattach|lié|associé|collegat|associat|gehört|zugeordnet|связан|привязан|принадлежит/iu,
    pattern: new RegExp(
      `^\\s*${noun}\\s+(?:(?:must|should|shall|will|always|can|may|deve|deverá|debe|deberá|muss|soll|doit|devra|ser[áà]|est[áà]|ficar|estar|ser|être|sein|essere|be|is|est|è|ist|должен|должна|быть) )*(?:belongs? to|(?:linked|related|assigned|attached|associated|connected|tied|vinculad[oa]|associad[oa]|asociad[oa]|relacionad[oa]|ligad[oa]|atribuíd[oa]|rattachée?|liée?|associée?|collegat[oa]|associat[oa]|zugeordnet|связан[аоы]?|привязан[аоы]?) (?:to|with|a|ao|à|com|con|al|au|avec|с|к)|pertence(?:r)? a|pertenece(?:r)? a|appartient (?:à|au)|gehört zu|appartiene a|принадлежит)\\s+(?:exactly |only |just |at least )?(?:um único |uma única |un único |una única |un seul |genau eine[mrn]? |une seule |a single |one )?${noun}(?=$|[\\s.,;(])`,
      'iu',
    ),
    read: (left, right) => ({ from: left, to: right, cardinality: 'one', required: true }),
  },
  {
    hint: /many|multiple|several|or more|0\.\.n|vári|vari[oa]s|much[oa]s|muit[oa]s|mehrere|viele|plusieurs|molt[ei]|diversi|несколько|много/iu,
    pattern: new RegExp(
      `^\\s*${subject}\\s+(?:can |may |pode |puede |podem |kann |peut |può |может )?(?:has|have|ha[st]|had|contains?|owns?|ter|tem|tener|tiene|haben|avoir|avere|ha|a|escrever|possui|possuir|иметь|содержит|consists of|is made up of|besteht aus|consta de|se compone de|é composto de|se compose d(?:e |['’])|si compone di)\\s*(?:many|multiple|several|any number of|zero or more|one or more|une? ou plusieurs|eine[rmn]? oder mehreren?|un[ao]? o más|uma? ou mais|un[ao]? o più|mehreren|0\\.\\.n|vári[oa]s|varios|varias|muchos|muchas|muit[oa]s|mehrere|viele|plusieurs|molti|molte|diversi|несколько|много)\\s+${noun}(?=$|[\\s.,;(])`,
      'iu',
    ),
    read: (left, right) => ({ from: right, to: left, cardinality: 'one' }),
  },
  {
    // "Each ticket has replies (…)": a plural of its own records.
    hint: /^(?:each|every|an?) .*(?:has|contains|includes|have) /i,
    pattern:
      /^(?:each|every|an?) (\p{L}+(?: \p{L}+)?) (?:can |may )?(?:has|have|contains?|includes?) (\p{Ll}+(?:s|ren)(?<!ss|us|is))(?=$|\s*[.,;(]|\s+with\s)/iu,
    read: (left, right) => ({ from: right, to: left, cardinality: 'one' }),
  },
  {
    hint: /FK|foreign|estrangeira|foránea|Fremd|étrangère/iu,
    pattern: new RegExp(
      `^\\s*${noun}\\s+(?:terá|tem|tendrá|has|hat|a|tiene)\\s+(?:an? |uma? |una? )?(?:FK|foreign key|chave estrangeira|clave foránea|Fremdschlüssel|clé étrangère)\\s+(?:de|del|da|do|to|of|from|auf|vers|para)\\s+${noun}(?=$|[\\s.,;(])`,
      'iu',
    ),
    read: (left, right) => ({ from: left, to: right, cardinality: 'one' }),
  },
];

function cardinal(words: string, read: Shape['read']): readonly Shape[] {
  const hint = new RegExp(words, 'iu');
  return [
    {
      hint,
      pattern: new RegExp(
        `^\\s*${noun}(?:\\s*(?:${arrow}|[:：])\\s*|\\s+(?:(?:and|e|y|und|et|-)\\s+)?)${noun}\\s*(?:[(（:：,-]|relationship|\\s)*\\s*${words}`,
        'iu',
      ),
      read,
    },
    {
      hint,
      pattern: new RegExp(
        `^\\s*${noun}\\s*[(（\\[]?\\s*(?:--?\\s*)?${words}(?:\\s*--?>?)?\\s*[)）\\]]?\\s*(?:${arrow}|relationship with|with|com|con|mit|avec)?\\s*${noun}(?=$|[\\s.,;(（])`,
        'iu',
      ),
      read,
    },
  ];
}
