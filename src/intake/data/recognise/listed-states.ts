import type { EnumValue } from '#blueprint';
import type { Item } from '../../document/document.ts';
import { isBelievable } from '../believable.ts';
import { declaredName } from '../certain-name.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';
import { statesTitle } from '../states-title.ts';
import { isTemplate } from '../template-lines.ts';

/** `pending` – waiting for an answer; "Open: …", "Closed (by the clerk)". */
const value =
  /^[`"'“*]*(?<value>\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,2})[`"'”*]*(?:[:：]|\s*[—–(]|\s-\s|\s*$)/u;

/**
 * The values of a state that a list says below its title: "Order statuses", and a point for each.
 * @param ownerOf the record that alone has a field of this name
 */
export function listedStates(
  reading: Reading,
  ownerOf: (field: string) => string | undefined,
): readonly Claim[] {
  const { document, kinds, vocabulary } = reading;
  const items = document.blocks.filter((block) => block.kind === 'item');
  return [...Map.groupBy(items, ({ list }) => list).values()].flatMap((points): Claim[] => {
    const [first] = points;
    if (first === undefined || !isBelievable(kinds[first.section])) return [];
    const title = statesTitle(first, reading);
    const values =
      title === undefined || isTemplate(points.map(({ text }) => text))
        ? undefined
        : valuesOf(points);
    if (title === undefined || values === undefined) return [];
    const entity =
      title.of === undefined
        ? (ownerOf(title.field) ?? headingAbove(first, reading))
        : entityName(title.of, vocabulary, true)?.name;
    if (entity === undefined) return [];
    return points.map((point) => ({
      kind: 'field',
      entity,
      name: title.field,
      facts: { values },
      declared: false,
      evidence: 'mentioned',
      source: point.span,
      section: point.section,
    }));
  });
}

/** Short words, each another one; none of them a sentence. */
function valuesOf(points: readonly Item[]): readonly EnumValue[] | undefined {
  const found = points.map(({ text }) => value.exec(text)?.groups?.['value']);
  const words = new Set(found);
  if (words.size < 2 || words.size !== points.length || words.has(undefined)) return undefined;
  return found.flatMap((word) => (word === undefined ? [] : [{ value: word, label: word }]));
}

/** "Statuses" below "Orders". */
function headingAbove({ section }: Item, reading: Reading): string | undefined {
  const { sections } = reading.document;
  const above = sections[sections[section]?.parent ?? -1];
  return above === undefined || above.depth === 0
    ? undefined
    : declaredName(above, reading, false)?.name;
}
