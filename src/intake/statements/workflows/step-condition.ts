import type { Lifecycle, StepCondition } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import { foldText } from '../../words/fold.ts';
import { clausesOf } from '../grammar/clauses.ts';
import { compare, field, literal, not } from '../grammar/expressions.ts';
import { partsOf } from '../grammar/parts.ts';
import { predicate } from '../grammar/predicate.ts';
import { annotate, isFiller } from '../sentence/annotate.ts';
import { does } from '../sentence/item.ts';
import type { Item } from '../sentence/item.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { statesNamed } from './states-named.ts';
import { IF } from './step-words.ts';

/** A step without its condition. */
export interface Conditional {
  readonly text: string;
  readonly condition?: StepCondition;
}

/** More phrases than this are a paragraph. */
const LONGEST = 80;

/**
 * Parts "If the total is above 1000, the manager approves" into what is done and under which condition. `about` are
 * the entities that the workflow speaks of: the first of which the condition makes sense is meant.
 */
export function conditionOf(
  text: string,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
  about: readonly ModelledEntity[],
): Conditional {
  const items = annotate(text, vocabulary);
  const first = items.find(({ text: word }) => /[\p{L}\p{N}]/u.test(word));
  const opens = first !== undefined && marks(first);
  if (items.length > LONGEST || !items.some(marks)) return { text };
  for (const { main, condition, link } of clausesOf(items)) {
    if (!condition || (link !== 'if' && link !== 'unless')) continue;
    // "If A, B" is read from its start; "B if A" only where nothing stands behind A.
    const [start, end] = [main[0], condition.at(-1)];
    if (!start || !end || (!opens && end !== items.at(-1) && !isMark(items.at(-1)))) continue;
    const said = textOf(text, condition);
    const done = textOf(text, main);
    if (said === '' || done === '') continue;
    const read = meaningOf(condition, { vocabulary, lifecycles, about });
    const { entity, expression } = read ?? {};
    const isNegated = link === 'unless';
    return {
      text: done,
      condition: {
        text: isNegated ? `not ${said}` : said,
        ...(entity && { entity: entity.entity.id }),
        ...(expression && { expression: isNegated ? not(expression) : expression }),
      },
    };
  }
  return opens ? { text, condition: { text } } : { text };
}

interface Known {
  readonly vocabulary: Vocabulary;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly about: readonly ModelledEntity[];
}

function meaningOf(condition: readonly Item[], { vocabulary, lifecycles, about }: Known) {
  const named = condition.flatMap(({ entities }) => entities);
  for (const entity of new Set([...named, ...about])) {
    const scope = { entity, vocabulary, lifecycles, amongRules: true };
    const read = predicate(partsOf(condition, scope), scope);
    if (read) return { entity, expression: read.expression };
  }
  return stateMeant(condition, { vocabulary, lifecycles, about });
}

/** "If it is rejected", "if not approved": one state, of the first entity that has it, and nothing else. */
function stateMeant(condition: readonly Item[], { vocabulary, lifecycles, about }: Known) {
  const said = condition.filter((item) => !isFiller(item) && item.entities.length === 0);
  const states = said.flatMap((item) => statesNamed(item, vocabulary, lifecycles));
  const isNegated = said.some((item) => does(item, 'not'));
  const meant = about.flatMap((entity) => states.filter((one) => one.entity === entity));
  const [first] = meant;
  const isAll = said.every(
    (item) => does(item, 'not') || statesNamed(item, vocabulary, lifecycles).length > 0,
  );
  if (!first || !isAll || meant.some((one) => one.entity === first.entity && one !== first))
    return undefined;
  const value = literal('string', first.state);
  const expression = compare(field(first.field), isNegated ? 'ne' : 'eq', value);
  return { entity: first.entity, expression };
}

/** A mark of a condition: `if`, or the ending that Japanese and Korean give it. */
function marks(item: Item): boolean {
  return does(item, 'unless', 'if-after') || (does(item, 'if') && IF.has(foldText(item.text)));
}

function isMark(item: Item | undefined): boolean {
  return item !== undefined && /^[.。!！;；]$/u.test(item.text);
}

/** What the phrases say, as it was written. */
function textOf(text: string, items: readonly Item[]): string {
  const [from, to] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0];
  return text
    .slice(from, to)
    .replaceAll(/^[\s,，、:：]+|[\s,，、:：.。;；]+$/gu, '')
    .trim();
}
