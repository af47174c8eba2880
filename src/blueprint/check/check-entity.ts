import type { Entity } from '../entity.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { jsonName, writableFields } from '../properties.ts';
import { checkCondition } from './check-expression.ts';
import { checkField } from './check-field.ts';
import type { ServiceScope } from './checker.ts';

/** The properties of every record, which the service sets. */
const ofEveryRecord = ['id', 'createdAt', 'updatedAt'];
/** What registering asks for beside the fields of the account entity. */
const ofEveryAccount = ['email', 'password', 'roles'];

/** Checks one entity: its fields, keys, lifecycle and rules. */
export function checkEntity(scope: ServiceScope, entity: Entity): void {
  const { checker } = scope;
  checker.unique(entity.fields, ({ name }) => name, `among the fields of ${entity.name}`);
  checker.unique(entity.fields, jsonName, `among the JSON names of ${entity.name}`);
  for (const field of entity.fields) {
    if (ofEveryRecord.includes(jsonName(field))) {
      checker.report('reserved-name', { name: field.name, id: entity.id }, field);
    }
    checkField(scope, entity, field);
  }
  for (const field of entity.account ? writableFields(entity) : []) {
    if (ofEveryAccount.includes(jsonName(field))) {
      checker.report('reserved-name', { name: field.name, id: entity.id }, field);
    }
  }
  const known = new Set(entity.fields.map(({ name }) => name));
  for (const node of [...entity.keys, ...entity.rules]) {
    for (const field of node.fields) {
      if (!known.has(field)) {
        checker.report('unknown-field', { id: node.id, field, entity: entity.id }, node);
      }
    }
  }
  if (entity.lifecycle) checkLifecycle(scope, entity, entity.lifecycle);
  for (const rule of entity.rules) checkCondition(scope, entity, rule, rule.expression);
}

function checkLifecycle(scope: ServiceScope, entity: Entity, lifecycle: Lifecycle): void {
  const { checker } = scope;
  const { id, initial, states, transitions } = lifecycle;
  const say = (problem: string) => checker.report('bad-lifecycle', { id, problem }, lifecycle);
  const field = entity.fields.find(({ name }) => name === lifecycle.field);
  if (field?.type.kind !== 'enum') say(`'${lifecycle.field}' is not an enum of '${entity.id}'`);
  else {
    const values = new Set(field.type.values.map(({ value }) => value));
    for (const { value } of states) {
      if (!values.has(value)) say(`the state '${value}' is not among its values`);
    }
    if (field.readOnly) say('it is read-only, so that no transition can be taken');
    if (field.default?.kind === 'value' && field.default.value !== initial) {
      say(`its default is not the initial state '${initial}'`);
    }
  }
  const known = new Set(states.map(({ value }) => value));
  for (const value of [initial, ...transitions.flatMap(({ from, to }) => [...from, to])]) {
    if (!known.has(value)) say(`'${value}' is not among its states`);
  }
  checker.unique(states, ({ value }) => value, `among the states of ${entity.name}`);
  checker.unique(transitions, ({ name }) => name, `among the transitions of ${entity.name}`);
  for (const transition of transitions) {
    for (const role of transition.roles) checker.role(role, transition);
    if (transition.guard) checkCondition(scope, entity, transition, transition.guard);
  }
}
