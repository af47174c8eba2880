import { kindOfTitle } from '../sections/classify-sections.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import type { Draft } from './draft.ts';
import { headingTitle } from './heading-title.ts';

/** Beside real headings only these: a line "Overview" may be any word there, and would hide what follows. */
const surely: readonly SectionKind[] = [
  'data',
  'requirements',
  'rules',
  'roles',
  'lifecycle',
  'out-of-scope',
  'future',
];

/** A line that says what follows is about, such as "Background", "Rules" or "What it must do". */
function isTitleLine(line: string, real: boolean): boolean {
  const kind = kindOfTitle(headingTitle(line.trim()));
  const isNotes = /^notes?$/iu.test(line.trim());
  if (!isNotes && (kind === 'unknown' || (real && !surely.includes(kind)))) return false;
  const text = line.trim();
  return (
    text.length <= 60 &&
    /^(?:[\d.]+\s+)?\p{Lu}/u.test(text) &&
    !/[.,;:!?。；，：、|<>=→]|\s[–—-]\s|\p{N}$/u.test(headingTitle(text)) &&
    text.split(/\s+/).length <= 6 &&
    !isSentence(text)
  );
}

/** "2.1 A donor must be 18": a statement, however short. */
export function isSentence(text: string): boolean {
  return /(?<!^what \p{L}{2,12})\s(?:must|shall|should|can|cannot|may|is|are|has|have|belongs?|will)(?:\s|n't)/iu.test(
    text,
  );
}

/**
 * The first line of a paragraph is the title of the rest of it, or of what follows: more than another short line,
 * which would make it one of a list.
 * @param real whether the document has headings of its own
 */
export function hasTitleLine(
  { kind, text, parent }: Draft,
  next: Draft | undefined,
  real: boolean,
): boolean {
  if (kind !== 'paragraph' || parent >= 0) return false;
  const [first = '', second] = text.split('\n');
  if (!isTitleLine(first, real)) return false;
  if (second !== undefined) return isContent(second);
  return (
    next !== undefined &&
    (next.kind === 'item' || next.kind === 'row' || next.kind === 'code' || isContent(next.text)) &&
    next.kind !== 'heading'
  );
}

function isContent(text: string): boolean {
  const [line = ''] = text.split('\n');
  return /[.:：。]/u.test(line) || line.split(/\s+/).length > 6;
}
