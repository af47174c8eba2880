import type { ModelledField } from '../../data-model.ts';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';
import { whichValues } from './found.ts';
import type { Found } from './found.ts';

/** The field without its limits, if no value is within them: "at least 10, at most 5". */
export function withUsableLimits(given: ModelledField, found: Found): ModelledField {
  const { min, max, minLength, maxLength, ...field } = given.field;
  const [least, most] = [Number(min?.value), Number(max?.value)];
  const noNumber = least > most || (least === most && (min?.exclusive || max?.exclusive));
  const noLength = (minLength ?? 0) > (maxLength ?? Infinity);
  if (!noNumber && !noLength) return given;
  const limits = noNumber
    ? `${min?.exclusive ? 'above' : 'at least'} ${min?.value}, ${max?.exclusive ? 'below' : 'at most'} ${max?.value}`
    : `at least ${minLength} characters, at most ${maxLength}`;
  const [source] = field.sources;
  found.diagnostics.push(
    intakeDiagnostics.create('impossible-limits', { field: field.label, limits }, source),
  );
  found.questions.push(whichValues(field, 'limits', `No value is ${limits}.`));
  return {
    ...given,
    field: {
      ...field,
      ...(!noNumber && { ...(min && { min }), ...(max && { max }) }),
      ...(!noLength && {
        ...(minLength !== undefined && { minLength }),
        ...(maxLength !== undefined && { maxLength }),
      }),
    },
  };
}
