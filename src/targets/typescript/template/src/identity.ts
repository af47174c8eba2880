import type { FastifyInstance } from 'fastify';
import { everyone } from './caller.ts';
import type { Authenticate } from './caller.ts';
import type { Config } from './config.ts';
import type { Records } from './records/records.ts';

/** How a service knows its callers. */
export interface Identity {
  readonly authenticate: Authenticate;
  /** Adds the routes that are open to everyone. */
  addOpenRoutes(app: FastifyInstance): void;
  /** Adds the routes for whoever is logged in. */
  addRoutes(app: FastifyInstance): void;
}

/** Makes an identity; the database is migrated by then. */
export type IdentityFactory = (
  records: Records,
  config: Config,
  pageSize: number,
) => Promise<Identity>;

/** A public service: nobody logs in, everybody may do everything. */
export const anyone: IdentityFactory = async () => ({
  authenticate: async () => everyone,
  addOpenRoutes() {},
  addRoutes() {},
});
