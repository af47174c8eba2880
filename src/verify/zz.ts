import { verifyService } from './verify-service.ts';
import { verificationTable } from './report/verification-table.ts';
const [dir, ...gates] = process.argv.slice(2);
const r = await verifyService({
  directory: dir!,
  ...(gates.length ? { gates } : {}),
  signal: AbortSignal.timeout(280000),
  onEvent: (e) => {
    if (e.kind === 'ended')
      console.error(
        e.gate,
        e.report.verdict,
        e.report.durationMs,
        e.report.summary,
        e.report.reason ?? '',
      );
  },
});
if (!r.value) console.log(r.diagnostics);
else console.log(verificationTable(r.value, { measured: true, findings: 25 }));
