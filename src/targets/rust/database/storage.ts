import { sqlStorage } from '../../shared/migrations/sql/sql-storage.ts';

/** How services in Rust keep values; `src/database` of the service reads and writes them. */
export const storage = sqlStorage(18);
