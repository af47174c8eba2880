import type { SourceSpan } from '#diagnostics';
import type { DataModel } from '../data-model.ts';
import type { Document } from '../document/document.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import type { StatementClaims } from '../statement-claims.ts';
import { constraintsOf, keysOf, notesOf, rulesOf } from './claims-of-sentences.ts';
import { fixedFields } from './fixed-fields.ts';
import { integrationsIn } from './integrations-in.ts';
import { draftsIn } from './lifecycle/drafts-in.ts';
import { drawnLifecycles, lifecyclesOf, newStateField, newStates } from './lifecycles-of.ts';
import { linesCovered, linesOf } from './line.ts';
import { uniqueNames } from './naming.ts';
import { qualitiesIn } from './qualities-in.ts';
import { questionsIn } from './questions-in.ts';
import { findRoles } from './roles/find-roles.ts';
import { grantsInSections } from './roles/grants-in-sections.ts';
import { grantsInMatrices } from './roles/permission-matrix.ts';
import { permissionsOf } from './roles/permissions-of.ts';
import { saidOf } from './said.ts';
import { vocabularyOf } from './sentence/vocabulary.ts';
import { questionOf, sentencesIn } from './sentences-in.ts';
import { storiesIn } from './stories/stories-in.ts';
import { workflowsIn } from './workflows-in.ts';

/**
 * What the sentences of the requirements say about a data model: rules, lifecycles, roles and what they may do,
 * workflows, stories, qualities, integrations, and the questions they leave open. Every statement is claimed
 * with its place; a demand that is not understood becomes a question.
 */
export function recogniseStatements(
  document: Document,
  model: DataModel,
  sections: readonly SectionKind[],
): StatementClaims {
  const names = vocabularyOf(model, []);
  const lines = linesOf(document, sections, names);
  const found = findRoles(document, lines, sections, model);
  const vocabulary = found.length === 0 ? names : vocabularyOf(model, found);
  const drafts = draftsIn(document, lines, vocabulary);
  const listed = [
    ...grantsInMatrices(lines, vocabulary),
    ...grantsInSections(document, lines, vocabulary),
  ];
  const questionNames = uniqueNames();
  const open = questionsIn(lines, model, questionNames);
  const explained = covered([
    ...drafts.flatMap(({ sources }) => sources),
    ...listed.map(({ source }) => source),
    ...open.flatMap(({ sources }) => sources),
  ]);
  const read = sentencesIn(
    document,
    lines,
    explained,
    vocabulary,
    drawnLifecycles(drafts, model),
    questionNames,
  );
  const { sentences } = read;
  const states = lifecyclesOf(drafts, sentences, model);
  const { lifecycles } = states;
  const roles = found.map(({ aliases: _aliases, ...role }) => role);
  const said = saidOf(sentences, 'permission').map(({ finding, source }) => ({
    ...finding,
    source,
  }));
  const processes = workflowsIn(
    document,
    lines,
    vocabulary,
    new Map(lifecycles.map(({ draft, lifecycle }) => [draft.entity.entity.id, lifecycle])),
  );
  // What a step demands is done by its process.
  const ofSteps = covered(processes.flatMap(({ sources }) => sources));
  const asked = read.questions.filter(({ sources }) =>
    sources.every((source) => !linesCovered(source).some((line) => ofSteps.has(line))),
  );
  return {
    roles,
    fields: lifecycles.flatMap(({ draft }) => newStateField(draft)),
    constraints: [
      ...lifecycles.flatMap(({ draft }) => newStates(draft)),
      ...states.constraints,
      ...constraintsOf(sentences, model),
    ],
    keys: keysOf(sentences, model),
    rules: rulesOf([...sentences, ...states.rules, ...fixedFields(model)], model),
    lifecycles: lifecycles.map(({ draft, lifecycle }) => ({
      entity: draft.entity.entity.id,
      lifecycle,
    })),
    permissions: permissionsOf(
      [...listed, ...said],
      roles.map(({ name }) => name),
    ),
    processes,
    stories: storiesIn(document, lines, read.behaviours, vocabulary),
    integrations: integrationsIn(document, lines),
    qualities: qualitiesIn(document, lines, model),
    questions: [
      ...open,
      ...asked,
      ...states.unclear.map(({ text, source }) => questionOf(text, source, questionNames, model)),
    ],
    diagnostics: [],
    notes: [...read.notes, ...notesOf(sentences.filter((said) => !states.unclear.includes(said)))],
  };
}

/** The numbers of all lines that the places cover. */
function covered(places: readonly SourceSpan[]): ReadonlySet<number> {
  return new Set(places.flatMap(linesCovered));
}
