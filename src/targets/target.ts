import type { Blueprint, Service } from '#blueprint';
import type { Contract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import type { FileTree } from '#files';

/** The version of a service that the one to be generated takes the place of. */
export interface PreviousVersion {
  /** What was generated then, whatever became of it since: databases were made by these migrations. */
  readonly files: readonly PreviousFile[];
  /** Files in its `migrations` folder that its user added. */
  readonly added: readonly PreviousFile[];
}

/** A file of the previous version. */
export interface PreviousFile {
  readonly path: string;
  readonly content: string;
}

/** What a target generates from. */
export interface TargetInput {
  readonly blueprint: Blueprint;
  /** The service of the blueprint to generate. */
  readonly service: Service;
  readonly contract: Contract;
  /** Absent for a new service. With it, migrations lead from its tables to the new ones. */
  readonly previous?: PreviousVersion;
  /** True: what the requirements no longer name is dropped, rather than retired. */
  readonly dropData?: boolean;
}

/** What a target gives: the whole folder, and what it cannot do as diagnostics. */
export interface TargetOutput {
  readonly files: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** A generator for one stack: a pure function of its input. It serves contracts that are given, too (SP-16). */
export interface Target {
  /** As in `--target typescript`. */
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  generate(input: TargetInput): TargetOutput;
}
