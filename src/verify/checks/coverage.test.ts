import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { root } from '../../../scripts/root.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { abuseGroups } from '../abuse/groups.ts';
import { behaviourGroups } from '../behaviour/groups.ts';
import { collectChecks } from './check.ts';
import { createSubject } from './subject.ts';

/** Clauses that no check of these suites cites, and why. */
const exempt: Readonly<Record<string, string>> = {
  'SP-14.1': 'the same suites run on both databases; which one it is can not be seen over HTTP',
  'SP-14.2': 'migrations: the tests of the target start it on databases of older versions',
  'SP-14.3': 'the schema of the database is not visible over HTTP',
  'SP-14.4': 'kill -9: the slow tests of the target do it to the process',
  'SP-13.6': 'the gate boot starts the service with wrong settings',
  'SP-13.7': 'start-service.ts relies on it: no gate would get a URL otherwise',
  'SP-15.1': 'about the folder: the gates artefacts and tests',
  'SP-15.2': 'about the folder: the gate artefacts',
  'SP-16.1':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.2':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.3':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.4':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.5':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.6':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.7':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
  'SP-16.8':
    'about contracts that are given: the gates contract and fuzz, and the tests of the target',
};

const profile = readFileSync(join(root, 'docs', 'service-profile.md'), 'utf8');
const clauses = [...profile.matchAll(/^\| (SP-\d+\.\d+) \|/gm)].map((match) => match[1] ?? '');

function checksOf(blueprint: ReturnType<typeof notes>) {
  const [service] = blueprint.system.services;
  if (!service) throw new Error('No service.');
  const subject = createSubject(blueprint, service, createContract({ blueprint, service }));
  return collectChecks([...behaviourGroups, ...abuseGroups], subject);
}

describe('the checks', () => {
  const checks = checksOf(workshop());

  it('hold a service to every clause of the profile that can be seen from outside', () => {
    const cited = new Set(checks.map(({ clause }) => clause));
    const missing = clauses.filter((clause) => !cited.has(clause) && !(clause in exempt));
    const needless = Object.keys(exempt).filter((clause) => cited.has(clause));
    assert.deepEqual({ missing, needless }, { missing: [], needless: [] });
  });

  it('cite clauses that exist', () => {
    const unknown = checks
      .map(({ clause }) => clause)
      .filter((clause) => !clauses.includes(clause));
    assert.deepEqual(unknown, []);
  });

  it('have names that tell them apart', () => {
    for (const group of [behaviourGroups, abuseGroups]) {
      const [service] = workshop().system.services;
      if (!service) throw new Error('No service.');
      const blueprint = workshop();
      const subject = createSubject(blueprint, service, createContract({ blueprint, service }));
      const names = collectChecks(group, subject).map(({ clause, name }) => `${clause} ${name}`);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      assert.deepEqual(twice, []);
    }
  });

  it('ask a public service for nothing that it has not', () => {
    const cited = new Set(checksOf(notes()).map(({ clause }) => clause));
    for (const clause of ['SP-6.1', 'SP-7.3', 'SP-6.9', 'SP-8.2'])
      assert.ok(!cited.has(clause), clause);
  });
});
