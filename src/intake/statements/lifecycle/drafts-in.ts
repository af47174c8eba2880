import type { SourceSpan } from '#diagnostics';
import type { DataModel, ModelledEntity, ModelledField } from '../../data-model.ts';
import type { Document } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Line } from '../line.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { chainsIn } from './chain.ts';
import type { Chain } from './chain.ts';
import type { Draft, Step } from './draft.ts';
import { fieldsHolding, stateKey, valueOfState } from './match-states.ts';
import type { StateField } from './match-states.ts';
import { stepsInTable } from './transition-table.ts';
import { verbOfValue } from '../sentence/vocabulary.ts';

/** Ends that a record does not leave, unless the requirements say so elsewhere. */
const ENDINGS = new Set(['reject', 'decline', 'cancel', 'fail', 'expire', 'withdraw']);
const SPEAKS_OF_STATES =
  /life ?cycle|status|state|estado|estados|ciclo de vida|situacao|statut|etat|cycle de vie|zustand|stato|状态|状態|ステータス|상태|статус|состояни/u;
const STATE_NAME = /(?:^|-)(?:status|state|stage|estado|situacao|zustand|statut|etat|stato)(?:-|$)/;

/** The lifecycles that are drawn as arrows, diagrams or tables of steps, joined by entity. */
export function draftsIn(
  document: Document,
  lines: readonly Line[],
  vocabulary: Vocabulary,
): readonly Draft[] {
  const found: Draft[] = [];
  let subject: ModelledEntity | undefined;
  const declaring = new Map(
    vocabulary.model.entities.flatMap((entity) =>
      entity.fields
        .filter(({ field }) => STATE_NAME.test(field.name))
        .flatMap(({ field }) => field.sources.map(({ line }) => [line, entity] as const)),
    ),
  );
  for (const line of lines) {
    const { block } = line;
    const mentioned = mentionedEntity(block.text.slice(0, 300), vocabulary);
    if (mentioned) subject = mentioned;
    if (block.kind === 'heading') subject = mentioned ?? line.entity;
    // The line may declare a field: the states are its values.
    const around = declaring.get(block.span.line) ?? mentioned ?? line.entity ?? subject;
    const context = contextOf(document, line);
    if (block.kind === 'code' && !/mermaid|text|^$/.test(block.language)) continue;
    for (const chain of chainsIn(block.text)) {
      const source = spanIn(document, block, chain.start, chain.end);
      const draft =
        draftOf(chain, vocabulary.model, around, false, source) ??
        draftOf(withoutProse(chain, vocabulary.model), vocabulary.model, around, context, source);
      if (draft) found.push(draft);
    }
  }
  for (const table of stepsInTable(lines, vocabulary)) found.push(table);
  return joined(found);
}

/** "An order goes from draft → paid, then": the ends of a chain in running text hold more than their states. */
function withoutProse(chain: Chain, { entities }: DataModel): Chain {
  const isState = (words: string) => fieldsHolding([words], entities, undefined).length > 0;
  const last = chain.elements.length - 1;
  const elements = chain.elements.map((element, at): readonly string[] => {
    const [only] = element;
    if (only === undefined || element.length > 1 || (at > 0 && at < last) || isState(only))
      return element;
    const words = only.split(/\s+/);
    for (const count of [3, 2, 1]) {
      const state = (at === 0 ? words.slice(-count) : words.slice(0, count))
        .join(' ')
        .replace(/[,.]$/, '');
      if (words.length > count && isState(state)) return [state];
    }
    return element;
  });
  return { ...chain, elements };
}

function mentionedEntity(text: string, vocabulary: Vocabulary): ModelledEntity | undefined {
  return annotate(text, vocabulary).find(({ entities }) => entities.length === 1)?.entities[0];
}

/** The words around a drawing that tell what it shows. */
function contextOf(document: Document, { block, kind }: Line): boolean {
  if (kind === 'lifecycle') return true;
  const title = document.sections[block.section]?.title ?? '';
  const lead = document.blocks[block.lead]?.text ?? '';
  const before = document.blocks[block.index - 1]?.text ?? '';
  return SPEAKS_OF_STATES.test(`${title} ${lead} ${before} ${block.text}`.toLowerCase());
}

function draftOf(
  chain: Chain,
  { entities }: DataModel,
  around: ModelledEntity | undefined,
  speaksOfStates: boolean,
  source: SourceSpan,
): Draft | undefined {
  const elements = chain.elements.filter((element) => element.length > 0 && !element.includes('*'));
  const states = [...new Set(elements.flat())];
  if (states.length < 2 || elements.length < 2) return undefined;
  const fields = fieldsHolding(states, entities, around);
  const [field] = fields;
  if (field && (fields.length === 1 || field.entity === around)) return drawn(chain, field, source);
  if (fields.length > 1 || !around || !speaksOfStates) return undefined;
  return states.every(isStateName) &&
    (new Set([...states, ...chain.beside]).size > 2 ||
      states.every((state) => /^[A-Z_]+$/.test(state)))
    ? drawnAnew(chain, states, around, source)
    : undefined;
}

function isStateName(state: string): boolean {
  return (
    state.length <= 40 &&
    state.split(/[\s_]+/).length <= 4 &&
    /^\p{L}/u.test(state) &&
    !/\d{2}|[:：?!=]/.test(state)
  );
}

function drawn(chain: Chain, state: StateField, source: SourceSpan): Draft {
  const value = (written: string) => valueOfState(state, written) ?? written;
  const { type } = state.field.field;
  const values = type.kind === 'enum' ? type.values.map(({ value }) => value) : [];
  return draftWith(chain, state.entity, state.field, values, value, source);
}

/** States that no field holds yet: the entity's own text field for them becomes an enumeration, or it gets one. */
function drawnAnew(
  chain: Chain,
  states: readonly string[],
  entity: ModelledEntity,
  source: SourceSpan,
): Draft | undefined {
  const fields: readonly ModelledField[] = entity.fields.filter(({ field }) =>
    STATE_NAME.test(field.name),
  );
  const field = fields.length === 1 ? fields[0] : undefined;
  const known =
    field?.field.type.kind === 'enum' ? field.field.type.values.map(({ value }) => value) : [];
  // "On success: update order status → CONFIRMED" beside declared states tells of a step, and adds none.
  const longest = Math.max(0, ...known.map(wordsIn));
  const isKnown = (state: string) => known.some((value) => stateKey(value) === stateKey(state));
  if (known.length > 2 && states.some((state) => !isKnown(state) && wordsIn(state) > longest))
    return undefined;
  const stored = (written: string) =>
    [...known, ...states].find((state) => stateKey(state) === stateKey(written)) ?? written;
  const values = [...new Set([...known, ...states.map(stored)])];
  return draftWith(chain, entity, field, values, stored, source);
}

const wordsIn = (state: string): number => stateKey(state).split(' ').length;

function draftWith(
  chain: Chain,
  entity: ModelledEntity,
  field: ModelledField | undefined,
  values: readonly string[],
  value: (written: string) => string,
  source: SourceSpan,
): Draft {
  const steps: Step[] = [];
  let initial: string | undefined;
  for (const [at, element] of chain.elements.entries()) {
    const next = chain.elements[at + 1];
    if (!next) break;
    if (element.includes('*') || element.length === 0) {
      initial ??= next[0] === undefined ? undefined : value(next[0]);
      continue;
    }
    for (const from of element) {
      // "approved or rejected → shipped": what was rejected is not shipped.
      if (element.length > 1 && at > 0 && ENDINGS.has(verbOfValue(from) ?? '')) continue;
      for (const to of next) {
        if (to === '*') continue;
        const label = chain.labels[at]?.trim();
        steps.push({
          from: value(from),
          to: value(to),
          roles: [],
          sources: [source],
          ...(label && { verb: label }),
        });
      }
    }
  }
  return {
    entity,
    field,
    values,
    steps,
    ...(initial !== undefined && { initial }),
    sources: [source],
  };
}

/** One draft for each entity, in the order of their first mention. */
function joined(drafts: readonly Draft[]): readonly Draft[] {
  const byEntity = Map.groupBy(drafts, ({ entity }) => entity);
  return [...byEntity.values()].flatMap((group) => {
    // Two enumerations of one entity that both have steps: the first is its state.
    const [first] = group;
    if (!first) return [];
    const same = group.filter(({ field }) => field === first.field);
    const initial = same.find((draft) => draft.initial !== undefined)?.initial;
    return [
      {
        ...first,
        values: [...new Set(same.flatMap(({ values }) => values))],
        steps: same.flatMap(({ steps }) => steps),
        sources: same.flatMap(({ sources }) => sources),
        ...(initial !== undefined && { initial }),
      },
    ];
  });
}
