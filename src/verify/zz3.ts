import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { verifyService } from './verify-service.ts';
const { applyMutant } = await import('/work/main/scripts/mutants/mutant.ts');
const all: any[] = [];
for (const f of ['http', 'record', 'field', 'account']) all.push(...(await import(`/work/main/scripts/mutants/${f}-mutants.ts`))[`${f}Mutants`]);
const gates = process.argv.slice(2);
let next = 0, missed = 0;
const t = performance.now();
await Promise.all([1, 2].map(async (n) => {
  for (;;) {
    const m = all[next++]; if (!m) return;
    const dir = `/tmp/vf/m${n}`;
    rmSync(dir, { recursive: true, force: true }); cpSync('/tmp/vf/workshop', dir, { recursive: true });
    let said: string;
    try {
      const file = `${dir}/${m.file}`;
      writeFileSync(file, applyMutant(m, readFileSync(file, 'utf8')));
      const r = await verifyService({ directory: dir, gates, stopAtFirst: true, slots: 1, signal: AbortSignal.timeout(120000) });
      const red = r.value!.gates.find((g) => g.verdict === 'failed');
      said = red ? `${red.name}: ${red.findings[0]?.code} ${red.findings[0]?.message.slice(0, 90).replaceAll('\n', ' ')}` : 'MISSED';
    } catch (e) { said = 'ERROR ' + String(e).slice(0, 150); }
    if (said === 'MISSED') missed++;
    console.log(`${said.padEnd(12)} <= ${m.file}: ${m.name}`);
  }
}));
console.log(all.length, 'missed', missed, Math.round((performance.now() - t) / 1000), 's');
