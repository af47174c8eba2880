import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, benchRow, type BenchRow } from './bench.ts';
import { compareServices } from './support/compare-services.ts';
import { contestantsOf } from './support/contestants.ts';

/**
 * The generated services, each against one written by hand that runs the same SQL on the same tables and
 * gives the same answers: it knows its caller, checks what it is sent, has ETags and `If-Match`, and writes the
 * event with the record. What a generated one does besides for each request (a line of log, metrics, traces,
 * its limits, security headers, idempotency keys) it has to afford.
 */
export const bench: Bench = {
  id: 'service/handwritten',
  area: 'service',
  async run() {
    const rows: BenchRow[] = [];
    for (const [target, prepare] of Object.entries(contestantsOf)) {
      const folder = mkdtempSync(join(tmpdir(), 'bench-service-'));
      // Those of the first target have had their names since it was the only one.
      const prefix = target === 'typescript' ? 'service/' : `service/${target}-`;
      try {
        console.error(`bench: service of ${target} …`);
        const contestants = await prepare(join(folder, 'workshop'));
        rows.push(...(await compareServices(prefix, contestants, folder)));
      } catch (error) {
        if (target === 'typescript') throw error;
        const why = error instanceof Error ? error.message : String(error);
        rows.push(unavailable(`service/${target}`, why));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return rows;
  },
};

/** A machine without the language can't measure it. */
function unavailable(id: string, why: string): BenchRow {
  const row = { id, area: 'service', value: 0, unit: '×', against: 'nothing', goal: '>= 0.8' };
  return { ...benchRow(row), unavailable: why };
}
