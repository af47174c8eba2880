import type { Criterion, Story } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { DataModel } from '../../data-model.ts';
import type { Document } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import type { Line } from '../line.ts';
import { nameOf, slugOf, uniqueNames } from '../naming.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { storiesInText } from './as-a.ts';
import { criteriaInText } from './gherkin.ts';
import { requirementsInText } from './requirement-ids.ts';

/** A sentence that says what the system is to do. */
export interface Behaviour {
  readonly text: string;
  readonly source: SourceSpan;
}

type Draft = Omit<Story, 'criteria'> & { readonly section: number; criteria: Criterion[] };
const CRITERIA =
  /acceptance|criteri|akzeptanz|abnahme|критери|验收|受け?入|인수 ?(?:조건|기준)|완료 조건/u;

/** User stories, numbered requirements and their acceptance criteria. */
export function storiesIn(
  document: Document,
  lines: readonly Line[],
  behaviours: readonly Behaviour[],
  vocabulary: Vocabulary,
): readonly Story[] {
  const found: Draft[] = [];
  const names = uniqueNames();
  const loose: { criterion: Criterion; section: number; ids: readonly string[] }[] = [];
  for (const { block, kind } of lines) {
    const row = block.kind === 'row' ? block : undefined;
    const span = (start: number, end: number) => spanIn(document, block, start, end);
    const written = storiesInText(block.text, row);
    const before = found.length;
    for (const story of written)
      found.push(draft(story, span(story.start, story.end), block.section, names, vocabulary));
    if (written.length === 0 && kind !== 'quality' && kind !== 'questions')
      for (const { id, goal, start, end } of requirementsInText(block.text, row))
        found.push(draft({ goal, id }, span(start, end), block.section, names, vocabulary));
    const criteria = criteriaInText(block.text).map(
      ({ text, start, end, ...parts }): Criterion => ({
        text,
        ...parts,
        sources: [span(start, end)],
      }),
    );
    const title = foldText(document.sections[block.section]?.title ?? '');
    const lead = foldText(document.blocks[block.lead]?.text ?? '').slice(-60);
    const listed =
      block.kind === 'item' &&
      criteria.length === 0 &&
      (block.checked !== undefined || CRITERIA.test(title) || CRITERIA.test(lead));
    if (listed && found.length === before)
      criteria.push({ text: block.text.replaceAll(/\s+/g, ' '), sources: [block.span] });
    const ids = [...block.text.matchAll(/\b[A-Z]{1,6}-\d{1,4}\b/g)].map(([id]) => id);
    for (const criterion of criteria) loose.push({ criterion, section: block.section, ids });
    attach(loose, found, document);
  }
  for (const { criterion } of loose)
    found.push({
      ...draft({ goal: criterion.text }, criterion.sources[0] as SourceSpan, -1, names, vocabulary),
      criteria: [criterion],
    });
  const told = new Set(
    found
      .flatMap(({ sources, criteria }) => [
        ...sources,
        ...criteria.flatMap((criterion) => criterion.sources),
      ])
      .map(({ line }) => line),
  );
  for (const { text, source } of behaviours)
    if (!told.has(source.line)) found.push(draft({ goal: text }, source, -1, names, vocabulary));
  return found.map(({ section: _section, ...story }) => story);
}

/** A criterion belongs to the requirement it names, else to the last story of its section or the one around it. */
function attach(
  loose: { criterion: Criterion; section: number; ids: readonly string[] }[],
  found: readonly Draft[],
  document: Document,
): void {
  for (const { criterion, section, ids } of loose.splice(0)) {
    const named = found.find(({ label }) => ids.includes(label));
    const around = new Set([section, document.sections[section]?.parent ?? -1]);
    const owner =
      named ?? found.findLast((story) => around.has(story.section) && story.section >= 0);
    if (owner) owner.criteria.push(criterion);
    else loose.push({ criterion, section, ids });
  }
}

function draft(
  written: {
    readonly role?: string;
    readonly goal: string;
    readonly benefit?: string;
    readonly id?: string;
  },
  source: SourceSpan,
  section: number,
  names: (name: string) => string,
  vocabulary: Vocabulary,
): Draft {
  const { model } = vocabulary;
  const name = names(
    written.id === undefined ? slugOf(written.goal, model.language) : nameOf(written.id, 'en'),
  );
  const role = written.role === undefined ? undefined : roleOf(written.role, vocabulary);
  return {
    id: `story/${name}`,
    label: written.id ?? written.goal,
    origin: 'stated',
    sources: [source],
    ...(role !== undefined && { role }),
    goal: written.goal,
    ...(written.benefit !== undefined && { benefit: written.benefit }),
    entities: entitiesIn(`${written.goal} ${written.benefit ?? ''}`, model, vocabulary),
    section,
    criteria: [],
  };
}

function roleOf(written: string, vocabulary: Vocabulary): string | undefined {
  return annotate(written, vocabulary).flatMap(({ roles }) => roles)[0];
}

function entitiesIn(text: string, model: DataModel, vocabulary: Vocabulary): string[] {
  const named = new Set(annotate(text, vocabulary).flatMap(({ entities }) => entities));
  return model.entities.filter((entity) => named.has(entity)).map(({ entity }) => entity.id);
}
