import type { Expression } from '#blueprint';
import type { ModelledEntity } from '../../../data-model.ts';
import { compare, denied, literal, oneOf } from '../../grammar/expressions.ts';
import { stateLiterals } from '../../grammar/membership.ts';
import type { Finding } from '../../grammar/finding.ts';
import { referenceTo, stateField } from '../../grammar/scope.ts';
import { annotate, isFiller } from '../../sentence/annotate.ts';
import { does, fieldsOf, valuesOf } from '../../sentence/item.ts';
import type { Item } from '../../sentence/item.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import { entityIn, mustNot } from './shape.ts';
import type { Groups, Shape } from './shape.ts';

const who = '(?:an?\\s+|the\\s+)?(?<who>[\\p{L} ,-]{4,60}?)';
const what =
  '(?:(?:an?|any|the|new|more|further|additional|another|other)\\s+){0,3}(?<what>[\\p{L} -]{2,40}?)(?:\\s+(?:any more|anymore|any longer))?';

/** Records in some states get no more of what refers to them. */
export const barred: readonly Shape[] = [
  // "Inactive residents can't request new permits"
  [
    new RegExp(
      `^${who}\\s+${mustNot}\\s+(?:have|get|receive|create|make|place|take|accept|request|book|open|start|apply\\s+for|be\\s+given|be\\s+(?:used|booked|selected|picked|chosen|assigned)\\s+(?:in|for|on|to|by))\\s+${what}$`,
      'iu',
    ),
    withoutNew,
  ],
  // "Payments cannot be added to cancelled permits"
  [
    new RegExp(
      `^(?:new\\s+)?(?<what>[\\p{L} -]{2,40}?)\\s+${mustNot}\\s+be\\s+(?:added|made|created|booked|placed|recorded|entered|opened)\\s+(?:to|for|on|in|against)\\s+${who}$`,
      'iu',
    ),
    withoutNew,
  ],
];

function withoutNew(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const child = entityIn(groups['what'], vocabulary);
  if (child === undefined) return undefined;
  const items = annotate(groups['who'] ?? '', vocabulary).filter((item) => !isFiller(item));
  const parent = items.at(-1)?.entities[0];
  const via = parent === undefined ? undefined : referenceTo(child, parent)?.name;
  if (parent === undefined || via === undefined || child === parent) return undefined;
  const adjectives = items.slice(0, -1).filter((item) => !does(item, 'or', 'and'));
  const [only, ...others] = adjectives;
  const flag = others.length === 0 && only ? flagIn(only, parent) : undefined;
  const expression = isOff(adjectives.map(({ text }) => text))
    ? active(parent, via)
    : flag !== undefined
      ? denied(isTrue(via, flag))
      : outside(
          adjectives.map((item) => valuesOf(item, parent)),
          parent,
          via,
        );
  return (
    expression && {
      kind: 'rule',
      entity: child.entity.id,
      on: ['create'],
      expression,
      fields: [via],
    }
  );
}

function isOff([only, ...others]: readonly string[]): boolean {
  return (
    only !== undefined && others.length === 0 && /^(?:inactive|deactivated|disabled)$/i.test(only)
  );
}

function active({ fields }: ModelledEntity, via: string): Expression | undefined {
  const flag = fields.find(
    ({ field: { name, type } }) =>
      type.kind === 'boolean' && /^(?:is-)?(?:active|enabled)$/.test(name),
  )?.field.name;
  return flag === undefined ? undefined : isTrue(via, flag);
}

/** "Blocked customers", where blocked is yes or no. */
function flagIn(item: Item, parent: ModelledEntity): string | undefined {
  const [reading] = fieldsOf(item, parent);
  const field = reading?.field.field;
  return field?.type.kind === 'boolean' ? field.name : undefined;
}

function isTrue(via: string, flag: string): Expression {
  return compare({ kind: 'related', via, field: flag }, 'eq', literal('boolean', 'true'));
}

/** Every adjective is a state of the one field that holds it. */
function outside(
  readings: readonly ReturnType<typeof valuesOf>[],
  parent: ModelledEntity,
  via: string,
): Expression | undefined {
  const state = stateField({ entity: parent, lifecycles: new Map() });
  const values = readings.map(
    (found) => found.filter(({ field }) => field === state).map(({ value }) => value)[0],
  );
  if (state === undefined || values.length === 0 || values.some((value) => value === undefined))
    return undefined;
  return denied(
    oneOf(
      { kind: 'related', via, field: state.field.name },
      stateLiterals(values.filter((value) => value !== undefined)),
    ),
  );
}
