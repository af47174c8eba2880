import './assert-node.mjs';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchTable, type Bench, type BenchRow } from '../bench/bench.ts';
import { root } from './root.ts';

// npm run bench -- [--json] [area…]: runs bench/*.bench.ts one after another, so that none disturbs another.
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const files = globSync('bench/*.bench.ts', { cwd: root }).sort();
const benches: Bench[] = [];
for (const file of files) {
  benches.push(((await import(join(root, file))) as { bench: Bench }).bench);
}
const areas = [...new Set(benches.map(({ area }) => area))].sort();
const unknown = positionals.filter((area) => !areas.includes(area));
if (unknown.length > 0) {
  console.error(`bench: no area ${unknown.join(', ')}; there are ${areas.join(', ')}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.area)) continue;
  console.error(`bench: ${bench.id} …`);
  try {
    rows.push(...(await bench.run()));
  } catch (error) {
    // A failed measurement is not a measurement: named, left out, and the exit code tells.
    console.error(
      `bench: ${bench.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 1;
  }
}

const measured = rows.filter((row) => row.unavailable === undefined);
for (const row of rows) {
  if (row.unavailable !== undefined) console.error(`bench: ${row.id} left out: ${row.unavailable}`);
}
console.log(values.json ? JSON.stringify(measured, null, 2) : benchTable(measured));
