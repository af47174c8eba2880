import type { Lifecycle, Step } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { ModelledEntity } from '../../data-model.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Item } from '../sentence/item.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { actorOf } from './step-actor.ts';
import type { Actor } from './step-actor.ts';
import { statesNamed } from './states-named.ts';
import { conditionOf } from './step-condition.ts';
import { BEFORE_PART, BESIDE, GOES_TO, OTHERWISE, WAITS } from './step-words.ts';

/** A step as it stands in the document. */
export interface WrittenStep {
  readonly text: string;
  readonly source: SourceSpan;
}

/**
 * The steps of a workflow. One line is one step, but for those that hold a choice: "do A; if B, do C; otherwise D" is
 * three, whose ids end in `/2` and `/3`.
 */
export function stepsOf(
  id: string,
  written: readonly WrittenStep[],
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
): readonly Step[] {
  const { entities } = vocabulary.model;
  const all = written.flatMap(({ text }) => annotate(text, vocabulary));
  const named = new Set(all.flatMap((item) => item.entities));
  const about = entities.filter((entity) => named.has(entity));
  const ids = new Set(written.map((_, at) => `${id}/step-${at + 1}`));
  return written.flatMap(({ text, source }, at) => {
    const own = `${id}/step-${at + 1}`;
    const whole = text.replaceAll(/\*\*|__|`/g, '').trim();
    return partsOf(whole).map((part, index, { length }) =>
      readStep(part, {
        id,
        own: index === 0 ? own : `${own}/${index + 1}`,
        ids,
        label: length === 1 ? text.trim() : part,
        source,
        vocabulary,
        lifecycles,
        about,
      }),
    );
  });
}

/** Parts of one line: a condition behind something else, and what is done where it does not hold. */
function partsOf(line: string): readonly string[] {
  return line
    .split(BEFORE_PART)
    .map((part) => part.replace(/[\s;；,，]+$/u, '').trim())
    .filter((part) => part !== '');
}

interface About {
  /** Of the workflow, and of the step. */
  readonly id: string;
  readonly own: string;
  /** Of all steps. */
  readonly ids: ReadonlySet<string>;
  readonly label: string;
  readonly source: SourceSpan;
  readonly vocabulary: Vocabulary;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly about: readonly ModelledEntity[];
}

function readStep(text: string, given: About): Step {
  const { id, own, ids, label, source, vocabulary, lifecycles, about } = given;
  const otherwise = OTHERWISE.exec(text)?.[0] ?? '';
  const beside = BESIDE.exec(text)?.[0] ?? '';
  const rest = text.slice((otherwise || beside).length);
  const { text: done, condition } = conditionOf(rest, vocabulary, lifecycles, about);
  const items = annotate(done, vocabulary);
  const everything = annotate(text, vocabulary);
  const named = new Set(everything.flatMap((item) => item.entities));
  const goes = GOES_TO.exec(done);
  const number = goes?.slice(1).find(Boolean);
  const next = `${id}/step-${number}`;
  const isNext = number !== undefined && ids.has(next) && next !== own;
  const onlyGoes =
    goes !== null &&
    /^\P{L}*(?:to|a|à|al|zu|then|it|the process)?\P{L}*$/iu.test(done.replace(goes[0], ''));
  const duration = WAITS.test(done) ? items.find((item) => item.duration)?.duration : undefined;
  const states = statesIn(items, vocabulary, lifecycles);
  const actor: Actor = actorOf(done, items);
  return {
    id: own,
    label,
    origin: 'stated',
    sources: [source],
    ...(done !== label.replace(/[.。]$/u, '') && done !== label && { does: done }),
    ...actor,
    entities: about.filter((entity) => named.has(entity)).map(({ entity }) => entity.id),
    ...(condition && { condition }),
    ...(otherwise !== '' && { otherwise: true }),
    ...(beside !== '' && { beside: true }),
    ...(duration !== undefined && { waits: duration }),
    ...(states.length > 0 && { states }),
    ...(isNext && { next, ...(onlyGoes && { onlyGoes: true as const }) }),
  };
}

/** States that the step leads to. "Reviews the submitted orders" only says which orders are meant. */
function statesIn(
  items: readonly Item[],
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
): NonNullable<Step['states']> {
  const found = items.flatMap((item, at) =>
    statesNamed(item, vocabulary, lifecycles).flatMap(({ entity, state }) => {
      const isAdjective =
        /ed$/i.test(item.text) && items[at + 1]?.entities.includes(entity) === true;
      const known = lifecycles.has(entity.entity.id) && !isAdjective;
      return known ? [{ entity: entity.entity.id, state }] : [];
    }),
  );
  return found.filter(
    ({ entity, state }, at) =>
      found.findIndex((one) => one.entity === entity && one.state === state) === at,
  );
}
