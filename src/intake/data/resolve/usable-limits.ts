import type { OpenQuestion } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import type { ModelledField } from '../../data-model.ts';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';

/** What is found on the way. */
interface Found {
  readonly questions: OpenQuestion[];
  readonly diagnostics: Diagnostic[];
}

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
  found.questions.push({
    id: `question/${field.id.replaceAll('/', '-')}-limits`,
    label: `Which values may ${field.label} have?`,
    reason: `No value is ${limits}.`,
    origin: 'inferred',
    note: 'The limits are left out.',
    sources: field.sources,
  });
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
