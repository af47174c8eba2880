import { enableCompileCache } from 'node:module';

// What was compiled once is not compiled again at the next start.
enableCompileCache();
const [{ start }, { service }] = await Promise.all([import('./start.ts'), import('./service.ts')]);
await start(service);
