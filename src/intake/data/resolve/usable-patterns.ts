import { isPortable, isQuickFor } from '#blueprint';
import type { OpenQuestion } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import type { ModelledField } from '../../data-model.ts';
import { intakeDiagnostics } from '../../intake.diagnostics.ts';

/** What is found on the way. */
interface Found {
  readonly questions: OpenQuestion[];
  readonly diagnostics: Diagnostic[];
}

/** The field without its pattern, if that is not one that every target decides alike and at once. */
export function withUsablePattern(given: ModelledField, found: Found): ModelledField {
  const { pattern, ...field } = given.field;
  if (pattern === undefined) return given;
  const problem = problemOf(field, pattern);
  if (problem === undefined) return given;
  const [source] = field.sources;
  const params = { field: field.label, pattern, problem };
  found.diagnostics.push(intakeDiagnostics.create('unusable-pattern', params, source));
  found.questions.push({
    id: `question/${field.id.replaceAll('/', '-')}-pattern`,
    label: `Which values may ${field.label} have?`,
    reason: `The pattern ${pattern} ${problem}.`,
    origin: 'inferred',
    note: 'The pattern is left out.',
    sources: field.sources,
  });
  return { ...given, field };
}

function problemOf(field: Omit<ModelledField['field'], 'pattern'>, pattern: string) {
  if (!isPortable(pattern)) return 'is no regular expression that every target reads';
  return isQuickFor(field, pattern) ? undefined : 'takes too long for some texts';
}
