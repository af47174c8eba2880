import type { Token } from 'markdown-it';
import { cut } from './cut.ts';
import type { Draft } from './draft.ts';
import type { Cell } from './document.ts';
import { htmlPieces } from './html-pieces.ts';
import { htmlRows } from './html-table.ts';
import type { HtmlRow } from './html-table.ts';
import { inlineText } from './inline-text.ts';
import type { InlineText } from './inline-text.ts';
import { rowCells } from './row-cells.ts';
import { spanOf } from './source-text.ts';
import type { SourceText } from './source-text.ts';
import { splitBullets } from './split-bullets.ts';

interface OpenItem {
  readonly list: number;
  readonly ordered: boolean;
  readonly lead: number;
  /** Index of its block; -1 until its first paragraph is seen. */
  block: number;
}

/** Tokens of the Markdown parser → blocks in reading order. */
export function flatten(tokens: readonly Token[], source: SourceText): readonly Draft[] {
  const drafts: Draft[] = [];
  const lists: { id: number; ordered: boolean; lead: number }[] = [];
  const items: OpenItem[] = [];
  let listCount = 0;
  let tableCount = 0;
  let quotes = 0;
  let table: { id: number; header: string[]; lead: number } | undefined;

  const parent = () => items.findLast((item) => item.block >= 0)?.block ?? -1;
  const base = (piece: InlineText) => {
    const first = piece.map[1] ?? 0;
    const end = sourceEnd(piece);
    return {
      index: drafts.length,
      text: piece.text,
      marks: piece.marks,
      map: piece.map,
      span: spanOf(source, first, end),
    };
  };
  const leadHere = () => {
    const last = drafts.at(-1);
    if (last === undefined) return -1;
    const inside = parent();
    if (last.kind === 'item') return last.index === inside ? last.index : -1;
    return last.kind === 'paragraph' && last.parent === inside ? last.index : -1;
  };
  const paragraph = (piece: InlineText) => {
    if (piece.text.trim() === '') return;
    const item = items.at(-1);
    if (item !== undefined && item.block < 0) {
      item.block = drafts.length;
      const outer = items.findLast((other) => other !== item && other.block >= 0)?.block ?? -1;
      const { checked, text } = taskBox(piece);
      const depth = items.length - 1;
      drafts.push({
        kind: 'item',
        ...base(text),
        parent: outer,
        lead: item.lead,
        depth,
        ordered: item.ordered,
        list: item.list,
        checked,
      });
      return;
    }
    const { before, bullets } = splitBullets(piece);
    if (before !== undefined)
      drafts.push({
        kind: 'paragraph',
        ...base(before),
        parent: parent(),
        lead: -1,
        quoted: quotes > 0,
      });
    const lead = leadHere();
    if (bullets.length > 0) listCount += 1;
    for (const { ordered, text } of bullets) {
      drafts.push({
        kind: 'item',
        ...base(text),
        parent: parent(),
        lead,
        depth: items.length,
        ordered,
        list: listCount,
        checked: undefined,
      });
    }
  };

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        listCount += 1;
        lists.push({
          id: listCount,
          ordered: token.type === 'ordered_list_open',
          lead: leadHere(),
        });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open': {
        const list = lists.at(-1);
        items.push({
          list: list?.id ?? 0,
          ordered: list?.ordered ?? false,
          lead: list?.lead ?? -1,
          block: -1,
        });
        break;
      }
      case 'list_item_close':
        items.pop();
        break;
      case 'blockquote_open':
        quotes += 1;
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
      case 'heading_open': {
        const piece = inlinePiece(tokens[at + 1], source);
        // Converted from pages: every line that stands out is a heading, points as well.
        if (piece !== undefined && /^\s*[•●▪‣]/.test(piece.text)) paragraph(piece);
        else if (piece !== undefined && piece.text.trim() !== '') {
          drafts.push({
            kind: 'heading',
            ...base(piece),
            parent: -1,
            lead: -1,
            depth: Number(token.tag.slice(1)),
          });
        }
        at += 2;
        break;
      }
      case 'paragraph_open': {
        const piece = inlinePiece(tokens[at + 1], source);
        if (piece !== undefined) paragraph(piece);
        at += 2;
        break;
      }
      case 'fence': {
        const piece = verbatim(token, source);
        if (piece.text.trim() === '') break;
        const language = /^[\w+#.-]*/.exec(token.info.trim().toLowerCase())?.[0] ?? '';
        drafts.push({ kind: 'code', ...base(piece), parent: parent(), lead: leadHere(), language });
        break;
      }
      case 'html_block': {
        const rows = /<table\b/i.test(token.content)
          ? htmlRows(token.content, (token.map?.[0] ?? 0) + 1)
          : [];
        if (rows.length > 1) {
          tableCount += 1;
          const lead = leadHere();
          const header = rows[0]?.cells ?? [];
          for (const row of rows.slice(1))
            drafts.push({
              kind: 'row',
              ...base(htmlPiece(row, source)),
              parent: parent(),
              lead,
              table: tableCount,
              header,
              cells: htmlCells(row.cells, header.length),
            });
          break;
        }
        for (const { kind, depth, piece } of htmlPieces(token, source)) {
          if (kind === 'comment') drafts.push({ kind, ...base(piece), parent: -1, lead: -1 });
          else if (kind === 'heading')
            drafts.push({ kind, ...base(piece), parent: -1, lead: -1, depth });
          else paragraph(piece);
        }
        break;
      }
      case 'table_open':
        tableCount += 1;
        table = { id: tableCount, header: [], lead: leadHere() };
        break;
      case 'table_close':
        table = undefined;
        break;
      case 'tr_open': {
        if (table === undefined) break;
        const inlines: Token[] = [];
        while (tokens[at]?.type !== 'tr_close') {
          const inner = tokens[at];
          if (inner?.type === 'inline') inlines.push(inner);
          at += 1;
        }
        const line = token.map?.[0] ?? 0;
        const row = rowCells(inlines, source.lines[line] ?? '', source.lineStarts[line] ?? 0);
        if (table.header.length === 0)
          table.header.push(...row.cells.map((cell) => cell.text.trim()));
        else
          drafts.push({
            kind: 'row',
            ...base(row.piece),
            parent: parent(),
            lead: table.lead,
            table: table.id,
            header: table.header,
            cells: row.cells,
          });
        break;
      }
      default:
        break;
    }
  }
  return drafts;
}

function htmlPiece(row: HtmlRow, source: SourceText): InlineText {
  const start = source.lineStarts[row.line - 1] ?? 0;
  return { text: row.cells.join('\t'), marks: [], map: [0, start] };
}

function htmlCells(cells: readonly string[], count: number): readonly Cell[] {
  let start = 0;
  return Array.from({ length: count }, (_, index) => {
    const text = cells[index] ?? '';
    const cell = { text, start };
    start += text.length + 1;
    return cell;
  });
}

function inlinePiece(token: Token | undefined, source: SourceText): InlineText | undefined {
  if (token?.type !== 'inline' || token.map === null) return undefined;
  const [first] = token.map;
  const lines = token.content.split('\n');
  const starts: { content: number; source: number }[] = [];
  let content = 0;
  for (const [index, line] of lines.entries()) {
    starts.push({
      content,
      source:
        (source.lineStarts[first + index] ?? 0) + columnOf(source.lines[first + index] ?? '', line),
    });
    content += line.length + 1;
  }
  let at = 0;
  return inlineText(token, token.content, (offset) => {
    if ((starts[at]?.content ?? 0) > offset) at = 0;
    while ((starts[at + 1]?.content ?? Infinity) <= offset) at += 1;
    return (starts[at]?.source ?? 0) + offset - (starts[at]?.content ?? 0);
  });
}

/** A parsed line is what the source line ends with; closing `#` are the exception. */
function columnOf(line: string, parsed: string): number {
  const trimmed = line.trimEnd();
  if (trimmed.endsWith(parsed.trimEnd())) return trimmed.length - parsed.trimEnd().length;
  return Math.max(0, line.indexOf(parsed.trim()));
}

function verbatim(token: Token, source: SourceText): InlineText {
  const first = (token.map?.[0] ?? 0) + 1;
  const text = token.content.replace(/\n$/, '');
  const map: number[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    map.push(
      offset,
      (source.lineStarts[first + index] ?? 0) + columnOf(source.lines[first + index] ?? '', line),
    );
    offset += line.length + 1;
  }
  return { text, marks: [], map };
}

function sourceEnd(piece: InlineText): number {
  const last = piece.map.length - 2;
  return (piece.map[last + 1] ?? 0) + piece.text.length - (piece.map[last] ?? 0);
}

function taskBox(piece: InlineText): { checked: boolean | undefined; text: InlineText } {
  const box = /^\[([ xX])\]\s+/.exec(piece.text);
  if (box === null) return { checked: undefined, text: piece };
  return { checked: box[1] !== ' ', text: cut(piece, box[0].length) };
}
