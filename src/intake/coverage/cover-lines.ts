import type { Blueprint } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { Document } from '../document/document.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import { contextReason } from './context-reason.ts';
import type { Coverage, CoverageStatus, LineCoverage } from './coverage.ts';
import type { LineNote } from './line-note.ts';

const rank: readonly CoverageStatus[] = ['used', 'question', 'context', 'not-understood'];

/** Accounts for every line: what the blueprint cites, then what was noted, then what kind of text it is. */
export function coverLines(
  document: Document,
  kinds: readonly SectionKind[],
  blueprint: Blueprint | undefined,
  notes: readonly LineNote[],
): Coverage {
  const found: (LineCoverage | undefined)[] = document.lines.map(() => undefined);
  const mark = (
    { line, endLine, endColumn }: SourceSpan,
    status: CoverageStatus,
    reason: string,
  ) => {
    const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
    for (let at = line; at <= last && at <= found.length; at += 1) {
      const known = found[at - 1];
      if (known === undefined || rank.indexOf(status) < rank.indexOf(known.status))
        found[at - 1] = { line: at, status, reason };
    }
  };
  if (blueprint !== undefined) {
    for (const { span, question } of citations(blueprint.system))
      mark(
        span,
        question ? 'question' : 'used',
        question ? 'An open question.' : 'In the blueprint.',
      );
  }
  for (const { span, status, reason } of notes) mark(span, status, reason);
  structure(document, found);
  for (const block of document.blocks) {
    const status = contextReason(block, document, kinds);
    mark(
      block.span,
      status === undefined ? 'not-understood' : 'context',
      status ?? 'No statement about data, rules or behaviour was recognised in it.',
    );
  }
  const lines = document.lines.flatMap((text, index): LineCoverage[] =>
    text.trim() === ''
      ? []
      : [
          found[index] ?? {
            line: index + 1,
            status: 'context',
            reason: 'Layout: it has no words of its own.',
          },
        ],
  );
  const count = (status: CoverageStatus) => lines.filter((line) => line.status === status).length;
  return {
    lines,
    used: count('used'),
    context: count('context'),
    question: count('question'),
    notUnderstood: count('not-understood'),
    total: lines.length,
  };
}

/** The head of a table and the fences of a block share the fate of what they hold. */
function structure(document: Document, found: (LineCoverage | undefined)[]): void {
  const tables = new Set<number>();
  for (const block of document.blocks) {
    if (block.kind === 'row' && !tables.has(block.table)) {
      tables.add(block.table);
      const first = found[block.span.line - 1];
      for (const line of [block.span.line - 2, block.span.line - 1]) {
        if (found[line - 1] === undefined && line >= 1)
          found[line - 1] = {
            line,
            status: first?.status === 'used' ? 'used' : 'context',
            reason: 'The head of a table.',
          };
      }
    }
    if (block.kind !== 'code') continue;
    for (const line of [block.span.line - 1, block.span.endLine + 1]) {
      const text = document.lines[line - 1] ?? '';
      if (/^[\s>*+-]*(?:```|~~~)/.test(text) && found[line - 1] === undefined)
        found[line - 1] = { line, status: 'context', reason: 'The fence of a block.' };
    }
  }
}

interface Citation {
  readonly span: SourceSpan;
  readonly question: boolean;
}

/** Every source of every node below; open questions apart. */
function citations(system: Blueprint['system']): readonly Citation[] {
  const found: Citation[] = [];
  const walk = (value: unknown, question: boolean): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, question);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (key === 'sources' && Array.isArray(item))
          found.push(...item.filter(isSpan).map((span) => ({ span, question })));
        else walk(item, question || key === 'questions');
      }
    }
  };
  walk({ ...system, sources: [] }, false);
  return found;
}

function isSpan(value: unknown): value is SourceSpan {
  return typeof value === 'object' && value !== null && 'line' in value && 'endLine' in value;
}
