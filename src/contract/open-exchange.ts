import { elements } from '#blueprint';
import type { Blueprint, BlueprintElement } from '#blueprint';
import { relationsOf } from './archimate-relations.ts';

/**
 * The blueprint as an ArchiMate 3.2 model in The Open Group's exchange format (archimate3_Model.xsd): one
 * element per node with its ArchiMate type, one ApplicationService for the API of each service, and the
 * relationships between them. ArchiMate tools read it.
 */
export function openExchange(blueprint: Blueprint): string {
  return [...openExchangeChunks(blueprint)].join('');
}

/** The same text in pieces, one for each element and relationship. */
export function* openExchangeChunks(blueprint: Blueprint): Iterable<string> {
  const all = elements(blueprint);
  const ids = new Map(all.map((element, index) => [element, `id-${index + 1}`]));
  const idOf = (element: BlueprintElement) => ids.get(element) ?? '';
  const services = all.filter(({ kind }) => kind === 'service');
  yield text(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<model ${namespaces} identifier="id-model">`,
    ...indented(described(blueprint.system.label, blueprint.system.description)),
    '  <elements>',
  );
  for (const element of all) yield text(...elementLines(idOf(element), element));
  for (const service of services) yield text(...apiLines(apiOf(idOf(service)), service));
  yield text('  </elements>', '  <relationships>');
  let count = 0;
  const numbered = (line: string) => {
    count += 1;
    return text(`    <relationship identifier="id-r${count}" ${line}/>`);
  };
  for (const { type, from, to } of relationsOf(all))
    yield numbered(relation(type, idOf(from), idOf(to)));
  for (const service of services)
    yield numbered(relation('Realization', idOf(service), apiOf(idOf(service))));
  yield text(
    '  </relationships>',
    '  <propertyDefinitions>',
    ...properties.flatMap(definitionLines),
    '  </propertyDefinitions>',
    '</model>',
  );
}

function text(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

const namespaces =
  'xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd"';

/** What an element says besides its name. */
const properties = ['id', 'kind', 'origin', 'sources'] as const;

function elementLines(id: string, { kind, archimate, node }: BlueprintElement): readonly string[] {
  const sources = node.sources.map(({ document, line }) => `${document}:${line}`).join(', ');
  const values = { id: node.id, kind, origin: node.origin, sources };
  const words = node.note ?? ('description' in node ? node.description : '');
  const given = properties.filter((property) => values[property] !== '');
  return [
    `    <element identifier="${id}" xsi:type="${archimate}">`,
    ...indented(indented(described(node.label, words))),
    '      <properties>',
    ...given.flatMap((property) => [
      `        <property propertyDefinitionRef="id-p-${property}">`,
      `          <value>${escaped(values[property])}</value>`,
      '        </property>',
    ]),
    '      </properties>',
    '    </element>',
  ];
}

function apiLines(id: string, { node }: BlueprintElement): readonly string[] {
  return [
    `    <element identifier="${id}" xsi:type="ApplicationService">`,
    ...indented(indented(described(`${node.label} API`, ''))),
    '    </element>',
  ];
}

function definitionLines(property: string): readonly string[] {
  return [
    `    <propertyDefinition identifier="id-p-${property}" type="string">`,
    `      <name>${property}</name>`,
    '    </propertyDefinition>',
  ];
}

function described(label: string, words: string): readonly string[] {
  return [
    `<name>${escaped(label)}</name>`,
    ...(words === '' ? [] : [`<documentation>${escaped(words)}</documentation>`]),
  ];
}

function relation(type: string, source: string, target: string): string {
  return `source="${source}" target="${target}" xsi:type="${type}"`;
}

function apiOf(id: string): string {
  return `${id}-api`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** XML 1.0 can't hold most control characters, not even escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
