import { cut } from './cut.ts';
import type { Draft } from './draft.ts';
import { draftLines } from './draft-lines.ts';
import { splitBullets } from './split-bullets.ts';
import { isSentence } from './title-line.ts';

/**
 * Text out of a word processor: no blank lines, no marks, but chapters with numbers, "4. Forms" and "4.1 Delivery notes".
 * Its numbered lines become headings, wherever the parser has put them, and what stands between them paragraphs and lists.
 * Text with headings of its own, or with fewer than two chapters inside chapters, stays as it is.
 */
export function outlined(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some(({ kind }) => kind === 'heading')) return drafts;
  const inner = drafts.reduce(
    (count, draft) => count + (isText(draft) ? draft.text.split('\n').filter(isInner).length : 0),
    0,
  );
  if (inner < 2) return drafts;
  const result: Draft[] = [];
  const moved: number[] = [];
  let list = Math.max(0, ...drafts.flatMap((draft) => (draft.kind === 'item' ? [draft.list] : [])));
  const push = (draft: Draft) => {
    result.push({ ...draft, index: result.length });
  };
  for (const [index, draft] of drafts.entries()) {
    moved.push(result.length);
    const placed = { ...draft, parent: moved[draft.parent] ?? -1, lead: moved[draft.lead] ?? -1 };
    const isChapter = isOuter(draft, drafts[index + 1]);
    if (!isText(draft) || (!isChapter && !draft.text.split('\n').some(isInner))) {
      push(placed);
      continue;
    }
    let run: Draft[] = [];
    const flush = () => {
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined) return;
      const text = run.map((line) => line.text).join('\n');
      const map: number[] = [];
      let start = 0;
      for (const line of run) {
        for (let at = 0; at < line.map.length; at += 2)
          map.push((line.map[at] ?? 0) + start, line.map[at + 1] ?? 0);
        start += line.text.length + 1;
      }
      const span = { ...first.span, endLine: last.span.endLine, endColumn: last.span.endColumn };
      const { before, bullets } = splitBullets({ text, marks: [], map });
      const isItem = first === lines[0] && draft.kind === 'item' && !isChapter;
      const shape = { index: 0, span, parent: -1, lead: -1 };
      if (before !== undefined)
        push(
          isItem
            ? { ...placed, ...before, span }
            : { ...shape, ...before, kind: 'paragraph', quoted: false },
        );
      list += 1;
      const lead = before === undefined || isItem ? -1 : result.length - 1;
      let at = 0;
      for (const bullet of bullets) {
        const source = bullet.text.map[1] ?? 0;
        while ((run[at + 1]?.map[1] ?? Infinity) <= source) at += 1;
        push({
          ...shape,
          ...bullet.text,
          span: run[at]?.span ?? span,
          kind: 'item',
          lead,
          depth: 0,
          ordered: bullet.ordered,
          list,
          checked: undefined,
        });
      }
      run = [];
    };
    const lines = draftLines(placed);
    for (const line of lines) {
      const depth = line === lines[0] && isChapter ? 1 : depthOf(line.text);
      if (depth === 0) run.push(line);
      else {
        flush();
        push(asHeading(line, depth));
      }
    }
    flush();
  }
  return result;
}

function isText({ kind, parent }: Draft): boolean {
  return (kind === 'paragraph' || kind === 'item') && parent < 0;
}

const numbered = /^\s*(\d{1,2}(?:\.\d{1,2}){1,4})[.、)]?\s*(?=[^\d\s.,%])/u;

/** `3.1 Orders` → 2; 0 for any other line. */
function depthOf(text: string): number {
  const number = numbered.exec(text);
  return number === null || !isTitle(text.slice(number[0].length))
    ? 0
    : Math.min(6, (number[1] ?? '').split('.').length);
}

function isInner(line: string): boolean {
  return depthOf(line) > 0;
}

/** "4. Forms", which the parser takes for the first point of a list that has no second. */
function isOuter(draft: Draft, next: Draft | undefined): boolean {
  if (draft.kind !== 'item' || !draft.ordered || draft.parent >= 0) return false;
  const [first = '', ...rest] = draft.text.split('\n');
  const isAlone = next?.kind !== 'item' || next.list !== draft.list;
  return (isAlone || rest.length > 0) && isTitle(first.replace(/\s*[:：]\s*$/, ''));
}

/** A few words that begin like a title, and neither a statement nor "2.5 kg". */
function isTitle(text: string): boolean {
  return (
    text.length <= 60 &&
    text.split(/\s+/).length <= 8 &&
    !/^[\p{Ll}•–—-]/u.test(text.trim()) &&
    !/[.;,。；，、:：]\s*$|[:：]\s|[。；]/u.test(text) &&
    !isSentence(text)
  );
}

function asHeading(draft: Draft, depth: number): Draft {
  const { index, span } = draft;
  return { kind: 'heading', index, ...cut(draft, 0), span, parent: -1, lead: -1, depth };
}
