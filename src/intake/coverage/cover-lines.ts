import type { Blueprint } from '#blueprint';
import type { Document } from '../document/document.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import { contextReason } from './context-reason.ts';
import { citations } from './citations.ts';
import type { Coverage, CoverageStatus, LineCoverage } from './coverage.ts';
import type { LineNote } from './line-note.ts';
import { linesOf } from './lines-of.ts';

const NOT_UNDERSTOOD = 'No statement about data, rules or behaviour was recognised in it.';

/** How many nodes are named for one line. */
const SHOWN = 5;

const rank: readonly CoverageStatus[] = ['used', 'question', 'context', 'not-understood'];

/** Accounts for every line: what the blueprint cites, then what was noted, then what kind of text it is. */
export function coverLines(
  document: Document,
  kinds: readonly SectionKind[],
  blueprint: Blueprint | undefined,
  notes: readonly LineNote[],
): Coverage {
  const found: (LineCoverage | undefined)[] = document.lines.map(() => undefined);
  const mark = (line: number, status: CoverageStatus, reason: string): void => {
    const known = found[line - 1];
    if (line > found.length) return;
    if (known === undefined || rank.indexOf(status) < rank.indexOf(known.status))
      found[line - 1] = { line, status, reason };
  };
  if (blueprint !== undefined) {
    for (const [line, { nodes, question }] of citations(blueprint.system)) {
      if (question) mark(line, 'question', 'An open question.');
      else mark(line, 'used', reasonOf([...nodes]));
    }
  }
  for (const { span, status, reason } of notes)
    for (const line of linesOf(span)) mark(line, status, reason);
  structure(document, found);
  for (const block of document.blocks) {
    const status = contextReason(block, document, kinds);
    for (const line of linesOf(block.span)) {
      if (status !== undefined) mark(line, 'context', status);
      else mark(line, 'not-understood', NOT_UNDERSTOOD);
    }
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

/** What was made of a line, for people: a line of a long table may be cited by very many nodes. */
function reasonOf(nodes: readonly string[]): string {
  const more = nodes.length > SHOWN ? ` and ${nodes.length - SHOWN} more` : '';
  return `${nodes.slice(0, SHOWN).join(', ')}${more}`;
}
