import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { buildBlueprint, buildEntity, buildField, buildService, elements } from '#blueprint';
import { workshop } from '../../test/fixtures/workshop.ts';
import { openExchange } from './open-exchange.ts';

interface Item {
  '@_identifier': string;
  '@_xsi:type': string;
  '@_source': string;
  '@_target': string;
  name: string;
}

function read(text: string) {
  assert.equal(XMLValidator.validate(text), true);
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(text) as {
    model: { elements: { element: Item[] }; relationships: { relationship: Item[] } };
  };
  return {
    elements: parsed.model.elements.element,
    relations: parsed.model.relationships.relationship,
  };
}

test('every node is an element, every API too, and every relationship joins two of them', () => {
  const model = read(openExchange(workshop()));
  assert.equal(model.elements.length, elements(workshop()).length + 1);
  const ids = new Set([...model.elements, ...model.relations].map((item) => item['@_identifier']));
  assert.equal(ids.size, model.elements.length + model.relations.length);
  for (const relation of model.relations) {
    assert.ok(ids.has(relation['@_source']) && ids.has(relation['@_target']));
  }
  const find = (name: string, type: string) => {
    const found = model.elements.find((item) => item.name === name && item['@_xsi:type'] === type);
    assert.ok(found, name);
    return found['@_identifier'];
  };
  const types = (from: string, to: string) =>
    model.relations
      .filter((item) => item['@_source'] === from && item['@_target'] === to)
      .map((item) => item['@_xsi:type']);
  const [service, api] = [
    find('Workshop', 'ApplicationComponent'),
    find('Workshop API', 'ApplicationService'),
  ];
  assert.deepEqual(types(service, api), ['Realization']);
  assert.deepEqual(types(service, find('Auftrag', 'DataObject')), ['Access']);
  assert.deepEqual(types(find('Auftrag', 'DataObject'), find('Budget', 'DataObject')), [
    'Composition',
  ]);
  assert.deepEqual(types(find('manager', 'BusinessRole'), find('manager: order', 'Constraint')), [
    'Association',
  ]);
});

test('text of any kind is only text', () => {
  const label = '<b a="1">&amp; ]]> \u0000 \u000b \ud800 \ufffe 日本 😀';
  const field = buildField('note', { name: 'title', type: { kind: 'string' }, label, note: label });
  const entity = buildEntity({ name: 'note', plural: 'notes', fields: [field] });
  const text = openExchange(
    buildBlueprint({
      name: 'app',
      label,
      services: [buildService({ name: 'app', entities: [entity] })],
    }),
  );
  read(text);
  assert.ok(
    text.includes('&lt;b a=&quot;1&quot;&gt;&amp;amp; ]]&gt; \ufffd \ufffd \ufffd \ufffd 日本 😀'),
  );
});
