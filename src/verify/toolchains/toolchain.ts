/** What a gate can ask a target's toolchain to do in a service's folder. */
export type Tool = 'format' | 'types' | 'tests';

/** A program and its arguments; `node` as the program is the Node that runs us. */
export type Command = readonly [string, ...string[]];

/** What ran when the service's own tests ran. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/** How services of one target are installed, checked and started: data of the target, not of verify. */
export interface Toolchain {
  /** The name of the target. */
  readonly target: string;
  /** A function is given the service's folder. */
  readonly tools: Readonly<Record<Tool, Command | ((directory: string) => Command)>>;
  readonly start: Command;
  /**
   * Makes the dependencies available in `directory`; the result takes them away again.
   * @throws ToolchainMissing
   */
  install(host: InstallHost): Promise<Installed>;
  /** Reads the output of `tools.tests`; undefined when it says nothing about tests. */
  readonly testCounts: (output: string) => TestCounts | undefined;
}

/** What an installation may use. */
export interface InstallHost {
  readonly directory: string;
  /** Where dependencies are kept between runs. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** Runs a command in a folder, with a clean environment. */
  execute(
    command: Command,
    cwd: string,
  ): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Dependencies that were made available. */
export interface Installed {
  remove(): Promise<void>;
}
