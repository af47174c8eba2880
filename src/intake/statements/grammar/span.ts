import type { Field } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import { isTime } from './field-kinds.ts';

/** When records of an entity begin and end: the one pair of its times that is called so, both of one kind. */
export function spanOf({
  fields,
}: ModelledEntity): readonly [start: Field, end: Field] | undefined {
  const times = fields.map(({ field }) => field).filter(isTime);
  const starts = times.filter(({ name }) => START.test(name));
  const ends = times.filter(({ name }) => END.test(name));
  const [start] = starts;
  const [end] = ends;
  if (starts.length > 1 || ends.length > 1 || start === undefined || end === undefined)
    return undefined;
  return start.type.kind === end.type.kind ? [start, end] : undefined;
}

const START =
  /(?:^|-)(?:start|starts|begin|begins|from|check-in|inicio|beginn|(?:start|beginn|anfangs)(?:datum|zeit)|debut|inizio|kaishi|sijak)(?:-|$)/;
const END =
  /(?:^|-)(?:end|ends|finish|to|until|till|check-out|fin|fim|ende|end(?:datum|zeit)|fine|shuryo|jongryo)(?:-|$)/;
