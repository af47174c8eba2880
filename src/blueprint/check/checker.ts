import type { Diagnostic } from '#diagnostics';
import type { Blueprint } from '../blueprint.ts';
import { blueprintDiagnostics } from '../blueprint.diagnostics.ts';
import type { Entity } from '../entity.ts';
import type { Field } from '../field.ts';
import type { Node } from '../node.ts';
import type { Service } from '../service.ts';

type Codes = typeof blueprintDiagnostics.table;
type Params<C extends keyof Codes> = Parameters<typeof blueprintDiagnostics.create<C>>[1];

/** Collects what is wrong, at the place in the requirements that the node was read from. */
export class Checker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #roles: ReadonlySet<string>;

  constructor(blueprint: Blueprint) {
    this.#roles = new Set(['owner', ...blueprint.system.roles.map(({ name }) => name)]);
  }

  report<C extends keyof Codes>(code: C, params: Params<C>, node: Pick<Node, 'sources'>): void {
    this.diagnostics.push(blueprintDiagnostics.create(code, params, node.sources[0]));
  }

  /** Reports every name that an earlier node has already. */
  unique<T extends Pick<Node, 'sources'>>(
    nodes: readonly T[],
    nameOf: (node: T) => string,
    where: string,
  ): void {
    const seen = new Set<string>();
    for (const node of nodes) {
      const name = nameOf(node);
      if (seen.has(name)) this.report('duplicate-name', { name, where }, node);
      seen.add(name);
    }
  }

  /** A field that shows the role of an account has a value for each. */
  rolesIn(field: Field): void {
    if (field.type.kind !== 'enum') return;
    const values = new Set(field.type.values.map(({ value }) => value));
    for (const role of this.#roles) {
      if (!values.has(role)) this.report('missing-role', { id: field.id, role }, field);
    }
  }

  role(name: string, node: Node): void {
    if (!this.#roles.has(name)) this.report('unknown-role', { id: node.id, role: name }, node);
  }
}

/** What the checks of one service share. */
export interface ServiceScope {
  readonly checker: Checker;
  readonly service: Service;
  readonly entities: ReadonlyMap<string, Entity>;
}
