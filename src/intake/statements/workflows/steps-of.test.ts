import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Step } from '#blueprint';
import { readRequirements } from '../../read-requirements.ts';

const data = {
  en: `# Purchasing

## Entities
- Order: number (string), total (money), status (draft, submitted, approved, rejected, received)

## Roles
- Clerk: creates orders
- Manager: approves orders

## Order lifecycle
draft → submitted → approved or rejected → received

## Order workflow
`,
  de: `# Urlaub

## Daten
- Antrag: Beginn (Datum), Ende (Datum), Tage (Zahl), Status (eingereicht, genehmigt, abgelehnt)

## Ablauf
`,
  fr: `# Commandes

## Données
- Commande : total (nombre), statut (brouillon, validée, refusée)

## Processus
`,
  ko: `# 주문

## 데이터
- 주문: 금액 (숫자), 상태 (신청, 승인, 반려)

## 절차
`,
};

/** The steps of a workflow, without what all have. */
function stepsIn(
  language: keyof typeof data,
  ...lines: readonly string[]
): readonly Partial<Step>[] {
  const numbered = lines.map((line, at) => `${at + 1}. ${line}`).join('\n');
  const { value } = readRequirements({ document: 'x.md', text: `${data[language]}${numbered}\n` });
  const [process] = value?.system.processes ?? [];
  return (process?.steps ?? []).map(
    ({ id, label: _label, origin: _origin, sources: _sources, entities: _entities, ...rest }) => ({
      id: id.split('/').slice(2).join('/'),
      ...rest,
    }),
  );
}

describe('steps of a workflow', () => {
  test('who does it stands at the start, behind "by", or in brackets', () => {
    const steps = stepsIn(
      'en',
      'The clerk creates the order.',
      'The order is checked by the manager',
      'Notify the clerk',
      'Sign the contract (Manager)',
      'Reception registers the goods',
      'The system sends the order to the supplier.',
      'Search the manager by name',
      'Review the goods',
    );
    assert.deepEqual(
      steps.map(({ role, actor, automatic }) => role ?? actor ?? automatic),
      ['clerk', 'manager', undefined, 'manager', 'Reception', true, undefined, undefined],
    );
  });

  test('a condition is parted from what is done, and understood where it is one on a record', () => {
    const [, first, second, third, fourth] = stepsIn(
      'en',
      'The clerk creates the order and submits it.',
      'If the total is above 1000, the manager approves or rejects the order.',
      'Otherwise, the system approves the order.',
      'If the order is rejected, go back to step 1.',
      'Call the supplier if the goods are late.',
    );
    assert.equal(first?.does, 'the manager approves or rejects the order');
    assert.equal(first.condition?.text, 'the total is above 1000');
    assert.equal(first.condition.expression?.kind, 'compare');
    assert.deepEqual(
      first.states?.map(({ state }) => state),
      ['approved', 'rejected'],
    );
    assert.deepEqual([second?.otherwise, second?.automatic], [true, true]);
    assert.deepEqual(third?.condition?.expression, {
      kind: 'compare',
      operator: 'eq',
      left: { kind: 'field', field: 'status' },
      right: { kind: 'literal', type: 'string', value: 'rejected' },
    });
    assert.deepEqual([third?.next, third?.onlyGoes], ['process/order-workflow/step-1', true]);
    assert.deepEqual(
      [fourth?.does, fourth?.condition],
      ['Call the supplier', { text: 'the goods are late' }],
    );
  });

  test('one line can hold a choice', () => {
    const steps = stepsIn(
      'en',
      'The clerk weighs the parcel; if it is too heavy, the manager is asked; otherwise it is sent.',
      'If it is lost, call the carrier, otherwise close the case.',
    );
    assert.deepEqual(
      steps.map(({ id, condition, otherwise }) => [id, condition?.text, otherwise]),
      [
        ['step-1', undefined, undefined],
        ['step-1/2', 'it is too heavy', undefined],
        ['step-1/3', undefined, true],
        ['step-2', 'it is lost', undefined],
        ['step-2/2', undefined, true],
      ],
    );
  });

  test('what waits, stands beside, goes elsewhere; a time or which record is meant is no condition', () => {
    const [wait, beside, , when, those, nowhere] = stepsIn(
      'en',
      'Wait 3 days.',
      'In parallel, the clerk calls the supplier.',
      'Pack the goods and continue with step 1',
      'When the goods arrive, count them.',
      'The manager reviews the submitted orders',
      'Go back to step 40.',
    );
    assert.equal(wait?.waits, 'P3D');
    assert.equal(beside?.beside, true);
    assert.equal(when?.condition, undefined);
    assert.equal(those?.states, undefined);
    assert.equal(nowhere?.next, undefined);
  });

  test('in other languages', () => {
    const german = stepsIn(
      'de',
      'Die Personalabteilung prüft den Antrag.',
      'Wenn die Tage größer als 10 sind, unterschreibt der Vorstand.',
      'Andernfalls unterschreibt das Team.',
      'Wenn der Antrag abgelehnt ist, weiter mit Schritt 1.',
    );
    assert.equal(german[0]?.actor, 'Personalabteilung');
    assert.equal(german[1]?.condition?.expression?.kind, 'compare');
    assert.equal(german[2]?.otherwise, true);
    assert.deepEqual([german[3]?.onlyGoes, german[3]?.condition?.entity], [true, 'antrag']);
    const french = stepsIn(
      'fr',
      'Le client signe la commande.',
      'Si le total est supérieur à 100, le directeur valide la commande.',
      'Sinon, la commande est validée par le système.',
    );
    assert.equal(french[0]?.actor, 'Client');
    assert.equal(french[1]?.condition?.expression?.kind, 'compare');
    assert.equal(french[2]?.otherwise, true);
    const korean = stepsIn(
      'ko',
      '담당자가 주문을 확인',
      '그렇지 않으면 주문을 반려',
      '1단계로 돌아간다',
    );
    assert.equal(korean[0]?.actor, '담당자');
    assert.equal(korean[1]?.otherwise, true);
    assert.match(korean[2]?.next ?? '', /step-1$/);
  });

  test('a step that a process does is no open question', () => {
    const text = `${data.en}1. The clerk submits the order.\n2. If the total is above 1000, the manager must approve the order.\n`;
    const { value, coverage } = readRequirements({ document: 'x.md', text });
    assert.deepEqual(value?.system.questions, []);
    assert.equal(coverage.question, 0);
  });
});
