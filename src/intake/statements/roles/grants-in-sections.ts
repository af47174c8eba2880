import type { Operation } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import type { Document } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import { operationsIn } from '../recognisers/permission.ts';
import { annotate, isFiller } from '../sentence/annotate.ts';
import { does } from '../sentence/item.ts';
import type { Item } from '../sentence/item.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import type { Line } from '../line.ts';
import type { Grant } from './grant.ts';

const EVERYTHING =
  /\b(?:all|every|everything|full|any|todo|todos|todas|tudo|alles|alle|tout|tous|tutto|все|всё)\b|全部|所有|すべて|全て|모든/u;
/** More words than these beside operations and entities make a fragment a story, not a grant. */
const MOST_OTHER_WORDS = 4;

/** Bullets below the heading of a role, and "**Role**: create and edit orders; no access to users" in sections about roles. */
export function grantsInSections(
  document: Document,
  lines: readonly Line[],
  vocabulary: Vocabulary,
): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { block, kind } of lines) {
    if (kind !== 'roles' || (block.kind !== 'item' && block.kind !== 'paragraph')) continue;
    if (!speaksOfRights(document, block.section)) continue;
    const named = /^[^:：\n]{2,50}[:：]/u.exec(block.text)?.[0];
    const own = named === undefined ? undefined : roleIn(named, vocabulary);
    const role = own ?? roleOfSection(document, block.section, vocabulary);
    if (role === undefined) continue;
    const text =
      own !== undefined && named !== undefined ? block.text.slice(named.length) : block.text;
    if (
      own === undefined &&
      named !== undefined &&
      !/permis|can|action|access|acc|권한|権限|权限/u.test(foldText(named))
    )
      continue;
    grants.push(
      ...grantsIn(text, vocabulary).map((grant) => ({ ...grant, role, source: block.span })),
    );
  }
  return grants;
}

const RIGHTS =
  /permission|\broles?\b|access|authori[sz]|rights|permis|perfi|\brol(?:es)?\b|droits|roles?|rechte|berechtig|rollen|ruol|прав|рол|权限|角色|権限|役割|ロール|권한|역할/u;
const AUDIENCE = /persona|target|audience|stakeholder|대상|目标用户|対象|zielgruppe|publico|cible/u;

/** Who the users are tells what they wish for, not what others must not do. */
function speaksOfRights(document: Document, index: number): boolean {
  for (let at = index; at > 0; at = document.sections[at]?.parent ?? 0) {
    const title = foldText(document.sections[at]?.title ?? '');
    if (AUDIENCE.test(title)) return false;
    if (RIGHTS.test(title)) return true;
  }
  return false;
}

function roleOfSection(
  document: Document,
  index: number,
  vocabulary: Vocabulary,
): string | undefined {
  for (let at = index; at > 0; at = document.sections[at]?.parent ?? 0) {
    const role = roleIn(document.sections[at]?.title ?? '', vocabulary);
    if (role !== undefined) return role;
  }
  return undefined;
}

function roleIn(text: string, vocabulary: Vocabulary): string | undefined {
  const roles = new Set(annotate(text, vocabulary).flatMap((item) => item.roles));
  const [role] = roles;
  return roles.size === 1 ? role : undefined;
}

type Said = Pick<Grant, 'entity' | 'operations' | 'own' | 'how'>;

/**
 * Fragments between commas, semicolons and full stops; entities in a list share the verbs before them, and
 * verbs in a list the entities after them.
 */
function grantsIn(text: string, vocabulary: Vocabulary): readonly Said[] {
  let verbs: readonly Operation[] = [];
  let isListOfVerbs = false;
  let refusing = false;
  return text.split(/(?<=[;.。；\n])|,|，|、/u).flatMap((fragment): readonly Said[] => {
    const items = annotate(fragment, vocabulary).filter((item) => !isFiller(item));
    const said = operationsOf(items, fragment);
    const listed = isListOfVerbs && said.length > 0 ? verbs : [];
    const operations = said.length > 0 ? [...new Set([...listed, ...said])] : verbs;
    if (said.length > 0 && listed.length === 0)
      refusing =
        items.some((item) => does(item, 'cannot', 'not', 'without')) || /^\s*no\b/i.test(fragment);
    verbs = /[;.。；\n]$/u.test(fragment) ? [] : operations;
    if (operations.length === 0) return [];
    const entities = entitiesOf(items);
    isListOfVerbs = entities.length === 0 && verbs.length > 0;
    const others = items.filter((item) => item.entities.length === 0 && item.cues.length === 0);
    const refused = refusing;
    const own = items.some((item) => does(item, 'own'));
    const how = refused ? 'may-not' : 'may';
    if (entities.length === 0)
      return !refused && EVERYTHING.test(foldText(fragment)) && operations.length === 4
        ? vocabulary.model.entities.map(({ entity }) => ({
            entity: entity.id,
            operations,
            own: false,
            how,
          }))
        : [];
    if (others.length > MOST_OTHER_WORDS || (own && refused)) return [];
    return entities.map(({ entity }) => ({ entity: entity.id, operations, own, how }));
  });
}

function operationsOf(items: readonly Item[], fragment: string): readonly Operation[] {
  const found = operationsIn({
    parts: items.map((item) => ({ kind: 'cue', cues: item.cues, item })),
  });
  return found.length === 0 &&
    /full control|full access|acceso total|acesso total|vollzugriff|acces complet/.test(
      foldText(fragment),
    )
    ? ['read', 'create', 'update', 'delete']
    : found;
}

/** The entities that are acted on: none after "in", "for" or "per", which only place the act. */
function entitiesOf(items: readonly Item[]): readonly ModelledEntity[] {
  return [
    ...new Set(
      items.flatMap(({ entities, roles }) =>
        roles.length > 0 && entities.length === 0 ? [] : entities.slice(0, 1),
      ),
    ),
  ];
}
