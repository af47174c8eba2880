import { storedSecret } from '../db/stored-secret.ts';
import type { IdentityFactory } from '../identity.ts';
import { Accounts } from './accounts.ts';
import { authenticator } from './authenticate.ts';
import { addMemberRoutes } from './members.ts';
import { nobody } from './passwords.ts';
import { addEntryRoutes, addSessionRoutes } from './routes.ts';
import { Tokens } from './tokens.ts';

/** Callers log in. Without roles every account is alone in its tenant. */
export function accounts(roles: readonly string[]): IdentityFactory {
  return async (records, config, pageSize) => {
    const secret = config.jwtSecret ?? (await storedSecret(records.database, 'jwt-secret'));
    const tokens = new Tokens(secret);
    const all = new Accounts(records);
    // The first log-in must not take longer because the hash to compare with is made then.
    void nobody();
    return {
      authenticate: authenticator(all, tokens, config),
      addOpenRoutes: (app) => addEntryRoutes(app, all, tokens),
      addRoutes(app) {
        addSessionRoutes(app, all);
        if (roles.length > 0) addMemberRoutes(app, all, roles, pageSize);
      },
    };
  };
}
