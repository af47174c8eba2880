// Loaded into a measured process: writes its peak of resident memory, in kB, when it ends. Linux counts
// that of the parent into maxRSS; /proc has the true one.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.BENCH_PEAK_FILE, String(peak()));
});

function peak() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
