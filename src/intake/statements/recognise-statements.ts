import type { Field, Lifecycle, OpenQuestion, Rule } from '#blueprint';
import { buildField } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { LineNote } from '../coverage/line-note.ts';
import type { DataModel } from '../data-model.ts';
import type { Document } from '../document/document.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import type { FieldConstraint, StatementClaims } from '../statement-claims.ts';
import type { Finding } from './grammar/finding.ts';
import { integrationsIn } from './integrations-in.ts';
import { applySentences, asRule, isComplete } from './lifecycle/apply-sentences.ts';
import type { Located } from './lifecycle/apply-sentences.ts';
import { assembleLifecycle } from './lifecycle/assemble.ts';
import type { Draft } from './lifecycle/draft.ts';
import { draftsIn } from './lifecycle/drafts-in.ts';
import { linesOf, statementsOf } from './line.ts';
import type { Line } from './line.ts';
import { slugOf, uniqueNames } from './naming.ts';
import { qualitiesIn } from './qualities-in.ts';
import { questionsIn } from './questions-in.ts';
import { readSentence } from './read-sentence.ts';
import { findRoles } from './roles/find-roles.ts';
import type { Grant } from './roles/grant.ts';
import { grantsInSections } from './roles/grants-in-sections.ts';
import { grantsInMatrices } from './roles/permission-matrix.ts';
import { permissionsOf } from './roles/permissions-of.ts';
import { stateField } from './grammar/scope.ts';
import { storiesIn } from './stories/stories-in.ts';
import type { Behaviour } from './stories/stories-in.ts';
import { vocabularyOf } from './sentence/vocabulary.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';
import { workflowsIn } from './workflows-in.ts';

/** Kinds of section whose sentences are demands even without "must". */
const RULES: ReadonlySet<SectionKind> = new Set(['rules', 'data', 'lifecycle']);
/** Kinds of section whose sentences are no demands on data. */
const NO_RULES: ReadonlySet<SectionKind> = new Set(['ui', 'tech', 'quality', 'questions', 'examples', 'overview', 'integrations']);

interface Sentence extends Located<Finding> {
  readonly text: string;
}

/**
 * What the sentences of the requirements say about a data model: rules, lifecycles, roles and what they may do,
 * workflows, stories, qualities, integrations, and the questions they leave open. Every statement is claimed
 * with its place; a demand that is not understood becomes a question.
 */
export function recogniseStatements(document: Document, model: DataModel, sections: readonly SectionKind[]): StatementClaims {
  const unnamed = vocabularyOf(model, []);
  const lines = linesOf(document, sections, unnamed);
  const found = findRoles(document, lines, sections, model);
  const vocabulary = vocabularyOf(model, found);
  const drafts = draftsIn(document, lines, vocabulary);
  const provisional = lifecyclesOf(drafts, model);
  const listed = [...grantsInMatrices(lines, vocabulary), ...grantsInSections(document, lines, vocabulary)];
  const drawn = new Set([...drafts.flatMap(({ sources }) => sources), ...listed.map(({ source }) => source)].flatMap(linesIn));
  const unread = lines.filter(({ block }) => !linesIn(block.span).some((line) => drawn.has(line)) || block.kind === 'paragraph');
  const { sentences, questions, notes, behaviours } = readAll(document, unread, drawn, vocabulary, provisional);
  const { lifecycles, rules: demands } = withSentences(drafts, sentences, vocabulary);
  const roles = found.map(({ aliases: _aliases, ...role }) => role);
  const grants: Grant[] = [
    ...listed,
    ...sentences.flatMap(({ finding, source }) => (finding.kind === 'permission' ? [{ ...finding, source }] : [])),
  ];
  return {
    roles,
    fields: lifecycles.flatMap(({ draft }) => newStateField(draft)),
    constraints: [...lifecycles.flatMap(({ draft }) => newStates(draft)), ...constraintsOf(sentences, model)],
    keys: keysOf(sentences, model),
    rules: rulesOf([...sentences, ...demands], model),
    lifecycles: lifecycles.map(({ draft, lifecycle }) => ({ entity: draft.entity.entity.id, lifecycle })),
    permissions: permissionsOf(grants, roles.map(({ name }) => name)),
    processes: workflowsIn(document, lines, vocabulary),
    stories: storiesIn(document, lines, behaviours, vocabulary),
    integrations: integrationsIn(document, lines),
    qualities: qualitiesIn(document, lines, model),
    questions: [...questionsIn(lines, model), ...questions],
    diagnostics: [],
    notes,
  };
}

/** The numbers of the lines that a place covers. */
function linesIn({ line, endLine }: SourceSpan): readonly number[] {
  return Array.from({ length: Math.min(endLine - line + 1, 1000) }, (_, index) => line + index);
}

function lifecyclesOf(drafts: readonly Draft[], { language }: DataModel): ReadonlyMap<string, Lifecycle> {
  return new Map(
    drafts.flatMap((draft) => {
      const lifecycle = assembleLifecycle(draft, language);
      return lifecycle ? [[draft.entity.entity.id, lifecycle] as const] : [];
    }),
  );
}

/** Reads every sentence, but for those on lines that a drawing or a table has explained. */
function readAll(
  document: Document,
  lines: readonly Line[],
  explained: ReadonlySet<number>,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
) {
  const behaviours: Behaviour[] = [];
  const sentences: Sentence[] = [];
  const questions: OpenQuestion[] = [];
  const notes: LineNote[] = [];
  const names = uniqueNames();
  const seen = new Set<string>();
  for (const line of lines) {
    if (NO_RULES.has(line.kind)) continue;
    for (const { text, span } of statementsOf(document, line)) {
      if (linesIn(span).some((at) => explained.has(at))) continue;
      const amongRules = RULES.has(line.kind);
      const reading = readSentence(plain(text), vocabulary, lifecycles, { entity: line.entity, amongRules, kind: line.kind });
      if (reading.kind === 'findings' || reading.kind === 'not-understood')
        for (const finding of reading.findings) sentences.push({ finding, source: span, text: plain(text) });
      if (reading.kind === 'not-understood' && !seen.has(plain(text))) {
        seen.add(plain(text));
        questions.push(questionOf(plain(text), span, names, vocabulary));
      } else if (reading.kind === 'behaviour') behaviours.push({ text: plain(text), source: span });
      else if (reading.kind === 'not-understood') notes.push({ span, status: 'question', reason: 'The same sentence is a question already.' });
    }
  }
  return { sentences, questions, notes, behaviours };
}

/** Without the id or number that a rule begins with, and without marks of a list. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s✅✔✓☑❌•*>-]+/u, '')
    .replace(/^(?:[A-Z]{1,6}(?:[-_][A-Z]{1,8}){0,2}[-_. ]?\d{1,4}|\d{1,3}(?:\.\d{1,3})*[.)])[:：.]?\s+/u, '')
    .trim();
}

function questionOf(text: string, span: SourceSpan, names: (name: string) => string, { model }: Vocabulary): OpenQuestion {
  return {
    id: `question/${names(slugOf(text, model.language))}`,
    label: `How is this to be enforced: “${text.slice(0, 300)}”`,
    origin: 'inferred',
    note: 'The sentence demands something of the data, and it was not understood surely enough to enforce it.',
    sources: [span],
    reason: 'A rule that is guessed would refuse good data.',
  };
}

/** Lifecycles with what sentences say of them; for states without one, their demands as rules. */
function withSentences(drafts: readonly Draft[], sentences: readonly Sentence[], vocabulary: Vocabulary) {
  const { model } = vocabulary;
  const lifecycles: { draft: Draft; lifecycle: Lifecycle }[] = [];
  const rules: Sentence[] = [];
  for (const entity of model.entities) {
    const said = sentences.flatMap(({ finding, source, text }) =>
      (finding.kind === 'transition' || finding.kind === 'final' || finding.kind === 'initial') && finding.entity === entity.entity.id
        ? [{ finding, source, text }]
        : [],
    );
    const drawn = drafts.find((draft) => draft.entity === entity);
    const field = drawn ? drawn.field : stateField({ entity, lifecycles: new Map() });
    const type = field?.field.type;
    const values = type?.kind === 'enum' ? type.values.map(({ value }) => value) : [];
    if (!drawn && said.length === 0) continue;
    const sources = drawn?.sources ?? said.map(({ source }) => source);
    const draft = applySentences(drawn ?? { entity, field, values, steps: [], sources }, said);
    const lifecycle = drawn || isComplete(draft) ? assembleLifecycle(draft, model.language) : undefined;
    if (lifecycle) lifecycles.push({ draft, lifecycle });
    else
      for (const { finding, source, text } of said) {
        const expression = finding.kind === 'transition' && field ? asRule(finding, field.field.name) : undefined;
        if (!expression || !field) continue;
        const fields = [field.field.name];
        rules.push({ text, source, finding: { kind: 'rule', entity: entity.entity.id, on: ['create', 'update'], expression, fields } });
      }
  }
  return { lifecycles, rules };
}

/** A state field that only the lifecycle names. */
function newStateField(draft: Draft): readonly { entity: string; field: Field }[] {
  if (draft.field) return [];
  const { id } = draft.entity.entity;
  const [initial] = draft.values;
  const field = buildField(id, {
    name: 'status',
    type: stateType(draft),
    origin: 'inferred',
    note: 'The lifecycle needs a field that holds the state.',
    sources: [...draft.sources],
    ...(initial !== undefined && { default: { kind: 'value', value: draft.initial ?? initial } }),
  });
  return [{ entity: id, field }];
}

/** A field of text that a lifecycle gives its values. */
function newStates(draft: Draft): readonly FieldConstraint[] {
  const type = draft.field?.field.type;
  if (!draft.field || !type) return [];
  const known = type.kind === 'enum' ? type.values.map(({ value }) => value) : [];
  if (draft.values.every((value) => known.includes(value))) return [];
  return [{ entity: draft.entity.entity.id, field: draft.field.field.name, change: { type: stateType(draft) }, sources: draft.sources }];
}

function stateType({ values }: Draft): Field['type'] {
  return { kind: 'enum', values: values.map((value) => ({ value, label: value })) };
}

function constraintsOf(sentences: readonly Sentence[], { entities }: DataModel): readonly FieldConstraint[] {
  return sentences.flatMap(({ finding, source }): FieldConstraint[] => {
    if (finding.kind === 'constraint') return [{ ...finding, sources: [source] }];
    if (finding.kind !== 'on-delete') return [];
    const field = entities.find(({ entity }) => entity.id === finding.entity)?.fields.find(({ field }) => field.name === finding.field)?.field;
    return field?.type.kind === 'reference'
      ? [{ entity: finding.entity, field: finding.field, change: { type: { ...field.type, onDelete: finding.action } }, sources: [source] }]
      : [];
  });
}

function keysOf(sentences: readonly Sentence[], { language }: DataModel): StatementClaims['keys'] {
  const found = sentences.flatMap(({ finding, source, text }) => (finding.kind === 'key' ? [{ finding, source, text }] : []));
  const groups = Map.groupBy(found, ({ finding }) => JSON.stringify([finding.entity, finding.fields.toSorted()]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { entity, fields } = first.finding;
    return [
      {
        entity,
        key: {
          id: `${entity}/key/${fields.join('-').slice(0, 80) || slugOf(first.text, language)}`,
          label: first.text,
          origin: 'stated',
          sources: group.map(({ source }) => source),
          fields: [...fields],
        },
      },
    ];
  });
}

/** The same demand said twice is one rule with both places. */
function rulesOf(sentences: readonly Sentence[], { language }: DataModel): StatementClaims['rules'] {
  const found = sentences.flatMap(({ finding, source, text }) => (finding.kind === 'rule' ? [{ finding, source, text }] : []));
  const groups = Map.groupBy(found, ({ finding }) => JSON.stringify([finding.entity, finding.on, finding.expression]));
  const names = new Map<string, (name: string) => string>();
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { entity, on, expression, fields } = first.finding;
    const nameIn = names.get(entity) ?? uniqueNames();
    names.set(entity, nameIn);
    const rule: Rule = {
      id: `${entity}/rule/${nameIn(slugOf(first.text, language))}`,
      label: first.text,
      statement: first.text,
      origin: 'stated',
      sources: group.map(({ source }) => source),
      on: [...on],
      expression,
      message: first.text,
      fields: [...fields],
    };
    return [{ entity, rule }];
  });
}
