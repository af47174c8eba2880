import type { FramePatterns } from './frame-patterns.ts';
import { nameAt } from './name-at.ts';
import { plainLetters } from './plain-letters.ts';

/** What a clause says: that something has, or somebody writes down, a list of attributes. */
export interface Frame {
  readonly kind: 'has' | 'take' | 'done' | 'list' | 'bare';
  /** The verb in plain letters. */
  readonly verb: string;
  /** The list as written. */
  readonly object: string;
  /** What a colon gives right behind it: its values, or what it has. */
  readonly list: string | undefined;
  /** Whose attributes they are, where the clause says so. */
  readonly owner: string | undefined;
  /** "When I log an inspection, …": it only says of what the rest of the sentence is. */
  readonly isLead: boolean;
  /** "for each X", "a X has": the word is surely meant as a thing. */
  readonly isEach: boolean;
  readonly required: boolean | undefined;
}

interface Verb {
  readonly kind: 'has' | 'take' | 'done';
  readonly start: number;
  readonly end: number;
}

/** The frames of one sentence, in their order. Linear in its length; at most eight. */
export function framesIn(sentence: string, patterns: FramePatterns): readonly Frame[] {
  const text = sentence
    .trim()
    .replace(/[.;:]+$/, '')
    .replace(/,?\s[—–]\s[^—–:]{3,80}\s[—–]\s/gu, ', ');
  if (text.length > 700 || text.endsWith('?') || /[{}<>[\]]|\/\w+\/|→|=>/u.test(text)) return [];
  const plain = plainLetters(text);
  const each = eachIn(plain, patterns);
  const owner = each === undefined ? undefined : text.slice(each.start, each.end);
  const masked =
    each === undefined
      ? plain
      : plain.slice(0, each.from) + ' '.repeat(each.end - each.from) + plain.slice(each.end);
  const colon = colonIn(masked);
  const behind = colon === undefined ? '' : masked.slice(colon).replace(/^[\s:–—-]+/, '');
  if (colon !== undefined && verbsIn(behind, patterns).length > 0)
    return [
      ...framesOf(text, masked, { owner, until: colon, list: undefined }, patterns),
      ...framesIn(text.slice(text.length - behind.length), patterns).map((frame) =>
        frame.owner === undefined && owner !== undefined
          ? { ...frame, owner, isEach: true }
          : frame,
      ),
    ].slice(0, 8);
  const list = colon === undefined ? undefined : listBehind(text, masked, colon, owner, patterns);
  const until = list === undefined || colon === undefined ? masked.length : colon;
  const frames = framesOf(text, masked, { owner, until, list: list?.object }, patterns);
  if (frames.length === 0 && list === undefined && verbsIn(masked, patterns).length === 0)
    return bareIn(text, masked, each?.end ?? 0, owner, patterns);
  return list === undefined ? frames : [...frames, list];
}

interface Clause {
  readonly owner: string | undefined;
  /** Where the clause ends, at a colon or with the sentence. */
  readonly until: number;
  /** What stands behind the colon. */
  readonly list: string | undefined;
}

function framesOf(
  text: string,
  masked: string,
  { owner, until, list }: Clause,
  patterns: FramePatterns,
): readonly Frame[] {
  const begin = leadEnd(masked.slice(0, until), patterns);
  const verbs = verbsIn(masked.slice(0, until), patterns).flatMap((verb, index, all) => {
    const subject = verb.kind === 'has' ? subjectOf(text, masked, verb.start, patterns) : undefined;
    const before = masked.slice(all[index - 1]?.end ?? begin, verb.start);
    const isIdle =
      verb.kind === 'has' && subject === undefined && owner === undefined && !it.test(before);
    // "medical notes", "a kennel type (large, small)": a noun.
    const isNoun =
      !patterns.isVerbLast &&
      verb.kind === 'take' &&
      /^\s*(?:$|[,.;()])/.test(masked.slice(verb.end, until));
    return isIdle || isNoun ? [] : [{ ...verb, subject }];
  });
  return verbs.flatMap((verb, index): readonly Frame[] => {
    if (patterns.not.test(masked.slice(clauseStart(masked, verb.start), verb.end))) return [];
    const following = verbs[index + 1]?.start ?? until;
    const next = verb.start < begin ? Math.min(begin - 1, following) : following;
    const before = () =>
      patterns.isVerbLast || verb.kind === 'done'
        ? subjectSpan(masked, verb, verbs[index - 1]?.end ?? begin, patterns)
        : undefined;
    const after = () => objectSpan(masked, verb, next, patterns);
    // "Den Betrag tragen wir ein", "it is recorded which member comes".
    const span = verb.kind === 'done' ? (before() ?? after()) : (after() ?? before());
    if (span === undefined) return [];
    const clause = masked.slice(clauseStart(masked, verb.start), next);
    return [
      {
        kind: verb.kind,
        verb: masked.slice(verb.start, verb.end),
        object: text.slice(span.start, span.end).trim(),
        list: list !== undefined && span.end === until ? list : undefined,
        owner: owner ?? verb.subject?.name,
        isLead: verb.start < begin,
        isEach: owner !== undefined || verb.subject?.isOne === true,
        required: patterns.lead.test(masked)
          ? unlessNeeded(obligationOf(clause, patterns))
          : obligationOf(clause, patterns),
      },
    ];
  });
}

function obligationOf(clause: string, { needed, free }: FramePatterns): boolean | undefined {
  if (free.test(clause)) return false;
  return needed.test(clause) ? true : undefined;
}

/** "When declining, the clerk must enter the reason": only then. */
function unlessNeeded(required: boolean | undefined): false | undefined {
  return required === false ? false : undefined;
}

/** "for each boat", with where the phrase begins. */
function eachIn(
  plain: string,
  patterns: FramePatterns,
): { readonly from: number; readonly start: number; readonly end: number } | undefined {
  const found = patterns.each.exec(plain);
  if (found === null) return undefined;
  const name = nameAt(plain, found.index + found[0].length, patterns);
  return name === undefined ? undefined : { from: found.index, ...name };
}

/** Behind "When it is repaired," the clause begins. */
function leadEnd(plain: string, patterns: FramePatterns): number {
  if (!patterns.lead.test(plain)) return 0;
  const comma = plain.indexOf(',');
  const isLead =
    comma > 0 && comma < 90 && verbsIn(plain, patterns).some(({ start }) => start > comma);
  return isLead ? comma + 1 : 0;
}

function colonIn(plain: string): number | undefined {
  const found = /:\s|\s[–—-]\s/.exec(plain);
  return found === null || found.index < 2 ? undefined : found.index;
}

/** "Lecturas: fecha, metros cúbicos": what stands behind a colon, or the whole of it for the recogniser to judge. */
function listBehind(
  text: string,
  plain: string,
  colon: number,
  owner: string | undefined,
  patterns: FramePatterns,
): Frame | undefined {
  const behind = plain.slice(colon + 1).replace(/^[\s–—-]+/, '');
  const start = plain.length - behind.length;
  const end = stopIn(plain, start, plain.length, patterns);
  if ((behind.match(/,/g)?.length ?? 0) === 0 || verbsIn(behind, patterns).length > 0)
    return undefined;
  const required = obligationOf(plain.slice(0, end), patterns);
  return verbless('list', text.slice(start, end), owner, required);
}

function verbless(
  kind: 'list' | 'bare',
  object: string,
  owner: string | undefined,
  required: boolean | undefined,
): Frame {
  const isEach = owner !== undefined;
  return { kind, verb: '', object, list: undefined, owner, isLead: false, isEach, required };
}

/** "Plate, maker, model and first registration.": a sentence without a verb, or what follows "of each:". */
function bareIn(
  text: string,
  plain: string,
  begin: number,
  owner: string | undefined,
  patterns: FramePatterns,
): readonly Frame[] {
  let start = begin + (/^[\s,:–—-]*/.exec(plain.slice(begin))?.[0].length ?? 0);
  start += patterns.between.exec(plain.slice(start))?.[0].length ?? 0;
  const end = stopIn(plain, start, plain.length, patterns);
  const [first = ''] = plain.slice(start, end).split(/[,(]/);
  if (
    first.trim() === '' ||
    first.split(' ').length > 6 ||
    new RegExp(auxiliary.source).test(first)
  )
    return [];
  const kind = owner === undefined ? 'bare' : 'list';
  return [verbless(kind, text.slice(start, end), owner, obligationOf(plain, patterns))];
}

function verbsIn(plain: string, { verb }: FramePatterns): readonly Verb[] {
  const verbs: Verb[] = [];
  for (const found of plain.matchAll(verb)) {
    // What stands in brackets is an aside.
    if (depthAt(plain, found.index) > 0) continue;
    // "what type of hive", "the record": a noun.
    if (relative.test(plain.slice(Math.max(0, found.index - 24), found.index))) continue;
    const before = /[a-z']+ $/.exec(plain.slice(0, found.index))?.[0];
    if (before !== undefined && found.groups?.['done'] === undefined && determiner.test(before))
      continue;
    const { has, take } = found.groups ?? {};
    const kind = has !== undefined ? 'has' : take !== undefined ? 'take' : 'done';
    verbs.push({ kind, start: found.index, end: found.index + found[0].length });
    if (verbs.length === 8) break;
  }
  return verbs;
}

function depthAt(plain: string, at: number): number {
  let depth = 0;
  for (let index = 0; index < at; index += 1)
    if (plain[index] === '(') depth += 1;
    else if (plain[index] === ')') depth -= 1;
  return depth;
}

function clauseStart(plain: string, at: number): number {
  return Math.max(
    plain.lastIndexOf(';', at),
    plain.lastIndexOf(':', at),
    plain.lastIndexOf(' — ', at),
    plain.lastIndexOf(' – ', at),
    0,
  );
}

/** What follows a verb, up to the next one or a word that ends it. In German and Dutch it may stand before the verb. */
function objectSpan(
  plain: string,
  verb: Verb,
  next: number,
  patterns: FramePatterns,
): { readonly start: number; readonly end: number } | undefined {
  let start = verb.end;
  for (let round = 0; round < 4; round += 1) {
    const skipped = patterns.between.exec(plain.slice(start, next))?.[0].length ?? 0;
    if (skipped === 0) break;
    start += skipped;
  }
  const end = stopIn(plain, start, next, patterns);
  return /^\s*(?:ein|an|auf|fest|ab|mit|vast|op|bij|in)?\s*$/.test(plain.slice(start, end))
    ? undefined
    : { start, end };
}

function stopIn(plain: string, start: number, next: number, { stop }: FramePatterns): number {
  const rest = plain.slice(start, next);
  let from = 0;
  for (let round = 0; round < 6; round += 1) {
    const found = stop.exec(rest.slice(from));
    const dash = / [–—-] |[;]/.exec(rest.slice(from));
    const at = Math.min(found?.index ?? Infinity, dash?.index ?? Infinity);
    if (at === Infinity) return next;
    // "which hive, when it was picked": a question that an attribute answers begins a part of the list.
    const isPart =
      at === found?.index &&
      (rest.slice(0, from + at).trim() === '' ||
        /(?:,|\band|\bund|\bet|\by|\be|\ben)\s*$/.test(rest.slice(0, from + at))) &&
      asking.test(found[0]);
    if (!isPart && depthAt(rest, from + at) === 0) return start + from + at;
    from += at + 1;
  }
  return next;
}

const asking =
  /^(?:ob|wann|wer|which|who|when|where|welche[rsnm]?|quien|cuando|quel|qui|si|quand|che|chi|quem|quando|que|se)$/;

/** The list before "are recorded", from the beginning of its clause. */
function subjectSpan(
  plain: string,
  verb: Verb,
  begin: number,
  { between }: FramePatterns,
): { readonly start: number; readonly end: number } | undefined {
  let start = Math.max(begin, clauseStart(plain, verb.start));
  // "Bookings can be cancelled, and then a reason is needed": behind another verb.
  const before = plain.slice(start, verb.start);
  const other = [...before.matchAll(auxiliary)].at(-1);
  if (other !== undefined && depthAt(before, other.index) === 0) {
    const behind = before.slice(other.index);
    const next =
      /,\s*(?:(?:and|und|et|y|e|en) )?(?:then |dann )?|\s(?:and|und|et|y|en) (?:then |dann )?/.exec(
        behind,
      );
    if (next === null) return undefined;
    start += other.index + next.index + next[0].length;
  }
  start += /^[\s,;:–—-]*(?:and |und |et |y |e |en )?/.exec(plain.slice(start))?.[0].length ?? 0;
  start += between.exec(plain.slice(start, verb.start))?.[0].length ?? 0;
  return plain.slice(start, verb.start).trim() === ''
    ? undefined
    : { start, end: plain.slice(0, verb.start).trimEnd().length };
}

/** "A boat belongs to": the noun phrase that ends at a verb. */
function subjectOf(
  text: string,
  plain: string,
  at: number,
  patterns: FramePatterns,
): { readonly name: string; readonly isOne: boolean } | undefined {
  const lead = leadEnd(plain, patterns);
  const begin = Math.max(clauseStart(plain, at), lead < at ? lead : 0);
  const start =
    begin + (/^[\s,;:–—-]*(?:and |und |et |y |e |en )?/.exec(plain.slice(begin))?.[0].length ?? 0);
  const name = nameAt(plain.slice(0, at), start, patterns);
  if (name === undefined) return undefined;
  const between = plain.slice(name.end, at).trim();
  if (
    between !== '' &&
    !/^(?:also|must|should|can|muss|soll|auch|doit|debe|deve|moet|furthermore|additionally)$/.test(
      between,
    )
  )
    return undefined;
  const isOne =
    /^(?:an?|each|every|eine?|jede[rs]?|une?|chaque|una|cada|uma?|ogni|un'|een|elke?|toute?|toda?)\s/.test(
      plain.slice(start),
    );
  return { name: text.slice(name.start, name.end), isOne };
}

/** Nothing, or a word for what was spoken of before, with what joins clauses. */
const it =
  /^[\s,]*(?:(?:and|und|et|y|e|en|also|ausserdem|ademas|besides),? )?(?:it|they|er|sie|es|il|elle|ils|elles|ele|ela|eles|elas|esso|essa|hij|zij|ze)?(?: (?:also|auch|aussi|tambien|anche|ook))?\s*$/;

/** "the minutes that he needs": said of a part of the list. */
const relative =
  /(?<![a-z'])(?:that|which|who|que|qui|qu'|dont|che|cui|onde|donde|die|dat) ?(?:se |si |il |elle |on |it |we |they |i |he |she |lo |la |l'|nos |wir |man |er |ze |we )*$/;

const determiner =
  /^(?:the|an?|empty|loading|error|current|initial|final|what|which|its|their|his|her|my|our|der|die|das|eine?|les?|la|une?|el|los|las|una|uma?|os?|as?|il|lo|gli|het|een|de|del|du|des) $/;

const auxiliary =
  /(?<![a-z])(?:is|are|was|were|can|could|must|should|will|may|has|have|ist|sind|wird|werden|kann|konnen|muss|mussen|est|sont|peut|peuvent|doit|doivent|es|son|puede|pueden|debe|deben|sono|puo|possono|deve|devono|sao|pode|podem|devem|zijn|wordt|worden|kan|kunnen|moet|moeten)(?![a-z])/g;
