/** Steps as they are written: each element can be left for every alternative of the next. */
export interface Chain {
  readonly elements: readonly (readonly string[])[];
  /** The words on each arrow; one fewer than elements. */
  readonly labels: readonly string[];
  /** States of the other chains of the same line. */
  readonly beside: readonly string[];
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const ARROW =
  /\s*(?:(?:--?|==?)\s*([\p{L}][\p{L} ]{0,30}?)\s*(?:--?|==?)>|-{1,3}>|={1,2}>|[→⇒➜➔➡⟶⟹]|[—–]>)\s*/gu;
const ALTERNATIVE = /\s*(?:\/|\||,|\bor\b|\bou\b|\bo\b|\boder\b|または|或者|或|또는|\bили\b)\s*/u;
/** More steps than this in one line are a drawing. */
const MOST = 20;

/** `draft → submitted → paid or rejected`, also over several lines that end or begin with an arrow. */
export function chainsIn(text: string): readonly Chain[] {
  return logicalLines(text).flatMap((whole) => {
    const chains = chainsOn(apart(whole));
    return chains.map((chain) => ({
      ...chain,
      beside: chains.flatMap((other) => (other === chain ? [] : other.elements.flat())),
    }));
  });
}

function chainsOn(parts: readonly LogicalLine[]): readonly Omit<Chain, 'beside'>[] {
  const chains: Omit<Chain, 'beside'>[] = [];
  for (const { line, start } of parts) {
    const arrows = [...line.matchAll(ARROW)].slice(0, MOST);
    if (arrows.length === 0) continue;
    const cuts = [0, ...arrows.map((arrow) => arrow.index + arrow[0].length)];
    const elements = cuts.map((from, index) =>
      line.slice(from, arrows[index]?.index ?? line.length),
    );
    chains.push({
      elements: elements.map((element, index) =>
        alternatives(element, index === 0, index === elements.length - 1),
      ),
      labels: arrows.map((arrow) => arrow[1] ?? ''),
      start,
      end: start + line.trimEnd().length,
    });
  }
  return chains;
}

interface LogicalLine {
  line: string;
  readonly start: number;
}

/** `draft → open; open or late → returned`: each part is a chain of its own, where each has an arrow. */
function apart({ line, start }: LogicalLine): readonly LogicalLine[] {
  const parts = line.split(/[;；]/);
  if (parts.length < 2 || !parts.every((part) => part.search(ARROW) >= 0)) return [{ line, start }];
  let at = start;
  return parts.map((part) => {
    const from = at;
    at += part.length + 1;
    return { line: part, start: from };
  });
}

/** Lines, with those joined that an arrow continues. */
function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let start = 0;
  // The cells of a table row are parted by tabs, and each says something of its own.
  for (const line of text.split(/[\n\t]/)) {
    const last = lines.at(-1);
    if (last && (/(?:->|=>|[→⇒➜➔➡⟶])\s*$/.test(last.line) || /^\s*(?:-+>|=+>|[→⇒➜➔➡⟶])/.test(line)))
      last.line += `\n${line}`;
    else lines.push({ line, start });
    start += line.length + 1;
  }
  return lines;
}

/** Before the first arrow stands an introduction, after the last a remark. */
function alternatives(element: string, first: boolean, last: boolean): readonly string[] {
  let text = element
    .replaceAll(/\([^)]{0,200}\)|（[^）]{0,200}）/g, ' ')
    .replaceAll(/[`"'“”«»*「」[\]]/g, '');
  // "state (asked → granted)": the bracket is open here and closed at the end.
  if (first)
    text = text.slice(
      Math.max(...[':', '：', '(', '（'].map((sign) => text.lastIndexOf(sign))) + 1,
    );
  if (last) text = text.split(/[.;:：。；)）\n]/u)[0] ?? '';
  return text
    .split(ALTERNATIVE)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 8);
}
