import type { GateEvent, Verification } from '#verify';
import type { Output } from './output.ts';
import type { Stage, StageOwner } from './stage.ts';

/** Findings of one gate that are shown in full; the rest is in the report. */
const SHOWN = 5;

/** Shows gates as stages, and what they found as diagnostics with the command that shows it again. */
export function gateStages(output: Output): {
  readonly onEvent: (event: GateEvent, of?: StageOwner) => void;
  readonly tellFindings: (verification: Verification) => Promise<void>;
} {
  const stages = new Map<string, Stage>();
  return {
    onEvent(event, of) {
      if (event.kind === 'started') stages.set(event.gate, output.stage(event.title, of));
      else if (event.kind === 'progress') stages.get(event.gate)?.update(event.text);
      else {
        const { verdict, summary, reason } = event.report;
        const stage = stages.get(event.gate);
        if (verdict === 'passed') stage?.done(summary);
        else if (verdict === 'failed') stage?.fail(summary);
        else stage?.skip(reason ?? '');
      }
    },
    async tellFindings(verification) {
      const gates = verification.gates.filter(({ findings }) => findings.length > 0);
      if (gates.length === 0 || output.mode === 'json') return;
      const { verificationTable } = await import('#verify');
      output.line();
      output.line(
        verificationTable(
          { ...verification, gates },
          { measured: false, findings: SHOWN },
        ).trimEnd(),
      );
    },
  };
}
