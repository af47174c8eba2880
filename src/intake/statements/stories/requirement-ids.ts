import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';

/** A numbered requirement: `FR-001 The system shall …`, or a row with a column of ids. */
export interface WrittenRequirement {
  readonly id: string;
  readonly goal: string;
  readonly start: number;
  readonly end: number;
}

const ID = /^(?:[A-Z]{1,6}(?:[-_.][A-Z]{1,8}){0,2}[-_. ]?\d{1,4}(?:\.\d{1,3}){0,3})$/;
const AT_START =
  /(?:^|\n)[ \t*_[(]*(?<id>[A-Z]{1,6}(?:[-_][A-Z]{1,8}){0,2}[-_. ]?\d{1,4}(?:\.\d{1,3}){0,3})[\])*_]*[ \t]*(?:[:：.|–—-]|\t| {1,4})[ \t*_]*(?<goal>[^\n]{8,600}(?:\n[ \t]{4,}[^\n]{1,300}){0,4})/gu;
const ID_HEADER =
  /^(?:#|id|no|nr|req(?:uirement)?(?: ?id)?|ref|code|codigo|fr|编号|序号|番号|번호|№|код)\.?$/;
const GOAL_HEADER =
  /require|descri|stor|feature|rule|regla|regra|regel|règle|regle|requisito|exigence|anforderung|funktion|功能|需求|描述|要件|機能|内容|요구|기능|설명|требован|описан/;
/** Ids of other things than functional requirements. */
const NOT_FUNCTIONAL =
  /^(?:NFR|QA|RISK|R-|OQ|TC|TEST|BUG|ADR|P\d|H\d|V\d|RFC|ISO|UTF|SHA|HTTP|MVP|RNF|NF)/;

/** Numbered requirements of a text, or of a row. */
export function requirementsInText(text: string, row?: Row): readonly WrittenRequirement[] {
  if (row) {
    const written = requirementOfRow(row);
    return written ? [written] : [];
  }
  return [...text.slice(0, 100_000).matchAll(AT_START)].flatMap((match) => {
    const { id = '', goal = '' } = match.groups ?? {};
    if (NOT_FUNCTIONAL.test(id) || !/\p{L}{2}/u.test(goal)) return [];
    const start = match.index + match[0].search(/\S/);
    return [{ id, goal: tidy(goal), start, end: match.index + match[0].length }];
  });
}

function requirementOfRow(row: Row): WrittenRequirement | undefined {
  const header = row.header.map((cell) => foldText(cell).trim());
  const column = header.findIndex((cell) => ID_HEADER.test(cell));
  const id = row.cells[column]?.text.trim().replaceAll(/[*`]/g, '') ?? '';
  if (column < 0 || !ID.test(id) || NOT_FUNCTIONAL.test(id)) return undefined;
  const named = header.findIndex((cell, index) => index !== column && GOAL_HEADER.test(cell));
  const goal = tidy(row.cells[named >= 0 ? named : column + 1]?.text ?? '');
  return goal.length < 4 ? undefined : { id, goal, start: 0, end: row.text.length };
}

function tidy(text: string): string {
  return text.replaceAll(/[*_`]/g, '').replaceAll(/\s+/g, ' ').trim();
}
