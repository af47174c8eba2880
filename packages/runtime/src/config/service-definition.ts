import type { SourceSpan } from './diagnostic.ts';

/** One service as the files describe it, merged. */
export type ServiceDefinition = ClassDefinition | ProcessDefinition | RemoteDefinition;

interface Described {
  readonly id: string;
  /** The place of a part of it, such as `/class` or `/config/port`; of the nearest part around it. */
  readonly locate: (pointer: string) => SourceSpan | undefined;
}

/** A class that is hosted in process. */
export interface ClassDefinition extends Described {
  readonly kind: 'class';
  readonly module: string;
  /** Folder of the file that names the module. */
  readonly folder: string;
  readonly class: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Pointers into `config` whose text came from the environment. */
  readonly filled: ReadonlySet<string>;
}

/** A child process that answers HTTP. */
export interface ProcessDefinition extends Described {
  readonly kind: 'process';
  /** Undefined where the folder says it: a forged service. */
  readonly command: string | undefined;
  readonly args: readonly string[];
  /** Absolute. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  readonly health: string;
}

/** An HTTP service that runs somewhere else. */
export interface RemoteDefinition extends Described {
  readonly kind: 'remote';
  readonly url: string;
  readonly health: string;
}

/** The same but for the place where it is written. */
export const withoutPlace = (definition: ServiceDefinition) => ({ ...definition, locate: null });
