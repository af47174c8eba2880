import type { Item } from '../document/document.ts';
import { foldText } from '../words/fold.ts';
import { stemPhrase } from '../words/stem.ts';
import type { EntityName } from './entity-name.ts';
import type { Reading } from './reading.ts';

/** Folded nouns for a part of whatever has it: in one document purchases and sales have details. */
const parts =
  /^(?:details?|lines?|items?|positions?|rows?|detalles?|lineas?|renglon(?:es)?|detalhes?|linhas?|itens|item|lignes?|dettagl[io]|rig(?:a|he)|positionen|zeilen?|einzelposten|regels?|позици[яи]|строк[аи])$/u;

const article = /^\s*(of|de|di|van)\s+(?:the|la|el|los|las|les?|het|l['’])\s*/iu;

/**
 * "Each detail has:" below a list with "Details of the purchase" is about details of a purchase.
 * @returns undefined unless the name is that of a part, and a point above it in the section says of what
 */
export function partOfThing(
  { name }: EntityName,
  item: Item,
  { document, language }: Reading,
): EntityName | undefined {
  if (!parts.test(foldText(name))) return undefined;
  const stem = stemPhrase(name, language);
  for (let at = item.index - 1; at >= 0 && item.index - at <= 60; at -= 1) {
    const block = document.blocks[at];
    if (block === undefined || block.section !== item.section) return undefined;
    const found = /^(\S+) (?:of|de|del|da|do|du|des|di|della|der|des|van)\s.{2,40}$/iu.exec(
      block.text.replace(/[.;,]$/, ''),
    );
    if (block.kind !== 'item' || found === null || stemPhrase(found[1] ?? '', language) !== stem)
      continue;
    // One of them, without the article of the whole: "detalle de compra", "order line".
    const whole = found[0]
      .slice((found[1] ?? '').length)
      .replace(article, '$1 ')
      .trim();
    const one = language === 'en' ? `${whole.replace(/^of /i, '')} ${name}` : `${name} ${whole}`;
    return { name: one, also: [found[0]], announced: true };
  }
  return undefined;
}

/** "Details of the purchase", as a field: the purchase has several. */
export function namesParts(name: string): boolean {
  return (
    /s$|[ieиы]$/iu.test(name.split(/\s+/)[0] ?? '') &&
    parts.test(foldText(name.split(/\s+/)[0] ?? ''))
  );
}
