import { isPortable, isQuickFor } from '#blueprint';
import type { ModelledField } from '../../data-model.ts';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';
import { whichValues } from './found.ts';
import type { Found } from './found.ts';

/** The field without its pattern, if that is not one that every target decides alike and at once. */
export function withUsablePattern(given: ModelledField, found: Found): ModelledField {
  const { pattern, ...field } = given.field;
  if (pattern === undefined) return given;
  const problem = problemOf(field, pattern);
  if (problem === undefined) return given;
  const [source] = field.sources;
  const params = { field: field.label, pattern, problem };
  found.diagnostics.push(intakeDiagnostics.create('unusable-pattern', params, source));
  found.questions.push(whichValues(field, 'pattern', `The pattern ${pattern} ${problem}.`));
  return { ...given, field };
}

function problemOf(field: Omit<ModelledField['field'], 'pattern'>, pattern: string) {
  if (!isPortable(pattern)) return 'is no regular expression that every target reads';
  return isQuickFor(field, pattern) ? undefined : 'takes too long for some texts';
}
