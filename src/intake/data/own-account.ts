import type { EntityName } from './entity-name.ts';

/** "Editable fields" below "Profile", "Fields: username, password" below "Authentication". */
const own = /^(?:(?:my|own|edit|user) )?profile$|^(?:user )?authentication$/iu;

/** Fields that a lead-in announces below such a title are those of whoever is logged in. */
export function ownAccount(named: EntityName): EntityName {
  return own.test(named.name) ? { name: 'User', also: [], announced: true } : named;
}
