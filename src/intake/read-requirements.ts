import { buildBlueprint, buildService } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { sortDiagnostics } from '#diagnostics';
import type { Diagnostic } from '#diagnostics';
import { applyStatements } from './apply-statements.ts';
import { blueprintName } from './blueprint-name.ts';
import { checkInput } from './check-input.ts';
import { coverLines } from './coverage/cover-lines.ts';
import type { Coverage } from './coverage/coverage.ts';
import { isBrief } from './data/brief.ts';
import { accessOf } from './data/access-of.ts';
import { readClaims } from './data/read-claims.ts';
import type { Reading } from './data/reading.ts';
import { refusalOf } from './data/refusal.ts';
import { resolveData } from './data/resolve/resolve-data.ts';
import { parseDocument } from './document/parse-document.ts';
import { intakeDiagnostics } from './intake.diagnostics.ts';
import { vocabularyOf } from './lexicon/vocabulary.ts';
import { classifySections } from './sections/classify-sections.ts';
import { recogniseStatements } from './statements/recognise-statements.ts';
import { detectLanguage } from './words/detect-language.ts';

/** Requirements in their own words. */
export interface Requirements {
  /** As diagnostics show it, such as `PRD.md`. */
  readonly document: string;
  /** Markdown, plain text, or a single sentence. */
  readonly text: string;
}

export interface RequirementsReading {
  /** Undefined when there is nothing to build: `diagnostics` then holds an error. */
  readonly value: Blueprint | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
}

/** Requirements → blueprint, with an account of every line. The same text gives the same result. */
export function readRequirements({ document: name, text }: Requirements): RequirementsReading {
  const unreadable = checkInput(text);
  if (unreadable !== undefined)
    return {
      value: undefined,
      diagnostics: [unreadable],
      coverage: { lines: [], used: 0, context: 0, question: 0, notUnderstood: 0, total: 0 },
    };
  const document = parseDocument(name, text);
  const language = detectLanguage(document);
  const reading: Reading = {
    document,
    language,
    vocabulary: vocabularyOf(language),
    kinds: classifySections(document),
    brief: isBrief(document),
  };
  const data = resolveData(readClaims(reading), accessOf(reading), reading);
  const refusal = refusalOf(data, reading);
  if (refusal !== undefined) {
    const diagnostic = intakeDiagnostics.create('no-data', { reason: refusal });
    return {
      value: undefined,
      diagnostics: [diagnostic],
      coverage: coverLines(document, reading.kinds, undefined, []),
    };
  }
  const statements = recogniseStatements(document, data.model, reading.kinds);
  const { entities, roles, permissions, diagnostics } = applyStatements(data.model, statements);
  const { name: system, label } = blueprintName(
    document,
    entities[0]?.plural ?? 'service',
    reading.vocabulary,
  );
  const service = buildService({
    name: system,
    label,
    access: data.model.access,
    entities,
    permissions,
  });
  const value = buildBlueprint({
    name: system,
    label,
    services: [service],
    roles,
    stories: statements.stories,
    processes: statements.processes,
    integrations: statements.integrations,
    qualities: statements.qualities,
    questions: [...data.questions, ...statements.questions],
  });
  const coverage = coverLines(document, reading.kinds, value, [
    ...constraintNotes(statements.constraints),
    ...data.notes,
    ...statements.notes,
  ]);
  return {
    value,
    diagnostics: sortDiagnostics([...data.diagnostics, ...statements.diagnostics, ...diagnostics]),
    coverage,
  };
}

function constraintNotes(constraints: ReturnType<typeof recogniseStatements>['constraints']) {
  return constraints.flatMap(({ sources }) =>
    sources.map((span) => ({ span, status: 'used', reason: 'A limit of a field.' }) as const),
  );
}
