import { RuntimeError } from '../errors/runtime-error.ts';

/** A rollout cannot be done as it was asked for; nothing has been changed. */
export class RolloutRefusedError extends RuntimeError {
  constructor(service: string, reason: string) {
    super('rollout-refused', `No rollout of "${service}": ${reason}`, {
      status: 409,
      data: { service },
    });
  }
}
