import type { ForgeEvent } from '#forge';
import type { Verification } from '#verify';
import { gateStages } from './gate-stages.ts';
import type { Output } from './output.ts';
import type { ReadBlueprint } from './read-blueprint.ts';
import type { Stage } from './stage.ts';

/** Shows the way from requirements to a published service as stages. */
export function forgeStages(output: Output): {
  readonly understood: (read: ReadBlueprint) => void;
  /** The requirements were refused; the diagnostics say why. */
  readonly refused: () => void;
  readonly tellFindings: (verification: Verification) => Promise<void>;
  readonly onEvent: (event: ForgeEvent) => void;
} {
  const stages = new Map<string, Stage>();
  const gates = gateStages(output);
  const reading = output.stage('read requirements');
  return {
    refused: () => reading.fail(),
    tellFindings: gates.tellFindings,
    understood({ blueprint, coverage }) {
      const { services, questions } = blueprint.system;
      const entities = services.flatMap((service) => service.entities);
      const fields = entities.reduce((sum, entity) => sum + entity.fields.length, 0);
      reading.done(
        `${entities.length} entities, ${fields} fields, ${coverage.used} of ${coverage.total} lines used, ${questions.length} open questions`,
      );
    },
    onEvent(event) {
      if (event.kind === 'gate') gates.onEvent(event.gate, event.of);
      else if (event.state === 'started')
        stages.set(event.name, output.stage(event.name, event.of));
      else if (event.state === 'ended') stages.get(event.name)?.done(event.detail);
      else stages.get(event.name)?.fail(event.detail);
    },
  };
}
