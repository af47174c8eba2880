import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { environment } from '../interpret/environment.ts';
import { fromJson, toJson } from '../json.ts';
import { evaluateModel } from '../model/evaluate-model.ts';
import { readDmn } from './read-dmn.ts';
import { writeDmn } from './write-dmn.ts';

const namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const documentOf = (content: string, uri = namespace) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${uri}" id="fees" name="Fees" namespace="urn:example">
${content}
</definitions>`;

const fees = `
<inputData id="in-1" name="order value"><variable name="order value" typeRef="number"/></inputData>
<inputData id="in-2" name="country"><variable name="country" typeRef="string"/></inputData>
<decision id="fee" name="fee">
  <informationRequirement><requiredInput href="#in-1"/></informationRequirement>
  <informationRequirement><requiredInput href="#in-2"/></informationRequirement>
  <decisionTable hitPolicy="COLLECT" aggregation="SUM">
    <input>
      <inputExpression typeRef="number"><text>order value</text></inputExpression>
    </input>
    <input>
      <inputExpression typeRef="string"><text>country</text></inputExpression>
      <inputValues><text>"DE", "FR"</text></inputValues>
    </input>
    <output name="amount"/>
    <rule>
      <inputEntry><text>&lt; 50</text></inputEntry><inputEntry><text>-</text></inputEntry>
      <outputEntry><text>4.90</text></outputEntry>
    </rule>
    <rule>
      <inputEntry><text></text></inputEntry><inputEntry><text>not("DE")</text></inputEntry>
      <outputEntry><text>order value * 0.1</text></outputEntry>
    </rule>
  </decisionTable>
</decision>
<decision id="total" name="total">
  <informationRequirement><requiredInput href="#in-1"/></informationRequirement>
  <informationRequirement><requiredDecision href="#fee"/></informationRequirement>
  <literalExpression><text>order value + fee</text></literalExpression>
</decision>
<knowledgeSource id="law" name="Law"/>`;

const codesOf = async (xml: string) => {
  const { value, diagnostics } = await readDmn(xml);
  assert.equal(value, undefined);
  return diagnostics.map(({ code }) => code);
};

describe('DMN', () => {
  test('is read and evaluated', async () => {
    const { value: model, diagnostics } = await readDmn(documentOf(fees));
    assert.ok(model, diagnostics[0]?.message);
    const record: Readonly<Record<string, unknown>> = { 'order value': 40, country: 'FR' };
    const variable = (name: string) => fromJson(record[name], name);
    const values = evaluateModel(model, environment({ now: 0, variable }));
    assert.deepEqual(
      [...values].map(([name, value]) => [name, toJson(value)]),
      [
        ['fee', 8.9],
        ['total', 48.9],
      ],
    );
  });

  test('is written as 1.5, and reads as the same', async () => {
    const { value: model } = await readDmn(documentOf(fees));
    assert.ok(model);
    const xml = await writeDmn(model);
    assert.ok(xml.includes(`"${namespace}"`));
    assert.deepEqual((await readDmn(xml)).value, model);
    assert.equal(await writeDmn(model), xml);
  });

  test('older versions are read', async () => {
    const { value: current } = await readDmn(documentOf(fees));
    for (const version of [
      'http://www.omg.org/spec/DMN/20180521/MODEL/',
      'https://www.omg.org/spec/DMN/20191111/MODEL/',
    ]) {
      assert.deepEqual((await readDmn(documentOf(fees, version))).value, current);
    }
  });

  test('what cannot be read is said, not left out', async () => {
    assert.deepEqual(await codesOf('no xml'), ['rules/not-dmn']);
    assert.deepEqual(await codesOf('<a/>'), ['rules/not-dmn']);
    const context = '<decision id="d" name="d"><context/></decision>';
    assert.deepEqual(await codesOf(documentOf(context)), ['rules/dmn-not-supported']);
    assert.deepEqual(await codesOf(documentOf('<decision id="d" name="d"/>')), [
      'rules/dmn-not-supported',
    ]);
    assert.deepEqual(await codesOf(documentOf(fees.replace('4.90', '4.90 +'))), [
      'rules/feel-syntax',
    ]);
    const uneven = fees.replace('<outputEntry><text>4.90</text></outputEntry>', '');
    assert.deepEqual(await codesOf(documentOf(uneven)), ['rules/uneven-row']);
    for (const wrong of ['hitPolicy="FASTEST"', 'hitPolicy="FIRST" aggregation="SUM"'])
      assert.deepEqual(
        await codesOf(documentOf(fees.replace('hitPolicy="COLLECT" aggregation="SUM"', wrong))),
        ['rules/dmn-not-supported'],
      );
    for (const twice of [
      fees.replace('id="total"', 'id="fee"'),
      fees.replace('name="total"', 'name="fee"'),
    ])
      assert.deepEqual(await codesOf(documentOf(twice)), ['rules/duplicate-name']);
    assert.deepEqual(
      await codesOf(documentOf(fees.replaceAll('literalExpression', 'conditional'))),
      ['rules/dmn-not-supported', 'rules/dmn-not-supported'],
    );
    const dangling = fees.replace('#in-2', '#in-3');
    assert.deepEqual(await codesOf(documentOf(dangling)), ['rules/unknown-requirement']);
  });

  test('entities are not expanded', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${documentOf(fees.replace('"DE"', '"&b;"')).replace(/^<\?xml.*\?>\n/, '')}`;
    const { value, diagnostics } = await readDmn(bomb);
    assert.ok(!JSON.stringify(value ?? diagnostics).includes('aaaaaaaaaa'));
  });
});
