import type { Lifecycle, OpenQuestion } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { LineNote } from '../coverage/line-note.ts';
import type { DataModel } from '../data-model.ts';
import { isCombination } from '../data/sql-column.ts';
import type { Document } from '../document/document.ts';
import { withoutNumber } from '../words/without-number.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import { linesCovered, statementsOf } from './line.ts';
import type { Line } from './line.ts';
import { slugOf } from './naming.ts';
import { readDeclaration } from './read-declaration.ts';
import { readSentence } from './read-sentence.ts';
import type { Said } from './said.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';
import type { Behaviour } from './stories/stories-in.ts';

/** All sentences, sorted by what became of them. */
export interface SentencesRead {
  readonly sentences: readonly Said[];
  readonly questions: readonly OpenQuestion[];
  readonly notes: readonly LineNote[];
  readonly behaviours: readonly Behaviour[];
}

/** Kinds of section whose sentences are demands even without "must". */
const RULES: ReadonlySet<SectionKind> = new Set(['rules', 'data', 'lifecycle']);
/** Kinds of section whose sentences are no demands on data. */
const NO_RULES: ReadonlySet<SectionKind> = new Set([
  'ui',
  'tech',
  'quality',
  'questions',
  'examples',
  'overview',
  'integrations',
]);

/** `validTo > validFrom` is a demand wherever it stands. */
const COMPARISON = /^\s*[\p{L}_]{3,40}\s*(?:[<>]=?|[≥≤])\s*(?:[\p{L}_]{3,40}|\d[\d.]*)\s*$/u;

/** `kind = receipt` is what is written in one case; as a rule it would forbid all other values. */
const ASSIGNMENT = /^\s*`?[a-z]\w{2,40}`?\s*=\s*[`'"]?[\p{L}_][\p{L}\p{N}_ -]{0,40}[`'"]?\s*$/u;

/** Reads every sentence, but for those on lines that a drawing or a table has explained. */
export function sentencesIn(
  document: Document,
  lines: readonly Line[],
  explained: ReadonlySet<number>,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
  names: (name: string) => string,
): SentencesRead {
  const behaviours: Behaviour[] = [];
  const sentences: Said[] = [];
  const questions: OpenQuestion[] = [];
  const notes: LineNote[] = [];
  const seen = new Set<string>();
  const declared = declarations(vocabulary.model);
  const described = descriptions(vocabulary.model);
  for (const line of lines) {
    if (NO_RULES.has(line.kind)) continue;
    let subject: string | undefined;
    for (const { text, span } of statementsOf(document, line)) {
      if (linesCovered(span).some((at) => explained.has(at))) continue;
      // Keys are read with the columns.
      if (isCombination(text)) continue;
      if (ASSIGNMENT.test(text)) {
        notes.push({ span, status: 'context', reason: 'It gives the value of one case.' });
        continue;
      }
      const amongRules = RULES.has(line.kind) || COMPARISON.test(text);
      const around = { entity: line.entity, amongRules, kind: line.kind };
      const named = withSubject(plain(text), subject).replace(EMPHASIS, '');
      subject = subjectOf(plain(text)) ?? subject;
      const declaration = readDeclaration(named, line.entity, vocabulary, lifecycles);
      const reading = declaration ?? readSentence(named, vocabulary, lifecycles, around);
      if (reading.kind === 'findings' || reading.kind === 'not-understood')
        for (const finding of reading.findings)
          sentences.push({ finding, source: span, text: plain(text) });
      if (
        reading.kind === 'not-understood' &&
        declaration === undefined &&
        (declaresField(text, span.line, declared) ||
          declaresLists(text, span, declared) ||
          described.has(placeOf(span)))
      )
        continue;
      if (reading.kind === 'not-understood' && !seen.has(plain(text))) {
        seen.add(plain(text));
        questions.push(questionOf(plain(text), span, names, vocabulary.model));
      } else if (reading.kind === 'behaviour') behaviours.push({ text: plain(text), source: span });
      else if (reading.kind === 'not-understood')
        notes.push({
          span,
          status: 'question',
          reason: 'The same sentence is a question already.',
        });
    }
  }
  return { sentences, questions, notes, behaviours };
}

/** Line → the names of the fields that it gives. */
function declarations({ entities }: DataModel): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { field, aliases } of entities.flatMap(({ fields }) => fields))
    for (const { line } of field.sources) found.set(line, [...(found.get(line) ?? []), ...aliases]);
  return found;
}

/** Places of sentences that give the values of a field, or two fields and more: "must" says there that they are kept. */
function descriptions({ entities }: DataModel): ReadonlySet<string> {
  const places = entities.flatMap(({ fields }) =>
    fields.flatMap(({ field }) => [...new Set(field.sources.map(placeOf))]),
  );
  const values = entities.flatMap(({ fields }) =>
    fields.flatMap(({ field }) => (field.type.kind === 'enum' ? field.sources.map(placeOf) : [])),
  );
  const seen = new Set<string>();
  return new Set([...values, ...places.filter((place) => seen.has(place) || !seen.add(place))]);
}

function placeOf({ line, column, endLine, endColumn }: SourceSpan): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}

/** `title (string, required, max 120)` and `name varchar(60), not null` have been read as declarations: nothing of them is left to ask. */
function declaresField(
  text: string,
  line: number,
  declared: ReadonlyMap<number, readonly string[]>,
): boolean {
  if (MODAL.test(text)) return false;
  const names = declared.get(line) ?? [];
  return [labelled, typed].some((shape) => names.includes(shape.exec(text)?.[1] ?? ''));
}

/** `title (string)`, `title: string`, `title - string` */
const labelled = /^[\s*`"_-]*([^\n]{1,60}?)[*`"_]*\s*(?:[(（:：]|\s[-–—]\s)/u;
/** `name varchar(60), not null` */
const typed = /^[\s*`"_-]*(\w+)[*`"_]*\s+\w+(?:\s*\(\d[^)\n]*\))?(?:,|$)/u;

/** Lines such as `Customer: name (text, required), limit (money)`, one below the other: each gives fields. */
function declaresLists(
  text: string,
  span: SourceSpan,
  declared: ReadonlyMap<number, readonly string[]>,
): boolean {
  return (
    !MODAL.test(text) && linesCovered(span).every((line) => (declared.get(line)?.length ?? 0) >= 2)
  );
}

const MODAL = /\b(?:must|shall|should|may|can(?:not)?|only if|unless|when)\b/i;

/** What only stresses that something has ended. */
const EMPHASIS = /\s+(?:any ?more|any longer|afterwards|later on|again)(?=[\s.;]*$)/iu;

/** "A repair is received. It can be cancelled": it is the repair. */
function withSubject(text: string, subject: string | undefined): string {
  return subject === undefined ? text : text.replace(/^it (?=\p{Ll})/iu, `${subject} `);
}

/** "An order moves from …": what a sentence begins with, for the next that begins with "It". */
function subjectOf(text: string): string | undefined {
  return /^(?:an?|each|every|the) \p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?(?= (?:is|has|can|may|must|goes|moves|starts|passes|shall|will|should|belongs|links|contains)\b)/iu.exec(
    text,
  )?.[0];
}

/** Without the id or number that a rule begins with, and without marks of a list. */
function plain(text: string): string {
  return withoutNumber(text.replaceAll(/\s+/g, ' ').replace(/^[\s✅✔✓☑❌•*>-]+/u, ''))
    .replace(/^(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)][:：.]?\s+/u, '')
    .trim();
}

/** A demand that would have to be guessed. */
export function questionOf(
  text: string,
  span: SourceSpan,
  names: (name: string) => string,
  { language }: DataModel,
): OpenQuestion {
  return {
    id: `question/${names(slugOf(text, language))}`,
    label: `How is this to be enforced: “${text.slice(0, 300)}”`,
    origin: 'inferred',
    note: 'The sentence demands something of the data, and it was not understood surely enough to enforce it.',
    sources: [span],
    reason: 'A rule that is guessed would refuse good data.',
  };
}
