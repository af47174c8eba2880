import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { readExample } from '../code/read-example.ts';
import type { Example } from '../code/read-example.ts';
import { endpointsIn } from '../endpoints-in.ts';
import type { Endpoint } from '../endpoints-in.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** How many blocks above a body the endpoint may stand. */
const REACH = 6;
const failure =
  /error|fail|invalid|(?<!\d)[45]\d\d(?!\d)|fehler|erro|erreur|错误|エラー|오류|ошибк/i;
const body =
  /(?:body|payload|request|params|parameters|fields|accepts|expects|requires|input)\s*[:=–-]?\s*[`(]?\s*(\{[^{}]{3,300}\}|[A-Za-z_][\w?]*(?:\s*,\s*(?:and\s+)?[A-Za-z_][\w?]*)+)/i;

/** What is sent to or comes from an endpoint: `POST /orders` with a body in JSON, or `body: { name, price }` beside it. */
export const endpointBodies: Recogniser = (reading) => {
  const { blocks } = reading.document;
  return blocks.flatMap((block) => {
    if (!isBelievable(reading.kinds[block.section])) return [];
    return block.kind === 'code' ? inFence(block, reading) : inLine(block, reading);
  });
};

function inFence(block: Block, reading: Reading): readonly Claim[] {
  if (block.text.length > 100_000) return [];
  const open = block.text.search(/[{[]\s*["{]/);
  if (open < 0) return [];
  const own = withoutAction(endpointsIn(block.text.slice(0, open), reading).at(-1));
  const lead = reading.document.blocks[block.index - 1]?.text ?? '';
  const endpoint = own ?? above(block, reading);
  if (endpoint === undefined || endpoint.method === 'DELETE' || failure.test(lead.slice(-80)))
    return [];
  const example = readExample(block.text.slice(open), endpoint.collection, reading.vocabulary);
  return example === undefined ? [] : claimsOf(endpoint.collection, example, block);
}

/** What is sent to `POST /orders/{id}/cancel` is not the order. */
function withoutAction(endpoint: Endpoint | undefined): Endpoint | undefined {
  return endpoint?.action === undefined ? endpoint : undefined;
}

/** The nearest endpoint above in the same section; its heading is one of its blocks. */
function above(block: Block, reading: Reading): Endpoint | undefined {
  const { blocks } = reading.document;
  for (let at = block.index - 1; at >= Math.max(0, block.index - REACH); at -= 1) {
    const other = blocks[at];
    if (other === undefined || other.section !== block.section) return undefined;
    if (other.kind === 'code') continue;
    if (/\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(other.text))
      return withoutAction(endpointsIn(other.text, reading).at(-1));
  }
  return undefined;
}

function inLine(block: Block, reading: Reading): readonly Claim[] {
  if (block.text.length > 600) return [];
  const endpoint = withoutAction(endpointsIn(block.text, reading)[0]);
  if (endpoint === undefined || endpoint.method === 'GET' || endpoint.method === 'DELETE')
    return [];
  const rest = block.text.slice(endpoint.end);
  const json = rest.indexOf('{');
  const example =
    json < 0
      ? undefined
      : readExample(
          rest.slice(json, rest.lastIndexOf('}') + 1),
          endpoint.collection,
          reading.vocabulary,
        );
  if (example !== undefined) return claimsOf(endpoint.collection, example, block);
  const list = body.exec(rest)?.[1] ?? /\{([^{}]{3,300})\}/.exec(rest)?.[1];
  if (list === undefined) return [];
  const fields = splitList(list.replace(/^[\s{]+|[\s}]+$/g, ''), reading.vocabulary).map((part) =>
    readField(part.text, reading.vocabulary),
  );
  const isList = fields.every(
    (field) => field !== undefined && field.name.split(/\s+/).length <= 3,
  );
  return fields.length === 0 || !isList
    ? []
    : claimsOf(
        endpoint.collection,
        {
          fields: fields.flatMap((field) =>
            field === undefined ? [] : [{ name: field.name, facts: field.facts }],
          ),
          children: [],
          parents: [],
        },
        block,
      );
}

/** What an example shows of a record, and of the records that it names or is made of. */
function claimsOf(
  entity: string,
  { fields, children, parents }: Example,
  block: Block,
): readonly Claim[] {
  const shape = { source: block.span, section: block.section };
  return [
    { kind: 'entity', name: entity, evidence: 'described', ...shape },
    ...fields.map((field): Claim => ({
      kind: 'field',
      entity,
      ...field,
      declared: true,
      evidence: 'described',
      ...shape,
    })),
    ...parents.flatMap(({ name, example }) => claimsOf(name, example, block)),
    ...children.flatMap(({ name, example }): readonly Claim[] => [
      ...claimsOf(name, example, block),
      { kind: 'relation', from: name, to: entity, cardinality: 'one', required: true, ...shape },
    ]),
  ];
}
