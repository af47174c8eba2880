import type { Block } from '../document/document.ts';
import { remembered } from '../remembered.ts';

/** A part of `block.text`; `end` is exclusive. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const abbreviation =
  /(?:(?<!\p{L})(?:e\.g|i\.e|etc|vs|no|nr|z\.B|d\.h|bzw|ca|p\.ex|ej|p\. ?ej|max|min|inkl|usw|approx|ex|art|Sr|Sra|Dr|Mr|Mrs|Inc)|(?<!\p{L})\p{L}|^\s*\d{1,3}(?:\.\d+)*)\.$/iu;

/** The statements of a block: at full stops and semicolons, and where a new line begins a new statement. */
export const sentencesOf = remembered(({ text }: Pick<Block, 'text'>): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number) => {
    const raw = text.slice(start, end);
    const from = start + raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ text: trimmed, start: from, end: from + trimmed.length });
    start = end;
  };
  const closed = closingBrackets(text);
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    // "(important!)": what stands in brackets ends no sentence.
    const behind = closed.get(at);
    if (behind !== undefined) at = behind;
    else if ('。！？；'.includes(char)) close(at + 1);
    else if ('.!?;'.includes(char) && endsHere(text, start, at)) close(at + 1);
    else if (char === '\n' && startsNew(text, at)) close(at + 1);
  }
  close(text.length);
  return sentences;
});

/** Where each opening bracket of one line is closed again, if it is short. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const closed = new Map<number, number>();
  for (const found of text.matchAll(/[(（][^()（）\n]{1,300}[)）]/gu))
    closed.set(found.index, found.index + found[0].length - 1);
  return closed;
}

function endsHere(text: string, start: number, at: number): boolean {
  const next = text[at + 1] ?? ' ';
  if (!/[\s"”»)\]]/.test(next)) return false;
  return text[at] !== '.' || !abbreviation.test(text.slice(Math.max(start, at - 12), at + 1));
}

/** A step of a scenario is a line of its own. */
const step =
  /^(?:Given|When|Then|And|But|Scenario|Angenommen|Wenn|Dann|Und|Dado|Cuando|Entonces|Quando|Então|Alors|Quand|Soit|Étant)(?:\s|$)/u;

/** A line that a wrapped sentence continues on begins in lower case, or follows a comma or a small word. */
function startsNew(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at).trimEnd();
  const after = text.slice(at + 1, at + 12).trimStart();
  if (/[,、，(（]$/.test(before) || /^[\p{Ll}(]/u.test(after)) return false;
  if (/[.:;。：；!?]$/.test(before) || step.test(after)) return true;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  // A line of full width was probably wrapped by an editor.
  return line.length < 60 || /^(?:[-*•]|\d{1,3}[.):]|\p{Lu}{2,}[-\s]?\d)/u.test(after);
}
