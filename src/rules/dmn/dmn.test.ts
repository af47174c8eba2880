import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { busyTime } from '../../../test/support/busy-time.ts';
import { sweep } from '../../../test/support/sweep.ts';
import { environment, MAX_WORK } from '../interpret/environment.ts';
import { fromJson, toJson } from '../json.ts';
import { evaluateModel, evaluateNamed } from '../model/evaluate-model.ts';
import { Unknown } from '../unknown.ts';
import { readDmn, readDmnLeniently } from './read-dmn.ts';
import { writeDmn } from './write-dmn.ts';

const namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const documentOf = (content: string, uri = namespace) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${uri}" id="model" name="Fees" namespace="urn:example">
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

const box = (name: string, content: string, requires = '', type = '') =>
  `<decision id="${name}" name="${name}"><variable name="${name}"${type && ` typeRef="${type}"`}/>${requires}${content}</decision>`;
const text = (feel: string) => `<literalExpression><text>${feel}</text></literalExpression>`;
const input = (id: string) =>
  `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;
const decision = (id: string) =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
const knowledge = (id: string) =>
  `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;

const loans = `
<itemDefinition name="tAmounts" isCollection="true"><typeRef>number</typeRef></itemDefinition>
<itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent></itemDefinition>
<inputData id="amounts" name="amounts"><variable name="amounts" typeRef="tAmounts"/></inputData>
<inputData id="rate" name="rate"><variable name="rate" typeRef="number"/></inputData>
<businessKnowledgeModel id="fee" name="fee"><encapsulatedLogic>
  <formalParameter name="amount" typeRef="number"/><formalParameter name="percent"/>
  ${text('amount * percent / 100')}
</encapsulatedLogic></businessKnowledgeModel>
<businessKnowledgeModel id="grade" name="grade"><encapsulatedLogic>
  <formalParameter name="sum" typeRef="number"/>
  <decisionTable hitPolicy="FIRST"><input><inputExpression><text>sum</text></inputExpression></input><output/>
    <rule><inputEntry><text>&lt; 10</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
  </decisionTable>
</encapsulatedLogic></businessKnowledgeModel>
${box(
  'fees',
  `<for iteratorVariable="one"><in>${text('amounts')}</in><return><invocation>${text('fee')}
    <binding><parameter name="amount"/>${text('one')}</binding>
    <binding><parameter name="percent"/>${text('rate')}</binding></invocation></return></for>`,
  input('amounts') + input('rate') + knowledge('fee'),
  'tAmounts',
)}
${box(
  'total',
  `<context><contextEntry><variable name="whole sum"/>${text('sum(fees)')}</contextEntry>
    <contextEntry>${text('whole sum')}</contextEntry></context>`,
  decision('fees'),
)}
${box(
  'judged',
  `<conditional><if>${text('total &gt; 0')}</if><then>${text('grade(total)')}</then><else>${text('"none"')}</else></conditional>`,
  decision('total') + knowledge('grade'),
)}
${box('table', `<relation><column name="a"/><column name="b"/><row>${text('1')}${text('2')}</row></relation>`)}
${box('large', `<filter><in>${text('amounts')}</in><match>${text('item &gt; 1000')}</match></filter>`, input('amounts'))}
${box(
  'all',
  `<every iteratorVariable="x"><in>${text('amounts')}</in><satisfies>${text('x &gt; 1')}</satisfies></every>`,
  input('amounts'),
)}
${box(
  'doubled',
  `<context><contextEntry><variable name="twice"/><functionDefinition><formalParameter name="x"/>${text('x * 2')}</functionDefinition></contextEntry>
    <contextEntry>${text('for a in amounts return twice(a)')}</contextEntry></context>`,
  input('amounts'),
)}
${box('fits', text('{age: 1}'), '', 'tPerson')}
<decisionService id="service" name="service"><outputDecision href="#sum"/><inputData href="#rate"/></decisionService>
${box('served', text('service(42)'), knowledge('service'))}
${box('sum', text('rate * 2'), input('rate'))}`;

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
    for (const java of [
      '<decision id="d" name="d"><functionDefinition kind="Java"><context/></functionDefinition></decision>',
      '<businessKnowledgeModel id="d" name="d"><encapsulatedLogic kind="PMML"/></businessKnowledgeModel>',
      '<businessKnowledgeModel id="d" name="d"/>',
      '<decision id="d" name="d"><literalExpression expressionLanguage="urn:sql"><text>1</text></literalExpression></decision>',
    ])
      assert.deepEqual(await codesOf(documentOf(java)), ['rules/dmn-not-supported']);
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
    assert.deepEqual(await codesOf(documentOf(fees.replaceAll('literalExpression', 'unheard'))), [
      'rules/dmn-not-supported',
      'rules/dmn-not-supported',
    ]);
    const dangling = fees.replace('#in-2', '#in-3');
    assert.deepEqual(await codesOf(documentOf(dangling)), ['rules/unknown-requirement']);
  });

  test('boxed expressions, knowledge, services and types are read, made and written', async () => {
    const { value: model, diagnostics } = await readDmn(documentOf(loans));
    assert.ok(model, diagnostics[0]?.message);
    const record: Readonly<Record<string, unknown>> = { amounts: [100, 2000], rate: 2 };
    const variable = (name: string) => fromJson(record[name], name);
    const values = evaluateModel(model, environment({ now: 0, variable }));
    assert.deepEqual(
      Object.fromEntries([...values].map(([name, value]) => [name, toJson(value)])),
      {
        fees: [2, 40],
        total: 42,
        judged: 'high',
        table: [{ a: 1, b: 2 }],
        large: [2000],
        all: true,
        doubled: [200, 4000],
        fits: null,
        served: 84,
        sum: 4,
      },
    );
    const xml = await writeDmn(model);
    assert.deepEqual((await readDmn(xml)).value, model);
    assert.equal(await writeDmn(model), xml);
  });

  test('a decision that cannot be read keeps no other from being made', async () => {
    const wrong = fees.replace('order value + fee', 'order value +');
    const { model, problems } = await readDmnLeniently(documentOf(wrong));
    assert.deepEqual([...problems.keys()], ['total']);
    const variable = (name: string) => fromJson(name === 'country' ? 'FR' : 40);
    const env = environment({ now: 0, variable });
    assert.equal(toJson(evaluateNamed(model, env, 'fee')), 8.9);
    assert.equal(toJson(evaluateNamed(model, env, 'total')), null);
  });

  test('functions that call themselves without end have an end', async () => {
    // As deep as an expression may be, and through a function that calls what it is given.
    const deep = `${'('.repeat(90)}sort([1, 2], function(x, y) f(n + 1) &gt; y)${')'.repeat(90)}`;
    for (const body of [
      'f(n + 1)',
      `${'1 + ('.repeat(45)}f(n + 1)${')'.repeat(45)}`,
      deep,
      'sort([2, 1], f)',
    ]) {
      const endless = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>
      <literalExpression><text>${body}</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
      <literalExpression><text>f(0)</text></literalExpression></decision>`;
      const { value: model, diagnostics } = await readDmn(documentOf(endless));
      assert.ok(model, diagnostics[0]?.message);
      const work = { left: sweep(10_000, MAX_WORK) };
      const value = evaluateNamed(model, environment({ now: 0, work }), 'd');
      assert.ok(value instanceof Unknown || Array.isArray(value));
    }
  });

  test('a service that needs what it gives has an end', async () => {
    const circle = `<decisionService id="s" name="s"><outputDecision href="#d"/></decisionService>
      <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
      <literalExpression><text>s()</text></literalExpression></decision>`;
    const { model } = await readDmnLeniently(documentOf(circle));
    const value = evaluateNamed(model, environment({ now: 0 }), 'd');
    assert.equal(value instanceof Unknown && value.code, 'limit');
  });

  test('hostile documents end soon, with a reason', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => at);
    const parts = (at: number) =>
      levels
        .map(
          (part) => `<itemComponent name="c${part}"><typeRef>t${at + 1}</typeRef></itemComponent>`,
        )
        .join('');
    const types = levels.map((at) => `<itemDefinition name="t${at}">${parts(at)}</itemDefinition>`);
    const circle =
      '<itemDefinition name="c"><itemComponent name="c"><typeRef>c</typeRef></itemComponent></itemDefinition>';
    const { value } = await readDmn(
      documentOf(
        `${types.join('')}${circle}<inputData id="i" name="i"><variable name="i" typeRef="t0"/></inputData><inputData id="j" name="j"><variable name="j" typeRef="c"/></inputData>`,
      ),
    );
    assert.ok(JSON.stringify(value).length < 100_000);
    const boxes = `${'<context><contextEntry><variable name="a"/>'.repeat(2000)}${text('1')}${'</contextEntry></context>'.repeat(2000)}`;
    const deep = `<decision id="d" name="d">${boxes}</decision>`;
    assert.deepEqual(await codesOf(documentOf(deep)), ['rules/dmn-not-supported']);
    assert.deepEqual(await codesOf(documentOf(' '.repeat(10_000_001))), ['rules/not-dmn']);
    const proto =
      '<inputData id="p" name="__proto__"/><decision id="d" name="constructor"><informationRequirement><requiredInput href="#p"/></informationRequirement><literalExpression><text>{__proto__: 1}.__proto__ + __proto__</text></literalExpression></decision>';
    const { value: model } = await readDmn(documentOf(proto));
    assert.ok(model);
    assert.deepEqual(
      [...evaluateModel(model, environment({ now: 0 }))].map(([name, one]) => [name, toJson(one)]),
      [['constructor', null]],
    );
  });

  test('very many mistakes take time in proportion', async () => {
    const wrong = Array.from(
      { length: sweep(1000, 20_000) },
      (_, at) => `<decision id="d${at}" name="d${at}">
      <literalExpression><text>${at} +</text></literalExpression></decision>`,
    );
    const started = busyTime();
    const { problems } = await readDmnLeniently(documentOf(wrong.join('')));
    assert.ok(busyTime() - started < 5000, `${busyTime() - started} ms`);
    assert.equal(problems.size, wrong.length);
  });

  test('entities are not expanded', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${documentOf(fees.replace('"DE"', '"&b;"')).replace(/^<\?xml.*\?>\n/, '')}`;
    const { value, diagnostics } = await readDmn(bomb);
    assert.ok(!JSON.stringify(value ?? diagnostics).includes('aaaaaaaaaa'));
  });
});
