import { archimateTypes, elements } from '#blueprint';
import type { BlueprintElement } from '#blueprint';
import type { TargetInput } from '../../../target.ts';
import { sourceOf } from '../../../shared/text/source-text.ts';
import { erDiagram } from '../../../shared/documents/er-diagram.ts';
import { serviceElements } from '../../../shared/documents/service-elements.ts';
import { stateDiagram } from '../../../shared/documents/state-diagram.ts';
import { code, markdown, plain, section, table } from '../../../shared/text/markdown.ts';
import { moduleMap } from './module-map.ts';

/** ARCHITECTURE.md: the parts of the service, its data, its states and its code. */
export function architecture(input: TargetInput): string {
  const { service } = input;
  return markdown(
    `# Architecture of ${plain(service.label)}`,
    section(
      '## Code',
      table(
        ['Path', 'What it does'],
        moduleMap(service).map(([path, does]) => [code(path), does]),
      ),
      REQUEST,
    ),
    section('## Data', erDiagram(input)),
    section(
      '## States',
      ...service.entities.flatMap((entity) =>
        entity.lifecycle ? [`### ${plain(entity.label)}`, stateDiagram(entity.lifecycle)] : [],
      ),
    ),
    section('## Elements', ELEMENTS, elementTable(input)),
  );
}

const REQUEST =
  'A request passes the layers (headers, log, metrics), then the extractors of its handler: who is it, may he, what does he send. A write is one transaction: the row is locked and read, `If-Match` compared, the body checked, then references, transition and rules; the record and its events are written together, and the answer is sent after the commit. Every query is limited to the tenant of the caller. SQLite has one connection that writes, for which writers wait in turn.';

const ELEMENTS =
  'In the terms of ArchiMate 3.2; [archimate.xml](archimate.xml) has all of them, with their relations, for modelling tools.';

/** Kinds that the diagrams above show in full. */
const SHOWN_ABOVE = new Set<BlueprintElement['kind']>(['field', 'key', 'state']);

function elementTable({ blueprint, service }: TargetInput): string {
  const all = serviceElements(elements(blueprint), service).filter(
    ({ kind, node }) => !SHOWN_ABOVE.has(kind) && !(kind === 'event' && node.origin === 'default'),
  );
  const rows = all.map(({ kind, node }) => [
    plain(node.label),
    plain(kind),
    archimateTypes[kind],
    plain(sourceOf(node)),
  ]);
  return table(['Element', 'Kind', 'ArchiMate type', 'Line'], rows);
}
