import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountMutants } from '../scripts/mutants/account-mutants.ts';
import { fieldMutants } from '../scripts/mutants/field-mutants.ts';
import { httpMutants } from '../scripts/mutants/http-mutants.ts';
import { recordMutants } from '../scripts/mutants/record-mutants.ts';
import { applyMutant } from '../scripts/mutants/mutant.ts';
const dir = '/tmp/pw-mut';
let caught = 0, n = 0;
for (const m of [...httpMutants, ...recordMutants, ...fieldMutants, ...accountMutants]) {
  const file = join(dir, m.file); const text = readFileSync(file, 'utf8');
  let changed: string;
  try { changed = applyMutant(m, text); } catch (e) { console.log('NA', m.file, m.name); continue; }
  writeFileSync(file, changed);
  const r = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none', 'test/**/*.test.ts'], { cwd: dir, encoding: 'utf8', timeout: 60000 });
  writeFileSync(file, text);
  n++; if (r.status !== 0) caught++; else console.log('MISSED', m.file, '-', m.name);
}
console.log(`${caught} of ${n} caught`);
