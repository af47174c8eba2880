import { sqlStorage } from '../../shared/migrations/sql/sql-storage.ts';

/** How services in TypeScript keep values; `src/fields` of the service reads and writes them. */
export const storage = sqlStorage(15);
