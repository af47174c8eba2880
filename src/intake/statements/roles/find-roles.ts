import type { Role } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { DataModel } from '../../data-model.ts';
import type { Document } from '../../document/document.ts';
import { numberOf } from '../../names/number.ts';
import { foldText } from '../../words/fold.ts';
import { withoutNumber } from '../../words/without-number.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import type { Line } from '../line.ts';
import { nameOf } from '../naming.ts';
import { storiesInText } from '../stories/as-a.ts';
import { peopleIn } from './only-they.ts';
import { canBeRole, isAnybody } from './role-words.ts';

/** A role while the requirements are read: a name said somewhere, and how surely it is a role. */
interface Mention {
  readonly label: string;
  readonly description: string;
  readonly span: SourceSpan;
  /** Said as a role, not only as somebody who wants something. */
  readonly stated: boolean;
  /** A sentence says what only they may do: whoever builds the system is not meant. */
  readonly acts?: boolean;
}

const HEADER =
  /^(?:roles?|actors?|user (?:type|role|group|class)s?|personas?|rol(?:es)?|actor(?:es)?|perfil|perfiles|perfis|papel|papeis|ator(?:es)?|acteurs?|ruol[oi]|attor[ei]|rollen?|akteure?|benutzerrolle|角色|用户角色|ロール|役割|アクター|역할|사용자|роль|роли)$/;
const DESCRIPTION =
  /descri|responsab|permission|access|meaning|描述|说明|説明|설명|описание|beschreibung|can do|what/;
/** "Persona: Buyer (Alex)", "3.1 Patient", "Role: Admin". */
const INTRODUCTION =
  /^(?:persona|role|actor|user type|rol|perfil|rolle|角色|ロール|역할)\s*\d*\s*[:：–-]\s*/iu;
const LISTED =
  /(?:role[- ]based[^(]{0,40}|\broles?|\brol(?:es)?|\bperfis|角色|ロール|역할|роли)[^(:（：\n]{0,30}[(:（：]\s*(?:(?:enum(?:eration)?|one of|string|varchar)\s*[(:[{（：]?\s*)?([^)）\]}\n.。]{3,120})/giu;

/** The roles that requirements name, with the place of each first mention. */
export function findRoles(
  document: Document,
  lines: readonly Line[],
  sections: readonly SectionKind[],
  model: DataModel,
): readonly (Role & { readonly aliases: readonly string[] })[] {
  if (model.access === 'public') return [];
  const aspects = repeatedLabels(lines);
  const mentions = lines
    .flatMap((line) => [...mentionsIn(document, sections, line)])
    .filter(({ label }) => !aspects.has(foldText(label)));
  const byName = Map.groupBy(
    mentions.filter(({ label, acts }) => canBeRole(label, acts)),
    ({ label }) => nameOf(singular(label, model), model.language),
  );
  const found = [...byName].filter(([name, group]) => {
    const surely = group.some(({ stated }) => stated);
    return /^[a-z]/.test(name) && name !== 'owner' && (surely || !isAnybody(group[0]?.label ?? ''));
  });
  // One name for anybody tells nobody apart.
  const telling = found.filter(([, group]) => !isAnybody(group[0]?.label ?? ''));
  if (telling.length === 0) return [];
  return found.map(([name, group]) => {
    const first = group.find(({ stated }) => stated) ?? group[0];
    const label = first?.label ?? name;
    return {
      id: `role/${name}`,
      name,
      label,
      origin: 'stated',
      sources: [
        ...new Map(group.map(({ span }) => [`${span.line}:${span.column}`, span])).values(),
      ].slice(0, 10),
      description: first?.description ?? '',
      aliases: [
        ...new Set([
          ...group.map((mention) => mention.label),
          `${label}s`,
          numberOf(label, model.language).plural ?? '',
        ]),
      ].filter((alias) => alias !== ''),
    };
  });
}

function singular(label: string, model: DataModel): string {
  return numberOf(foldText(label), model.language).singular;
}

/** What stands before a colon in three sections and more is an aspect of each, such as "Purpose". */
function repeatedLabels(lines: readonly Line[]): ReadonlySet<string> {
  const sections = new Map<string, Set<number>>();
  for (const { block } of lines) {
    const label =
      block.kind === 'item' ? /^([^:：\n]{2,40})[:：]/u.exec(block.text)?.[1] : undefined;
    if (label === undefined) continue;
    const key = foldText(label).trim();
    sections.set(key, (sections.get(key) ?? new Set()).add(block.section));
  }
  return new Set([...sections].flatMap(([label, places]) => (places.size >= 3 ? [label] : [])));
}

function* mentionsIn(
  document: Document,
  sections: readonly SectionKind[],
  line: Line,
): Iterable<Mention> {
  const { block, kind } = line;
  const { span } = block;
  if (block.kind === 'row') {
    const header = block.header.map((cell) => foldText(cell).trim());
    const column = header.findIndex((cell) => HEADER.test(cell));
    const permissive =
      kind === 'roles' ||
      kind === 'stories' ||
      kind === 'requirements' ||
      kind === 'overview' ||
      kind === 'unknown';
    if (
      column >= 0 &&
      permissive &&
      !header.some((cell) => /signature|date|assin|firma|서명|unterschrift/.test(cell))
    ) {
      const described = header.findIndex(
        (cell, index) => index !== column && DESCRIPTION.test(cell),
      );
      for (const label of splitNames(block.cells[column]?.text ?? ''))
        yield { label, description: block.cells[described]?.text.trim() ?? '', span, stated: true };
    }
  }
  if (kind === 'roles' && block.kind === 'heading') {
    const title = document.sections[block.section]?.title ?? block.text;
    const inRoles = sections[document.sections[block.section]?.parent ?? 0] === 'roles';
    const introduced = INTRODUCTION.test(title);
    const label = title
      .replace(INTRODUCTION, '')
      .replace(/\s*[(（].*$/u, '')
      .trim();
    if (
      (introduced || inRoles) &&
      label.split(' ').length <= 3 &&
      !ABOUT_ROLES.test(foldText(label))
    )
      yield { label, description: '', span, stated: true };
  }
  if (
    kind === 'roles' &&
    (block.kind === 'item' || block.kind === 'paragraph') &&
    (block.kind !== 'item' || block.depth === 0)
  ) {
    const named =
      /^([\p{L}][\p{L}\p{N} '/_-]{1,40}?)\s*(?:[(（]([^)）]{1,40})[)）])?\s*(?:[:：]|\s[–—-]\s)\s*(.*)$/su.exec(
        block.text,
      );
    const strong = block.marks.find((mark) => mark.kind === 'strong' && mark.start === 0);
    const wholeItem =
      block.kind === 'item' && /^[\p{L} ]{3,30}$/u.test(block.text.trim()) && block.lead >= 0;
    const label =
      named?.[1]?.trim() ??
      (strong
        ? block.text
            .slice(0, strong.end)
            .replace(/[:：]\s*$/, '')
            .trim()
        : wholeItem
          ? block.text.trim()
          : undefined);
    // "R2.1 Clerk" is a clerk, and "R1.1" nobody.
    const bare = label === undefined ? '' : withoutNumber(`${label} `).trim();
    if (bare !== '' && isNameLike(bare) && !ASPECTS.test(foldText(bare)))
      for (const name of splitNames(bare))
        yield { label: name, description: named?.[3]?.trim() ?? '', span, stated: true };
  }
  for (const [, list = ''] of block.kind === 'code' ? [] : block.text.matchAll(LISTED)) {
    const names = splitNames(list.replaceAll(/[`*"']/g, ''));
    if (names.length >= 2 && names.every((name) => isNameLike(name) && name.split(' ').length <= 2))
      for (const label of names) yield { label, description: '', span, stated: true };
  }
  for (const label of block.kind === 'code' || block.kind === 'heading' ? [] : peopleIn(block.text))
    yield { label, description: '', span, stated: true, acts: true };
  for (const story of storiesInText(block.text, block.kind === 'row' ? block : undefined))
    if (story.role !== undefined)
      for (const label of splitNames(story.role))
        yield { label, description: '', span, stated: false };
}

const ABOUT_ROLES =
  /role|permission|access|persona|actor|user|permis|perfi|rol|rollen|profil|matrix|overview|角色|権限|权限|역할|권한|роли/;
const ASPECTS =
  /^(?:(?:technical )?(?:proficiency|expertise|skills?|experience)|(?:frequency|level) of \w+|education|goals?|problems?|actions?|journey|needs?|pain points?|information needed|description|responsibilities|purpose|interaction|inputs?|outputs?|processing|dependenc\w+|edge cases?|age|occupation|motivations?|background|frustrations?|note|permissions?|access|example|objetivos?|metas?|ziele?|objectifs?)\b/;

function isNameLike(label: string): boolean {
  return label.length <= 40 && label.split(/\s+/).length <= 4;
}

/** `Trainer/Admin`, `client - prestataire`, `a, b and c`. */
function splitNames(text: string): readonly string[] {
  return text
    .replaceAll(/[(（][^)）]{0,60}[)）]/gu, '')
    .split(/\s*(?:,|\/|、|，|\s-\s|\band\b|\by\b|\bet\b|\bund\b|\be\b|\bor\b|和|또는|및)\s*/u)
    .map((name) =>
      name
        .replaceAll(/[*`_"'.]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '');
}
