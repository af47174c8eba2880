import { archimateTypes, elements } from '#blueprint';
import type { BlueprintElement } from '#blueprint';
import type { TargetInput } from '../../target.ts';
import { sourceOf } from '../text/source-text.ts';
import { erDiagram } from './er-diagram.ts';
import { serviceElements } from './service-elements.ts';
import { stateDiagram } from './state-diagram.ts';
import { code, markdown, plain, section, table } from '../text/markdown.ts';
import type { CodeMap } from './code-map.ts';

/** ARCHITECTURE.md: the parts of the service, its data, its states and its code. */
export function architecture(input: TargetInput, { modules, request }: CodeMap): string {
  const { service } = input;
  return markdown(
    `# Architecture of ${plain(service.label)}`,
    section(
      '## Code',
      table(
        ['Path', 'What it does'],
        modules.map(([path, does]) => [code(path), does]),
      ),
      request,
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
