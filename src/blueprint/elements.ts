import type { ApiOperation } from './api/api-operation.ts';
import type { Collection } from './api/collection.ts';
import type { Blueprint } from './blueprint.ts';
import type { DecisionTable } from './decision-table.ts';
import type { Entity, Key } from './entity.ts';
import type { Event } from './event.ts';
import type { Field } from './field.ts';
import type { Integration } from './integration.ts';
import type { Lifecycle, State, Transition } from './lifecycle.ts';
import type { OpenQuestion } from './open-question.ts';
import type { Permission } from './permission.ts';
import type { Process, Step } from './process.ts';
import type { Quality } from './quality.ts';
import type { Role } from './role.ts';
import type { Rule } from './rule.ts';
import type { Service } from './service.ts';
import type { Story } from './story.ts';

/** The node types, by the name of their kind. */
interface Nodes {
  readonly system: Blueprint['system'];
  readonly service: Service;
  readonly operation: ApiOperation;
  readonly collection: Collection;
  readonly entity: Entity;
  readonly field: Field;
  readonly key: Key;
  readonly lifecycle: Lifecycle;
  readonly state: State;
  readonly transition: Transition;
  readonly rule: Rule;
  readonly event: Event;
  readonly permission: Permission;
  readonly 'decision-table': DecisionTable;
  readonly role: Role;
  readonly story: Story;
  readonly process: Process;
  readonly step: Step;
  readonly integration: Integration;
  readonly quality: Quality;
  readonly question: OpenQuestion;
}
export type ElementKind = keyof Nodes;

/**
 * What each kind is in ArchiMate 3.2:
 *
 * | blueprint | ArchiMate | why |
 * |---|---|---|
 * | system | Grouping | all that belongs together |
 * | service | ApplicationComponent | an encapsulated, deployable part; its API is an ApplicationService |
 * | operation | ApplicationInterface | a point of access to the behaviour behind it |
 * | entity, field, key, collection | DataObject | data structured for automated processing |
 * | lifecycle | ApplicationProcess | behaviour in a given order |
 * | state | Meaning | the interpretation of a data object |
 * | transition, decision table | ApplicationFunction | automated behaviour |
 * | rule, permission | Constraint | limits what the realisation may do |
 * | event | ApplicationEvent | a change of state that others can see |
 * | role | BusinessRole | responsibilities that actors take on |
 * | process, step | BusinessProcess | what people do, in order |
 * | integration | ApplicationComponent | a system outside of ours |
 * | story | Goal | what somebody wants to reach |
 * | quality | Requirement | a property that the system must have |
 * | question | Assessment | the result of looking at the requirements |
 */
export const archimateTypes = {
  system: 'Grouping',
  service: 'ApplicationComponent',
  operation: 'ApplicationInterface',
  collection: 'DataObject',
  entity: 'DataObject',
  field: 'DataObject',
  key: 'DataObject',
  lifecycle: 'ApplicationProcess',
  state: 'Meaning',
  transition: 'ApplicationFunction',
  rule: 'Constraint',
  event: 'ApplicationEvent',
  permission: 'Constraint',
  'decision-table': 'ApplicationFunction',
  role: 'BusinessRole',
  story: 'Goal',
  process: 'BusinessProcess',
  step: 'BusinessProcess',
  integration: 'ApplicationComponent',
  quality: 'Requirement',
  question: 'Assessment',
} as const satisfies Record<ElementKind, string>;

/** A node of the blueprint, with its kind and its place. Ids are unique among the nodes of one kind. */
export type BlueprintElement = {
  readonly [K in ElementKind]: {
    readonly kind: K;
    readonly archimate: (typeof archimateTypes)[K];
    readonly node: Nodes[K];
    /** The element that holds it; absent for the system. */
    readonly parent?: BlueprintElement;
  };
}[ElementKind];

/** Every node of a blueprint, parents before children, in the order of the blueprint. */
export function elements(blueprint: Blueprint): readonly BlueprintElement[] {
  const all: BlueprintElement[] = [];
  const visit = (element: BlueprintElement) => {
    all.push(element);
    for (const child of childrenOf(element)) visit(child);
  };
  visit({ kind: 'system', archimate: archimateTypes.system, node: blueprint.system });
  return all;
}

/** The properties of a node that hold nodes of their own. */
export const childProperties: Readonly<Partial<Record<ElementKind, readonly string[]>>> = {
  system: ['roles', 'services', 'processes', 'stories', 'integrations', 'qualities', 'questions'],
  service: ['operations', 'collections', 'entities', 'permissions', 'decisionTables', 'events'],
  entity: ['fields', 'keys', 'lifecycle', 'rules'],
  lifecycle: ['states', 'transitions'],
  process: ['steps'],
};

function childrenOf(parent: BlueprintElement): readonly BlueprintElement[] {
  const all = <K extends ElementKind>(kind: K, nodes: readonly Nodes[K][]) =>
    nodes.map(
      (node) => ({ kind, archimate: archimateTypes[kind], node, parent }) as BlueprintElement,
    );
  switch (parent.kind) {
    case 'system': {
      const { roles, services, processes, stories, integrations, qualities, questions } =
        parent.node;
      return [
        ...all('role', roles),
        ...all('service', services),
        ...all('process', processes),
        ...all('story', stories),
        ...all('integration', integrations),
        ...all('quality', qualities),
        ...all('question', questions),
      ];
    }
    case 'service': {
      const { entities, permissions, decisionTables, events } = parent.node;
      const { operations = [], collections = [] } = parent.node;
      return [
        ...all('operation', operations),
        ...all('collection', collections),
        ...all('entity', entities),
        ...all('permission', permissions),
        ...all('decision-table', decisionTables),
        ...all('event', events),
      ];
    }
    case 'entity': {
      const { fields, keys, lifecycle, rules } = parent.node;
      return [
        ...all('field', fields),
        ...all('key', keys),
        ...all('lifecycle', lifecycle ? [lifecycle] : []),
        ...all('rule', rules),
      ];
    }
    case 'lifecycle':
      return [...all('state', parent.node.states), ...all('transition', parent.node.transitions)];
    case 'process':
      return all('step', parent.node.steps);
    default:
      return [];
  }
}
