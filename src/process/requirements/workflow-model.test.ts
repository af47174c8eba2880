import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Blueprint } from '#blueprint';
import { readRequirements } from '#intake';
import { sweep } from '../../../test/support/sweep.ts';
import { readBpmn } from '../bpmn/read-bpmn.ts';
import { writeBpmn } from '../bpmn/write-bpmn.ts';
import { deployProcess } from '../deploy/deploy-process.ts';
import { formulaMaker } from '../engine/formulas.ts';
import { simulate } from '../host/simulate.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { checkSoundness } from '../soundness/check-soundness.ts';
import { workflowFiles } from './workflow-files.ts';
import { workflowModel } from './workflow-model.ts';

const ORDERS = `# Purchasing

## Entities
- Order: number (string), total (money), due date (date), status (draft, submitted, approved, rejected, received)

## Roles
- Clerk: creates orders
- Manager: approves orders

## Order lifecycle
draft → submitted → approved or rejected → received

## Order workflow
`;

function blueprintOf(...lines: readonly string[]): Blueprint {
  const text = ORDERS + lines.map((line, at) => `${at + 1}. ${line}\n`).join('');
  const { value } = readRequirements({ document: 'prd.md', text });
  assert.ok(value);
  return value;
}

async function modelOf(...lines: readonly string[]): Promise<ProcessModel> {
  const model = await workflowModel(blueprintOf(...lines));
  assert.ok(model);
  return model;
}

/** The tasks that are done, in their order. */
async function played(model: ProcessModel, data: Readonly<Record<string, unknown>> = {}) {
  const { value, diagnostics } = deployProcess(model, await formulaMaker());
  assert.ok(value, diagnostics[0]?.message);
  assert.equal(checkSoundness(model).verdict, 'sound');
  const jobs: string[] = [];
  const { status } = await simulate(value, {
    data,
    answer(errand) {
      if (errand.kind === 'propose')
        return { kind: 'propose', job: errand.job, choice: errand.options[0] };
      if (errand.kind !== 'perform') return undefined;
      jobs.push(errand.node.replace('order-workflow.step-', ''));
      return { kind: 'complete', job: errand.job };
    },
  });
  assert.equal(status, 'completed');
  return jobs.join(' ');
}

const nodes = (model: ProcessModel) =>
  model.processes.flatMap((process) => process.nodes.map(({ type }) => type)).toSorted();

describe('a workflow as a process', () => {
  test('roles are lanes, steps tasks that name their lines and transitions', async () => {
    const model = await modelOf(
      'The clerk creates the order and submits it.',
      'The manager approves the order.',
      'The system sends the order to the supplier.',
      'Wait 2 days.',
      'The order is received.',
    );
    const [process] = model.processes;
    assert.deepEqual(
      process?.lanes?.map(({ name, nodes: inside }) => [name, inside.length]),
      [
        ['Clerk', 2],
        ['Manager', 1],
        ['Purchasing', 4],
      ],
    );
    const [, submit, , send, wait] = process.nodes;
    assert.deepEqual(submit?.blueprint, ['process/order-workflow/step-1', 'order/status/submit']);
    assert.match(submit.documentation ?? '', /\(prd\.md:14\)$/);
    assert.equal(send?.type, 'serviceTask');
    assert.deepEqual(wait?.event, { type: 'timer', after: 'P2D' });
    assert.match(process.nodes[5]?.documentation ?? '', /not said: assumed/);
    assert.equal(await played(model), '1 2 3 5');
  });

  test('conditions on a record are FEEL, of others the orchestrator proposes', async () => {
    const model = await modelOf(
      'The clerk creates the order.',
      'If the total is above 1000, the manager approves the order.',
      'Otherwise, the system approves the order.',
      'If the parcel is heavy, call the carrier.',
      'Send the parcel.',
    );
    const whens = model.processes[0]?.flows.flatMap(({ when }) => when ?? []);
    assert.deepEqual(whens, ['number(order.total) > 1000']);
    const chosen = model.processes[0]?.nodes.filter(({ chosenBy }) => chosenBy);
    assert.deepEqual(
      chosen?.map(({ id }) => id),
      ['order-workflow.step-4.choice'],
    );
    assert.equal(await played(model, { order: { total: '1000.01' } }), '1 2 4 5');
    assert.equal(await played(model, { order: { total: '1000.00' } }), '1 3 4 5');
    assert.equal(await played(model), '1 3 4 5');
  });

  test('one can go back, and nobody goes round for ever by default', async () => {
    const model = await modelOf(
      'The clerk writes the order.',
      'The manager approves or rejects the order.',
      'If the order is rejected, go back to step 1.',
      'If the price is wrong, tell the clerk and go back to step 2.',
      'Print the order and repeat from step 4.',
    );
    assert.equal(await played(model, { order: { status: 'approved' } }), '1 2 5');
    assert.ok(!nodes(model).includes('parallelGateway'));
  });

  test('a state that is final ends it, unless the next step says what happens then', async () => {
    const lines = ['The clerk submits the order.', 'The manager approves or rejects the order.'];
    const model = await modelOf(...lines, 'Send the order.');
    assert.equal(await played(model, { order: { status: 'rejected' } }), '1 2');
    assert.equal(await played(model, { order: { status: 'approved' } }), '1 2 3');
    const told = await modelOf(...lines, 'If the order is rejected, tell the clerk.');
    assert.equal(await played(told, { order: { status: 'rejected' } }), '1 2 3');
  });

  test('what is done side by side is joined again', async () => {
    const model = await modelOf(
      'The clerk sends the order.',
      'In parallel, if the total is above 10, the manager signs it.',
      'Meanwhile, the system prints it.',
      'File it.',
    );
    assert.equal(nodes(model).filter((type) => type === 'parallelGateway').length, 2);
    assert.equal(await played(model, { order: { total: '9' } }), '1 3 4');
  });

  test('the document is BPMN without loss, drawn, and the same every time', async () => {
    const lines = ['The clerk submits the order.', 'If the total is above 5, the manager signs.'];
    const model = await modelOf(...lines);
    const xml = writeBpmn(model).value ?? '';
    const { bpmn: _sideCar, ...read } = readBpmn(xml, 'x.bpmn').value?.model ?? assert.fail();
    assert.deepEqual(read, model);
    assert.deepEqual(await modelOf(...lines), model);
    assert.equal(Object.keys(model.diagram?.edges ?? {}).length, model.processes[0]?.flows.length);
  });

  test('a service gets its workflows as files; without one there are none', async () => {
    const blueprint = blueprintOf('The clerk | submits <the> order.', 'The manager approves it.');
    const [service] = blueprint.system.services;
    assert.ok(service);
    const files = await workflowFiles(blueprint, service);
    assert.deepEqual(
      files.map(({ path, owner }) => [path, owner]),
      [
        ['processes/order-workflow.bpmn', 'generated'],
        ['processes/order-workflow.json', 'generated'],
        ['processes/order-workflow.svg', 'generated'],
        ['processes/README.md', 'generated'],
      ],
    );
    assert.match(String(files[3]?.content), /\| 1 \| The clerk \\\| submits \\<the\\> order\. \|/);
    const none = { ...blueprint, system: { ...blueprint.system, processes: [] } };
    assert.deepEqual(await workflowFiles(none, service), []);
    assert.equal(await workflowModel(none), undefined);
  });

  test('steps as people write them, in many orders, are always sound and come to an end', async () => {
    const pieces = [
      'The clerk submits the order.',
      'If the total is above 5, the manager approves or rejects the order.',
      'Otherwise, the system approves it.',
      'If it is heavy, call the carrier; otherwise send it.',
      'In parallel, print it.',
      'Wait 3 hours.',
      'If the order is rejected, go back to step 2.',
      'Go to step 5.',
      'The manager approves or rejects the order.',
      'Return to step 1 if the goods are damaged.',
      'Meanwhile, go back to step 3.',
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < sweep(6, 60); round += 1) {
      const lines = Array.from(
        { length: 2 + random(8) },
        () => pieces[random(pieces.length)] ?? '',
      );
      const model = await modelOf(...lines);
      const status = ['approved', 'rejected', 'draft'][random(3)];
      // Somebody approves in the end: data that never changes may go round.
      const data = {
        order: { total: String(random(10)), status: status === 'rejected' ? 'approved' : status },
      };
      await played(model, data);
    }
  });
});
