import type { SourceSpan } from '#diagnostics';
import type { ModelledEntity } from '../data-model.ts';
import type { Block, Document } from '../document/document.ts';
import { spanIn } from '../document/span-in.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import { sentencesOf } from '../words/sentences.ts';
import { annotate } from './sentence/annotate.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';

/** A block of the requirements with what is known about its place. */
export interface Line {
  readonly block: Block;
  readonly kind: SectionKind;
  /** The entity that the nearest heading names. */
  readonly entity: ModelledEntity | undefined;
}

/** A sentence, a cell of a table or a point of a list. */
export interface Statement {
  readonly line: Line;
  readonly text: string;
  readonly span: SourceSpan;
}

const NOT_MEANT: ReadonlySet<SectionKind> = new Set([
  'out-of-scope',
  'future',
  'contents',
  'history',
  'schedule',
  'testing',
  'glossary',
]);

/** Every block of a section that states what the system is to do. */
export function linesOf(
  document: Document,
  sections: readonly SectionKind[],
  vocabulary: Vocabulary,
): readonly Line[] {
  const entities: (ModelledEntity | undefined)[] = [];
  for (const section of document.sections)
    entities.push(entityOfTitle(section.title, vocabulary) ?? entities[section.parent]);
  return document.blocks
    .map((block) => ({
      block,
      kind: sections[block.section] ?? 'unknown',
      entity: entities[block.section],
    }))
    .filter(({ kind }) => !NOT_MEANT.has(kind));
}

/** The one entity that a heading names; undefined where it names none or several. */
function entityOfTitle(title: string, vocabulary: Vocabulary): ModelledEntity | undefined {
  if (title.length > 80) return undefined;
  const named = new Set(
    annotate(title, vocabulary).flatMap(({ entities }) => entities.slice(0, 1)),
  );
  const [entity] = named;
  return named.size === 1 ? entity : undefined;
}

/** The statements of a line: cells of a table, else sentences; code has none. */
export function statementsOf(document: Document, line: Line): readonly Statement[] {
  const { block } = line;
  if (block.kind === 'code' || block.kind === 'heading') return [];
  if (block.kind === 'row')
    return block.cells.flatMap(({ text, start }) =>
      sentencesOf({ text }).map((sentence) => ({
        line,
        text: sentence.text,
        span: spanIn(document, block, start + sentence.start, start + sentence.end),
      })),
    );
  return sentencesOf(block).map(({ text, start, end }) => ({
    line,
    text,
    span: spanIn(document, block, start, end),
  }));
}

/** The numbers of the lines that a place covers. */
export function linesCovered({ line, endLine }: SourceSpan): readonly number[] {
  return Array.from({ length: Math.min(endLine - line + 1, 1000) }, (_, index) => line + index);
}
