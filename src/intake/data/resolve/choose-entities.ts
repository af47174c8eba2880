import { foldText } from '../../words/fold.ts';
import { stemPhrase, wordsOf } from '../../words/stem.ts';
import type { Claim } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { isAccountName } from './account-names.ts';
import type { EntityGroup, EntityGroups } from './entity-groups.ts';
import { mentionsIn, type Mentions } from './mentions.ts';
import { isSystemField } from './system-fields.ts';

/** Decides which of the things that were claimed are kinds of record: the keys of their groups, in the order of the document. */
export function chooseEntities(
  groups: EntityGroups,
  claims: readonly Claim[],
  reading: Reading,
): readonly string[] {
  const fieldNames = namesOfFields(groups, claims);
  // "A guest has a name and an id" gives two fields, though the second is there anyway.
  const identified = new Set(
    claims.flatMap((claim) =>
      claim.kind === 'field' && isSystemField(claim.name) ? [groups.find(claim.entity)] : [],
    ),
  );
  const mentions = mentionsIn(reading);
  const denied = new Set(
    claims.flatMap((claim) => (claim.kind === 'denial' ? [groups.find(claim.name)] : [])),
  );
  const strong = [...groups.groups].filter(([, group]) => isStrong(group));
  const inData = strong.filter(([, group]) =>
    group.claims.some(
      (claim) => reading.kinds[claim.section] === 'data' || claim.evidence === 'schema',
    ),
  );
  const hasModel = inData.length >= 2;
  // Lists among the requirements are no data model: what a sentence describes beside them is kept, too.
  const isComplete =
    inData.filter(([, group]) =>
      group.claims.some(({ section }) => reading.kinds[section] === 'data'),
    ).length > 1 || isInCode(inData, reading);
  // "Agendar citas veterinarias" makes appointments, where "citas" are spoken of as well.
  const made = new Set(
    [...groups.groups].flatMap(([key, group]) =>
      isKept(group) ? headsOf(key, group, groups, reading) : [],
    ),
  );
  const chosen = [...groups.groups].filter(([key, group]) => {
    if (isStrong(group)) return !(denied.has(key) && !group.evidence.has('schema'));
    if (denied.has(key)) return false;
    const fields = (fieldNames.get(key)?.size ?? 0) + (identified.has(key) ? 1 : 0);
    const isDescribed =
      (group.evidence.has('described') || group.evidence.has('told')) &&
      fields >= (isHandled(group) ? 1 : 2);
    if (hasModel && isComplete && !isTold(group, fields, reading)) return false;
    if (hasModel && !isComplete && !isDescribed && !hasChapter(group, reading)) return false;
    if (isQualified(key, group, groups, reading)) return false;
    if (isDescribed) return true;
    return made.has(key) || isManaged(group, reading, mentions);
  });
  const endings = groupsByEnding(chosen);
  const kept = chosen.filter(
    ([key, group]) => !repeats(key, group, chosen, fieldNames) && !isTail(group, endings),
  );
  return kept.toSorted(([, a], [, b]) => firstLine(a) - firstLine(b)).map(([key]) => key);
}

/** The model, or a part of it, is written in code: a drawing or a command is none. */
function isInCode(
  model: readonly (readonly [string, EntityGroup])[],
  { document }: Reading,
): boolean {
  const lines = new Set(
    model.flatMap(([, group]) =>
      group.claims.flatMap(({ evidence, source }) => (evidence === 'schema' ? [source.line] : [])),
    ),
  );
  return document.blocks.some(({ kind, span }) => {
    if (kind !== 'code') return false;
    for (let line = span.line; line <= span.endLine; line += 1) if (lines.has(line)) return true;
    return false;
  });
}

/** "Gestión de categorías", and below it what is done with them: as much a record as what has a list of fields there. */
function hasChapter(group: EntityGroup, reading: Reading): boolean {
  const managing = group.claims.filter(
    ({ evidence }) => evidence === 'managed' || evidence === 'kept',
  );
  const lines = new Set(managing.map(({ source }) => source.line));
  return (
    lines.size > 2 &&
    managing.some(({ section, source }) => {
      const heading = reading.document.blocks[reading.document.sections[section]?.block ?? -1];
      return heading?.span.line === source.line;
    })
  );
}

/** Beside a data model a sentence is believed below a heading that names what it gives three fields and more. */
function isTold(group: EntityGroup, fields: number, { document, language }: Reading): boolean {
  if (fields < 3 || !(group.evidence.has('described') || group.evidence.has('told'))) return false;
  const stems = new Set(group.names.map((name) => stemPhrase(name, language)));
  // "Each batch has" below "Batches of material".
  return group.claims.some(({ evidence, section }) => {
    if (evidence !== 'described' && evidence !== 'told') return false;
    const title = stemPhrase(document.sections[section]?.title ?? '', language);
    return [...stems].some(
      (stem) =>
        title === stem ||
        (title.startsWith(`${stem} `) && /^\S+ (?:of|de|del|da|do|di|von|van|d) /u.test(title)),
    );
  });
}

export function isStrong(group: EntityGroup): boolean {
  return group.evidence.has('schema') || group.evidence.has('listed');
}

function isHandled(group: EntityGroup): boolean {
  return group.evidence.has('kept') || group.evidence.has('managed');
}

/** "Solicitações abertas" are requests where there are requests: in Romance languages the adjective follows. */
function isQualified(
  key: string,
  group: EntityGroup,
  groups: EntityGroups,
  reading: Reading,
): boolean {
  if (group.evidence.has('described') || group.evidence.has('told')) return false;
  return headsOf(key, group, groups, reading).length === group.names.length;
}

/** Groups of the first words of names of two words. */
function headsOf(
  key: string,
  group: EntityGroup,
  groups: EntityGroups,
  { language }: Reading,
): readonly string[] {
  if (!['es', 'pt', 'fr', 'it'].includes(language)) return [];
  return group.names.flatMap((name) => {
    const words = name.split(/\s+/);
    const head = words.length === 2 ? groups.find(words[0] ?? '') : undefined;
    return head === undefined || head === key ? [] : [head];
  });
}

/** Several verbs in one place, or one of making in a list of functions. */
function isKept(group: EntityGroup): boolean {
  return (
    group.evidence.has('kept') ||
    group.claims.some((claim) => claim.kind === 'entity' && claim.isMade === true)
  );
}

/** Only verbs say so: then it takes several of them, or a heading that names it. */
function isManaged(group: EntityGroup, reading: Reading, mentions: Mentions): boolean {
  const long = group.names.every((name) => name.split(/\s+/).length > 3);
  if (isKept(group) && !long) return true;
  if (!group.evidence.has('managed')) return false;
  if (reading.brief) return true;
  const lines = new Set(
    group.claims
      .filter((claim) => claim.evidence === 'managed' || claim.evidence === 'mentioned')
      .map((claim) => claim.source.line),
  );
  const inHeading = group.claims.some(
    ({ section, source }) =>
      reading.document.blocks[reading.document.sections[section]?.block ?? -1]?.span.line ===
      source.line,
  );
  if (group.names.every((name) => name.split(/\s+/).length > 2)) return false;
  if (lines.size === 1 && Math.max(...group.names.map((name) => mentions.of(name))) >= 3)
    return true;
  return (
    lines.size >= 2 ||
    (inHeading && lines.size >= 1) ||
    group.names.some((name) => isAccountName(foldText(name)))
  );
}

/** A form that lists fields of another entity again ("input fields of the user: name, phone") is no entity of its own. */
function repeats(
  key: string,
  group: EntityGroup,
  chosen: readonly (readonly [string, EntityGroup])[],
  fields: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const own = fields.get(key);
  if (
    isStrong(group) ||
    group.evidence.has('kept') ||
    group.evidence.has('managed') ||
    own === undefined ||
    own.size < 3
  )
    return false;
  const at = chosen.findIndex(([other]) => other === key);
  return chosen.some(([other], index) => {
    const size = fields.get(other)?.size ?? 0;
    // Of two that have the same fields the first stays.
    return (
      other !== key &&
      (size > own.size || (size === own.size && index < at)) &&
      [...own].every((name) => fields.get(other)?.has(name) === true)
    );
  });
}

/** "State history must include …" speaks of all entities whose names end so. */
function isTail(
  group: EntityGroup,
  endings: ReadonlyMap<string, ReadonlySet<EntityGroup>>,
): boolean {
  if (group.evidence.has('listed')) return false;
  const longer = new Set(
    group.names.flatMap((name) => [...(endings.get(` ${foldText(name)}`) ?? [])]),
  );
  longer.delete(group);
  return longer.size >= 2;
}

/** The surely meant groups by each way in which a name of theirs ends, from a space on. */
function groupsByEnding(
  chosen: readonly (readonly [string, EntityGroup])[],
): ReadonlyMap<string, ReadonlySet<EntityGroup>> {
  const endings = new Map<string, Set<EntityGroup>>();
  for (const [, group] of chosen) {
    if (!isStrong(group)) continue;
    for (const name of group.names) {
      const written = foldText(wordsOf(name).join(' '));
      for (let at = written.indexOf(' '); at >= 0; at = written.indexOf(' ', at + 1)) {
        const ending = written.slice(at);
        const known = endings.get(ending) ?? new Set();
        endings.set(ending, known.add(group));
      }
    }
  }
  return endings;
}

function namesOfFields(
  groups: EntityGroups,
  claims: readonly Claim[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (claim.kind !== 'field' || isSystemField(claim.name)) continue;
    const key = groups.find(claim.entity);
    if (key === undefined) continue;
    const known = names.get(key) ?? new Set();
    known.add(foldText(claim.name));
    names.set(key, known);
  }
  return names;
}

function firstLine(group: EntityGroup): number {
  const strongest = group.claims.filter(
    (claim) => claim.evidence === 'schema' || claim.evidence === 'listed',
  );
  return Math.min(
    ...(strongest.length > 0 ? strongest : group.claims).map((claim) => claim.source.line),
  );
}
