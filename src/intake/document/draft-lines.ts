import type { Draft } from './draft.ts';

/** Each line of a block as a block of its own, with its place in the source; emphasis is forgotten. */
export function draftLines(draft: Draft): readonly Draft[] {
  if (!draft.text.includes('\n')) return [draft];
  const places = draft.map;
  let start = 0;
  let pair = 0;
  return draft.text.split('\n').map((text, index) => {
    const at = start;
    start += text.length + 1;
    while ((places[pair * 2 + 2] ?? Infinity) <= at) pair += 1;
    const map = [0, (places[pair * 2 + 1] ?? 0) + at - (places[pair * 2] ?? 0)];
    for (let next = pair + 1; (places[next * 2] ?? Infinity) < start - 1; next += 1)
      map.push((places[next * 2] ?? 0) - at, places[next * 2 + 1] ?? 0);
    const line = draft.span.line + index;
    const span = {
      ...draft.span,
      line,
      endLine: line,
      column: at === 0 ? draft.span.column : 1,
      endColumn: text.length + 1,
    };
    return { ...draft, text, marks: [], map, span };
  });
}
