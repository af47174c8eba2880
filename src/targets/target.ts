import type { Blueprint, Service } from '#blueprint';
import type { Contract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import type { FileTree } from '#files';

/** What a target generates from. */
export interface TargetInput {
  readonly blueprint: Blueprint;
  /** The service of the blueprint to generate. */
  readonly service: Service;
  readonly contract: Contract;
}

/** What a target gives: the whole folder, and what it cannot do as diagnostics. */
export interface TargetOutput {
  readonly files: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** A generator for one stack: a pure function of its input. */
export interface Target {
  /** As in `--target typescript`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** It serves contracts that the requirements give (`service.document`), too. */
  readonly servesGiven?: true;
  generate(input: TargetInput): TargetOutput;
}
