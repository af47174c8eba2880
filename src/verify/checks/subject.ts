import type { Blueprint, Entity, Service } from '#blueprint';
import type { Contract } from '#contract';

/** The service that checks are about, as its blueprint describes it. */
export interface Subject {
  readonly blueprint: Blueprint;
  readonly service: Service;
  /** No accounts and one tenant. */
  readonly isPublic: boolean;
  /** The names of the roles that members can have; empty for a public service. */
  readonly roles: readonly string[];
  /** The entities with all operations: all but the account. */
  readonly resources: readonly Entity[];
  readonly account?: Entity;
  /** Every operation of the contract. */
  readonly operations: readonly ServiceOperation[];
}

/** A method on a path of the contract, such as `GET` on `/api/orders/{id}`. */
export interface ServiceOperation {
  readonly method: string;
  readonly path: string;
  /** It needs an account. */
  readonly secured: boolean;
}

export function createSubject(
  blueprint: Blueprint,
  service: Service,
  { openapi }: Contract,
): Subject {
  const isPublic = service.access === 'public';
  const account = service.entities.find((entity) => entity.account);
  return {
    blueprint,
    service,
    isPublic,
    roles: isPublic ? [] : blueprint.system.roles.map(({ name }) => name),
    resources: service.entities.filter((entity) => !entity.account),
    ...(account && { account }),
    // What a contract that was given says is tried by the fuzzer.
    operations: Object.entries(service.document ? {} : openapi.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        secured: (operation.security ?? openapi.security ?? []).length > 0,
      })),
    ),
  };
}

/** The path of an entity's list. */
export function pathOf(entity: Entity): string {
  return `/api/${entity.plural}`;
}
