import { cut } from './cut.ts';
import type { Draft } from './draft.ts';
import { draftLines } from './draft-lines.ts';
import { hasTitleLine, isSentence } from './title-line.ts';

/**
 * Lines that are headings to a reader, not to a Markdown parser: a line all in bold, one that says what follows
 * ("Rules", "What it must do"), and, in documents without any real heading, short numbered lines and capitals.
 */
export function plainHeadings(drafts: readonly Draft[]): readonly Draft[] {
  const headings = drafts.filter((draft) => draft.kind === 'heading');
  // A title alone is no structure.
  const below = headings.length === 1 && headings[0] === drafts[0] ? 1 : 0;
  const real = headings.length > below;
  const labels = drafts.filter(beginsWithLabel).length;
  const titled = real ? new Set<number>() : titledLists(drafts);
  const result: Draft[] = [];
  const moved: number[] = [];
  const push = (draft: Draft) => result.push({ ...draft, index: result.length });
  for (const draft of drafts) {
    moved.push(result.length);
    const placed = { ...draft, parent: moved[draft.parent] ?? -1, lead: moved[draft.lead] ?? -1 };
    const name = boldName(draft, drafts[draft.index + 1]);
    if (draft.kind === 'paragraph' && isBold(draft)) push(asHeading(placed, 7));
    else if (hasBoldLine(draft)) {
      push(asHeading(draftLines(placed)[0] ?? placed, 7));
      push(withoutFirstLine(placed));
    } else if (name !== undefined) {
      push(asHeading({ ...placed, ...cut(draft, 0, name) }, 7));
      push(asParagraph({ ...placed, ...cut(draft, name + remark.length) }));
    } else if (labels > 1 && beginsWithLabel(draft)) {
      push(asHeading(draftLines(placed)[0] ?? placed, 7));
      push(withoutFirstLine(placed));
    } else if (hasTitleLine(draft, drafts[draft.index + 1], real)) {
      const [title = placed] = draftLines(placed);
      push(asHeading(title, real ? 7 : below + (numberDepth(title.text) || 1)));
      if (title.text.length < placed.text.length) push(withoutFirstLine(placed));
    } else if (!real && isNumbered(draft)) {
      for (const line of draftLines(placed)) {
        const isHeading = numberDepth(line.text) > 0 && isNumberedTitle(line.text);
        push(
          isHeading ? asHeading(line, below + numberDepth(line.text)) : asPoint(line, draft.index),
        );
      }
    } else if (draft.kind === 'item' && titled.has(draft.list)) {
      for (const [index, part] of draftLines(placed).entries()) {
        if (index === 0 || isTitle(part.text))
          push(asHeading(part, below + (numberDepth(part.text) || 1)));
        else push(asParagraph(part));
      }
    } else if (
      !real &&
      draft.kind === 'paragraph' &&
      !draft.text.includes('\n') &&
      ((numberDepth(draft.text) > 0 && isNumberedTitle(draft.text)) || isCapitals(draft.text))
    ) {
      push(asHeading(placed, below + (numberDepth(draft.text) || 1)));
    } else push(placed);
  }
  return result;
}

/** Numbered "lists" each of whose points is a short title with text of its own below it. */
function titledLists(drafts: readonly Draft[]): ReadonlySet<number> {
  const titled = new Set<number>();
  const refused = new Set<number>();
  for (const [index, draft] of drafts.entries()) {
    if (draft.kind !== 'item' || !draft.ordered || draft.parent >= 0) continue;
    const next = drafts[index + 1];
    const [first = '', ...rest] = draft.text.split('\n');
    const isAlone =
      rest.length > 0 || next === undefined || next.kind !== 'item' || next.list !== draft.list;
    if (isAlone && isTitle(first) && first.split(' ').length <= 8 && !/^\p{Ll}/u.test(first))
      titled.add(draft.list);
    else refused.add(draft.list);
  }
  return new Set([...titled].filter((list) => !refused.has(list)));
}

/** Lines such as "2.1 Volume is between 350 and 500 ml.", which Markdown does not take for points. */
function isNumbered({ kind, text, parent }: Draft): boolean {
  if (kind !== 'paragraph' || parent >= 0) return false;
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => numberDepth(line) > 0);
}

/** "1.1 Donor: name, phone" and "2.1 A donor must be 18" say something themselves. */
function isNumberedTitle(text: string): boolean {
  return isTitle(text) && !/[:：]\s/.test(text) && !isSentence(text);
}

/** "BLOOD DONATION REGISTER" */
function isCapitals(text: string): boolean {
  return /^\p{Lu}[\p{Lu} &'’-]{3,58}\p{Lu}$/u.test(text.trim());
}

function asPoint(draft: Draft, list: number): Draft {
  const number =
    /^\s*(?:\d+(?:\.\d+)*[.、)]?|[一二三四五六七八九十]+、)\s*/.exec(draft.text)?.[0] ?? '';
  const { index, span } = draft;
  const point = { parent: -1, lead: -1, depth: 0, ordered: true, checked: undefined };
  return {
    kind: 'item',
    index,
    span,
    ...cut(draft, number.length),
    ...point,
    list: FIRST_LIST + list,
  };
}

/** Beyond the numbers of lists that the parser found. */
const FIRST_LIST = 1_000_000;

function withoutFirstLine(draft: Draft): Draft {
  const [, second = draft] = draftLines(draft);
  const { line, column } = second.span;
  const rest = cut(draft, draft.text.indexOf('\n') + 1);
  return asParagraph({ ...draft, ...rest, span: { ...draft.span, line, column } });
}

function asParagraph(draft: Draft): Draft {
  const { index, text, marks, map, span } = draft;
  return { kind: 'paragraph', index, text, marks, map, span, parent: -1, lead: -1, quoted: false };
}

function isBold(draft: Draft): boolean {
  const text = draft.text
    .trimEnd()
    .replace(/[:：]$/, '')
    .trimEnd();
  const [mark] = draft.marks;
  if (text.includes('\n') || text.length > 80 || mark?.kind !== 'strong') return false;
  return draft.text.slice(0, mark.start).trim() === '' && mark.end >= text.length;
}

/** "Clients:" alone in the first line of a paragraph, as in an e-mail. */
function beginsWithLabel({ kind, text, parent }: Draft): boolean {
  return (
    kind === 'paragraph' &&
    parent < 0 &&
    /^\p{Lu}\p{L}+(?: \p{L}+){0,2}:[ \t]*\n\s*[\p{L}\p{N}]/u.test(text)
  );
}

const remark = ' – ';

/** "**parcels** – one for each label", and a list below: where the name ends. */
function boldName(
  { kind, text, marks: [mark] }: Draft,
  next: Draft | undefined,
): number | undefined {
  if (kind !== 'paragraph' || next?.kind !== 'item' || mark?.kind !== 'strong') return undefined;
  const { start, end } = mark;
  return start === 0 &&
    end < 60 &&
    !text.includes('\n') &&
    /^ [–—-] \S.{2,120}$/u.test(text.slice(end))
    ? end
    : undefined;
}

/** "**RF07 - Flat details**" on a line of its own, with what it is about on the next. */
function hasBoldLine({ kind, text, parent, marks: [mark] }: Draft): boolean {
  const end = text.indexOf('\n');
  return (
    kind === 'paragraph' &&
    parent < 0 &&
    end > 2 &&
    end <= 80 &&
    mark?.kind === 'strong' &&
    mark.start === 0 &&
    (mark.end === end || mark.end === end - 1) &&
    !/[.,;!?。]\s*$/u.test(text.slice(0, end))
  );
}

/** `3.1 Orders` → 2; 一、 → 1; 0 if the line has no number. */
function numberDepth(text: string): number {
  const number = /^\s*(\d+(?:\.\d+)*)[.、)]?\s+\S/.exec(text)?.[1];
  if (number !== undefined) return Math.min(6, number.split('.').length);
  return /^\s*[一二三四五六七八九十]+、/.test(text) ? 1 : 0;
}

function isTitle(text: string): boolean {
  return text.split('\n').every((line) => line.length <= 70 && !/[.;,。；，:：]\s*$/.test(line));
}

function asHeading(draft: Draft, depth: number): Draft {
  const { index, text, marks, map, span } = draft;
  return { kind: 'heading', index, text, marks, map, span, parent: -1, lead: -1, depth };
}
