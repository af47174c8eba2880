import type { Operation } from '#blueprint';
import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import type { Line } from '../line.ts';
import { operationsIn } from '../recognisers/permission.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import type { Grant } from './grant.ts';

const YES =
  /^(?:✓|✔️?|✅|x|yes|y|si|sim|ja|oui|да|○|◯|●|是|可|允许|あり|예|o|full|all|crud|allowed|可能)$/u;
const OWN = /own|self|propi|propri|eigene|son |自分|本人|자신|свои/u;
const EVERYTHING: readonly Operation[] = ['read', 'create', 'update', 'delete'];

interface CellRights {
  readonly operations: readonly Operation[] | 'as-row';
  readonly own: boolean;
}

/** Tables with a column for each role and a row for each entity or action, with ✓, CRUD letters or words in the cells. */
export function grantsInMatrices(lines: readonly Line[], vocabulary: Vocabulary): readonly Grant[] {
  const rows = lines.flatMap(({ block }) => (block.kind === 'row' ? [block] : []));
  return [...Map.groupBy(rows, ({ table }) => table).values()].flatMap((table) => {
    const roles = (table[0]?.header ?? []).map((cell) => onlyRole(cell, vocabulary));
    if (roles.filter((role) => role !== undefined).length < 2 || roles[0] !== undefined)
      return transposed(table, vocabulary);
    return table.flatMap((row) => grantsOfRow(row, roles, vocabulary));
  });
}

function grantsOfRow(
  row: Row,
  roles: readonly (string | undefined)[],
  vocabulary: Vocabulary,
): readonly Grant[] {
  const label = row.cells
    .filter((_, index) => roles[index] === undefined)
    .map(({ text }) => text)
    .join(' ');
  const { entities, operations } = meaningOf(label, vocabulary);
  const [entity] = entities;
  if (entities.length !== 1 || entity === undefined) return [];
  return row.cells.flatMap((cell, index): Grant[] => {
    const role = roles[index];
    const rights = role === undefined ? undefined : rightsOf(cell.text);
    if (role === undefined || !rights) return [];
    const granted =
      rights.operations === 'as-row'
        ? operations.length > 0
          ? operations
          : EVERYTHING
        : rights.operations;
    return granted.length === 0
      ? []
      : [{ role, entity, operations: granted, own: rights.own, how: 'only', source: row.span }];
  });
}

/** A row for each role and a column for each entity. */
function transposed(table: readonly Row[], vocabulary: Vocabulary): readonly Grant[] {
  const header = (table[0]?.header ?? []).map((cell) => meaningOf(cell, vocabulary));
  const columns = header.map(({ entities }) => (entities.length === 1 ? entities[0] : undefined));
  if (columns.filter((entity) => entity !== undefined).length < 2) return [];
  return table.flatMap((row) => {
    const role = onlyRole(row.cells[0]?.text ?? '', vocabulary);
    if (role === undefined) return [];
    return row.cells.flatMap((cell, index): Grant[] => {
      const entity = columns[index];
      const rights = entity === undefined || index === 0 ? undefined : rightsOf(cell.text);
      if (entity === undefined || !rights) return [];
      const operations = rights.operations === 'as-row' ? EVERYTHING : rights.operations;
      return operations.length === 0
        ? []
        : [{ role, entity, operations, own: rights.own, how: 'only', source: row.span }];
    });
  });
}

function meaningOf(label: string, vocabulary: Vocabulary) {
  const items = annotate(label, vocabulary);
  const entities = [...new Set(items.flatMap(({ entities }) => entities.slice(0, 1)))].map(
    ({ entity }) => entity.id,
  );
  const operations = operationsIn({
    parts: items.map((item) => ({ kind: 'cue', cues: item.cues, item })),
  });
  return { entities, operations };
}

function onlyRole(cell: string, vocabulary: Vocabulary): string | undefined {
  const roles = new Set(annotate(cell, vocabulary).flatMap((item) => item.roles));
  const [role] = roles;
  return roles.size === 1 && cell.length <= 40 ? role : undefined;
}

/** What a cell grants; undefined where it says nothing that we know. */
function rightsOf(cell: string): CellRights | undefined {
  const text = foldText(cell).replaceAll(/[`*]/g, '').trim();
  const own = OWN.test(text);
  const said = text.replaceAll(/\(.*?\)/g, '').trim();
  if (YES.test(said) && said !== 'crud') return { operations: 'as-row', own };
  if (/^[crudw]{1,5}$/.test(said) || /^[crudw](?:\s*[,/]\s*[crudw])+$/.test(said)) {
    const letters: Readonly<Record<string, readonly Operation[]>> = {
      c: ['create'],
      r: ['read'],
      u: ['update'],
      d: ['delete'],
      w: ['create', 'update'],
    };
    const granted = new Set(said.split('').flatMap((letter) => letters[letter] ?? []));
    return { operations: EVERYTHING.filter((operation) => granted.has(operation)), own };
  }
  if (
    /^(?:read|read only|view|lectura|leitura|lesen|lecture|lettura|чтение|只读|閲覧|조회)$/.test(
      said,
    )
  )
    return { operations: ['read'], own };
  if (/^(?:own|own only|self|propios?|eigene)$/.test(said))
    return { operations: 'as-row', own: true };
  return undefined;
}
