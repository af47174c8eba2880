import { verifyService } from './verify-service.ts';
import { writeService } from '/work/main/test/support/write-service.ts';
import { randomBlueprint } from '/work/main/test/support/random-blueprint.ts';
import { readFileSync, writeFileSync } from 'node:fs';
const [from, to, ...gates] = process.argv.slice(2);
for (let seed = Number(from); seed <= Number(to); seed++) {
  const dir = '/tmp/vf/r' + seed;
  try {
    await writeService(randomBlueprint(seed), dir);
    const patch = (f: string, a: string, b: string) =>
      writeFileSync(dir + '/' + f, readFileSync(dir + '/' + f, 'utf8').replace(a, b));
    patch(
      'src/records/list.ts',
      "operator === 'contains' ? undefined",
      "operator === 'contains' || operator === 'null' ? undefined",
    );
    patch(
      'src/app.ts',
      'throw methods ? methodNotAllowed(methods)',
      'throw methods && !methods.includes(request.method) ? methodNotAllowed(methods)',
    );
    const t = performance.now();
    const r = await verifyService({
      directory: dir,
      gates,
      seed,
      signal: AbortSignal.timeout(120000),
    });
    const f = r
      .value!.gates.flatMap((g) => g.findings)
      .filter((f) => !f.message.includes('/auth/login') && !/: null, which/.test(f.message));
    console.log(
      seed,
      r.value!.verdict,
      Math.round(performance.now() - t),
      r.value!.gates.map((g) => g.summary || g.reason).join(' | '),
      f.length,
    );
    
      console.log('   ', x.code, x.message.slice(0, 330), '\n       ', x.curl?.slice(-400));
  } catch (e) {
    console.log(seed, e);
  }
}
