import { inferType } from '../../declaration/infer-type.ts';
import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import { spanIn } from '../../document/span-in.ts';
import { nonLatin } from '../../words/script.ts';
import { identifierOf } from '../../names/identifier.ts';
import { foldText } from '../../words/fold.ts';
import { statementsOf } from '../statements-of.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { isInformation } from '../information.ts';

/** Attributes in brackets after a noun in prose: "Doctor writes a prescription (medication name, dosage, duration)". */
export const bracketed: Recogniser = (reading) => {
  const { document, kinds } = reading;
  const claims: Claim[] = [];
  for (const block of document.blocks) {
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      kinds[block.section] === 'data' ||
      !isAboutService(kinds[block.section])
    )
      continue;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 800) continue;
      for (const match of sentence.text.matchAll(
        /([\p{L}][\p{L}\p{N} '-]{1,60}?)\s*[(（]([^()（）]{8,200})[)）]/gu,
      )) {
        const found = claimsOf(match[1] ?? '', match[2] ?? '', reading);
        const shape = {
          source: spanIn(document, block, sentence.start, sentence.end),
          section: block.section,
        };
        claims.push(...found.map((claim): Claim => ({ ...claim, ...shape })));
      }
    }
  }
  return claims;
};

type Unplaced<T> = T extends unknown ? Omit<T, 'source' | 'section'> : never;

function claimsOf(before: string, inside: string, reading: Reading): readonly Unplaced<Claim>[] {
  const { vocabulary } = reading;
  if (
    isInformation(before) ||
    (/^(?:e\.g|i\.e|for example|such as|z\.\s?b|p\.\s?ex|ej|例|如|예)/i.test(inside.trim()) &&
      !/^i\.e/i.test(inside.trim()))
  )
    return [];
  const parts = splitList(inside, vocabulary);
  const fields = parts
    .map((part) => readField(part.text, vocabulary))
    .filter((field) => field !== undefined && field.name.split(' ').length <= 3);
  if (
    parts.length < 3 ||
    fields.length < parts.length ||
    parts.filter((part) => /^[A-Z][A-Z_]+$/.test(part.text)).length > parts.length / 2
  )
    return [];
  const known = fields.filter(
    (field) =>
      field !== undefined && (field.facts.type !== undefined || isDataNoun(field.name, reading)),
  ).length;
  const name = known >= fields.length * 0.5 ? nounAtEnd(before, reading) : undefined;
  if (name === undefined) return [];
  return [
    { kind: 'entity', name, evidence: 'described' },
    ...fields.flatMap((field): Unplaced<Claim>[] =>
      field === undefined
        ? []
        : [
            {
              kind: 'field',
              entity: name,
              name: field.name,
              facts: field.facts,
              declared: false,
              evidence: 'described',
            },
          ],
    ),
  ];
}

/** A word that names an attribute rather than an example or a state. */
export function isDataNoun(name: string, { vocabulary }: Reading): boolean {
  if (inferType(name, vocabulary) !== undefined) return true;
  if (nonLatin.test(name))
    return (
      identifierOf(name, vocabulary) !== '' &&
      vocabulary.lexicons.some((lexicon) => lexicon.glossary?.[name] !== undefined)
    );
  if (/(?:nummer|name|datum|art|typ|status|rolle|adresse|preis|betrag|code)$/i.test(name))
    return true;
  return /(?:^|\s)(?:name|title|code|type|status|category|address|gender|role|nombre|apellidos?|titulo|codigo|tipo|estado|categoria|direccion|nome|sobrenome|endereco|marca|modelo|nom|prenom|titre|categorie|adresse|vorname|nachname|titel|kategorie|indirizzo|cognome|titolo)$/iu.test(
    name.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''),
  );
}

/** The last one to three words that make a noun phrase. */
function nounAtEnd(text: string, { vocabulary }: Reading): string | undefined {
  const verb = vocabulary.pattern(
    'any-verb',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})$`, 'u'),
  );
  const words = text.trim().split(/\s+/);
  while (words.length > 1 && verb.test(foldText(words.at(-1) ?? ''))) words.pop();
  // "Register pet owners (…)": the object of the verb, whole. "Parts used in a repair (…)" are parts.
  const object =
    words.length <= 4 && verb.test(foldText(words[0] ?? ''))
      ? objectBefore(words.join(' '), vocabulary)
      : undefined;
  if (object !== undefined) return object.name;
  const subject = used.exec(words.join(' '))?.[1];
  if (subject !== undefined) return entityName(subject, vocabulary, true)?.name;
  // "log hours for a project (date, hours)": not of the project.
  if (/\s(?:for|to|on|in) (?:an?|the|each|their) \p{L}+$/iu.test(text.trim()))
    return objectBefore(text.trim(), vocabulary)?.name;
  // "employee details (id, name)" are of the employee.
  const isAbout = words.length > 1 && about.test(words.at(-1) ?? '');
  if (isAbout) words.pop();
  const last = entityName(words.at(-1) ?? '', vocabulary)?.name;
  return last !== undefined && /^[\p{L}-]{3,}$/u.test(last) ? last : undefined;
}

const used =
  /^(?:the |all |any )?(\p{L}+)\s+(?:used|sold|bought|made|taken|given|held|kept|paid|ordered|booked|rented|borrowed)\s+(?:in|by|for|on|at|to|during)\s/iu;
const about = /^(?:details?|information|data|records?|profiles?|info)$/i;
