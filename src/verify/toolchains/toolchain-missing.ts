/** This machine lacks what a gate needs; the message says what, and the gate is skipped. */
export class ToolchainMissing extends Error {
  readonly code = 'toolchain-missing';
  readonly retryable = true;

  constructor(reason: string) {
    super(reason);
    this.name = 'ToolchainMissing';
  }
}
