import { readField } from '../../declaration/read-field.ts';
import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { rowTopics } from '../row-topic.ts';
import { fieldClaim } from './described-fields.ts';
import { weightOf } from './noun-fields.ts';

const MOST = 40;

/** "… the following items", before points in a cell. */
const follows =
  /following|below|folgende|siguiente|seguinte|suivant|seguent[ei]|volgende|следующ|наступн|poniższ|następując|aşağıdaki|berikut|sau đây|以下|下記|次の|如下|아래|다음/iu;
/** Words for what has values of its own, and for what somebody may do. */
const otherThings =
  /(?:option|value|status|state|step|case|reason|error|role|action|condition|rule|filter|경우|조건|단계|상태|옵션|필터|場合|条件|状態|步骤|状态|条件)/iu;
const point = /^\s*[-–•·*▪◦]\s*(?=\S)/u;
/** Columns that say of what kind of record a function is. */
const domain =
  /^(?:domain|entity|resource|object|model|aggregate|도메인|엔티티|리소스|ドメイン|エンティティ|リソース|领域|实体|资源|dominio|entidad|recurso|entidade|entita|domaine|entite|ressource|домен|сущность)$/u;

/**
 * What a cell lists line by line below a sentence that announces it: of "Product | Product list | The list shows the
 * following items. - name - price" the name and the price of products.
 */
export const cellLists: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    block.kind === 'row' && isAboutService(reading.kinds[block.section])
      ? claimsOf(block, reading)
      : [],
  );

function claimsOf(row: Row, reading: Reading): readonly Claim[] {
  const items = row.cells.flatMap(({ text }) => listedIn(text));
  if (items.length < 2 || items.length > MOST) return [];
  const owner = ownerOf(row, reading);
  const fields = items.map((item) => readField(item, reading.vocabulary));
  const isList = fields.every((field) => field !== undefined && weightOf(field.name) <= 4);
  if (owner === undefined || !isList) return [];
  const shape = { source: row.span, section: row.section };
  return [
    { kind: 'entity', name: owner.name, also: owner.also, evidence: 'described', ...shape },
    ...fields.flatMap((field): Claim[] =>
      field === undefined ? [] : [fieldClaim(owner.name, field, 'described', shape)],
    ),
  ];
}

/** The points right below an announcement, each a few words. */
function listedIn(cell: string): readonly string[] {
  if (!cell.includes('\n') || cell.length > 4000) return [];
  const items: string[] = [];
  let isAnnounced = false;
  for (const line of cell.split('\n')) {
    if (point.test(line)) {
      if (isAnnounced) items.push(line.replace(point, '').trim());
    } else isAnnounced = follows.test(line) && !otherThings.test(line);
  }
  return items;
}

function ownerOf(row: Row, reading: Reading): EntityName | undefined {
  const at = row.header.findIndex((title) => domain.test(foldText(title.trim())));
  const named =
    at < 0 ? undefined : entityName(row.cells[at]?.text.split('/')[0] ?? '', reading.vocabulary);
  return named ?? rowTopics(reading)(row);
}
