import type { Field, Reference } from '../fields/field.ts';
import type { Resource, Rule } from './resource.ts';

/** A property of a model: a field and where it is stored. */
export interface Property {
  readonly name: string;
  readonly field: Field;
  readonly column: string;
}

/** A reference to many, and the table that holds the pairs. */
export interface Link extends Property {
  readonly table: string;
  readonly reference: Reference;
}

/** A reference of another model (or the same) to this one. */
export interface Incoming {
  readonly model: Model;
  readonly property: Property;
  readonly reference: Reference;
  /** The path segment of its nested list. */
  readonly path: string;
}

/** A rule over several records, and the property by which the records of this model count for it. */
export interface Watcher {
  readonly model: Model;
  readonly rule: Rule;
  readonly property: string;
}

/** A resource with everything that follows from its definition, worked out once at start. */
export interface Model {
  readonly resource: Resource;
  readonly path: string;
  /** Properties with a column of their own. */
  readonly columns: readonly Property[];
  /** References to many. */
  readonly links: readonly Link[];
  /** References to one or to many. */
  readonly references: readonly Property[];
  /** Names that a request may set. */
  readonly writable: ReadonlySet<string>;
  /** Names that answers do not show. */
  readonly secrets: readonly string[];
  /** Unique keys by the name of their index. */
  readonly keys: ReadonlyMap<string, readonly Property[]>;
  readonly incoming: readonly Incoming[];
  /** Rules of other records that writes of this one can break. */
  readonly watchers: readonly Watcher[];
}

/** Works out the models of a service, by resource name. */
export function defineModels(resources: readonly Resource[]): ReadonlyMap<string, Model> {
  const incoming = new Map(resources.map(({ name }) => [name, [] as Incoming[]]));
  const watchers = new Map(resources.map(({ name }) => [name, [] as Watcher[]]));
  const models = new Map<string, Model>();
  for (const resource of resources) {
    const to = incoming.get(resource.name) ?? [];
    models.set(resource.name, modelOf(resource, to, watchers.get(resource.name) ?? []));
  }
  for (const model of models.values()) {
    for (const rule of model.resource.rules ?? []) {
      for (const { resource, by } of rule.several?.members ?? []) {
        watchers.get(resource)?.push({ model, rule, property: by });
      }
    }
  }
  for (const model of models.values()) {
    const { columns, links, resource } = model;
    const order = Object.keys(resource.fields);
    const ordered = [...columns, ...links].toSorted(
      (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
    );
    for (const property of ordered) {
      const reference = property.field.reference;
      if (!reference) continue;
      const rivals = ordered.filter(({ field }) => field.reference?.to === reference.to);
      const path =
        rivals.length === 1 ? resource.plural : `${resource.plural}-as-${role(property)}`;
      incoming.get(reference.to)?.push({ model, property, reference, path });
    }
  }
  return models;
}

/** `dueDate` → `due_date` */
export function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function modelOf(
  resource: Resource,
  incoming: readonly Incoming[],
  watchers: readonly Watcher[],
): Model {
  const properties = Object.entries(resource.fields).map(([name, field]) => ({
    name,
    field,
    column: field.column ?? columnName(name),
  }));
  const columns = properties.filter(({ field }) => !field.reference?.many);
  const links = properties.flatMap((property): Link[] => {
    const { reference } = property.field;
    if (!reference?.many) return [];
    return [{ ...property, reference, table: `${resource.table}__${property.column}` }];
  });
  const writable = properties.filter(({ field }) => !field.readOnly && !field.account);
  const keys = new Map<string, readonly Property[]>();
  for (const property of columns.filter(({ field }) => field.unique)) {
    keys.set(`${resource.table}_${property.column}_key`, [property]);
  }
  for (const [index, names] of Object.entries(resource.keys ?? {})) {
    keys.set(
      index,
      columns.filter(({ name }) => names.includes(name)),
    );
  }
  return {
    resource,
    path: `/api/${resource.plural}`,
    columns,
    links,
    references: properties.filter(({ field }) => field.reference),
    writable: new Set(writable.map(({ name }) => name)),
    secrets: properties.filter(({ field }) => field.secret).map(({ name }) => name),
    keys,
    incoming,
    watchers,
  };
}

/** The name of a reference in paths: `reviewerId` → `reviewer`. */
function role({ name, field }: Property): string {
  if (field.reference?.as !== undefined) return field.reference.as;
  const stem = name.slice(0, field.reference?.many ? -'Ids'.length : -'Id'.length);
  return columnName(stem).replaceAll('_', '-');
}
