import type { Context } from './context.ts';
import type { ConfigOf, InputOf, InterfaceDefinition, OutputOf } from './interface.ts';

/** What a component says about itself. */
export interface ComponentMetadata<Definition extends InterfaceDefinition> {
  readonly interface: Definition;
  /** Semantic version of the code. */
  readonly version?: string;
  readonly description?: string;
}

/** How a component is. `failed` takes it out of traffic until it is better; `degraded` does not. */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly detail?: string;
}

/** What a component may use of whoever hosts it. */
export interface ComponentHost {
  /** Has `health` asked soon, rather than at the next round: something has happened. */
  readonly healthChanged: () => void;
  /** Aborts when the component is not wanted any more before `initialize` is through. */
  readonly signal: AbortSignal;
}

/** The result of `selfTest`: every check with its verdict. */
export interface SelfTest {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail?: string;
  }[];
}

/**
 * A unit that the runtime hosts. A class implements it for its interface:
 *
 *     class Greeter implements Component<typeof greeter> {
 *       readonly metadata = { interface: greeter };
 *       execute({ data, config }: ContextOf<typeof greeter>) {
 *         return { text: `${config.greeting} ${data.name}` };
 *       }
 *     }
 *
 * The configuration has been checked against the interface before a component sees it. Each method has a
 * time limit; one that throws from `initialize` or `handleConfigChange` refuses the configuration.
 */
export interface Component<Definition extends InterfaceDefinition = InterfaceDefinition> {
  readonly metadata: ComponentMetadata<Definition>;
  /** Where it answers HTTP by itself, if it does, without a slash at the end. */
  readonly url?: string;
  /** Called once before the first call. */
  initialize?(config: ConfigOf<Definition>, host: ComponentHost): void | Promise<void>;
  /** Called once after the last call has been answered. */
  shutdown?(): void | Promise<void>;
  /** Called when the configuration changes; calls that begin afterwards see the new one in `context.config`. */
  handleConfigChange?(config: ConfigOf<Definition>): void | Promise<void>;
  execute(context: ContextOf<Definition>): OutputOf<Definition> | Promise<OutputOf<Definition>>;
  /** Asked now and then; one that throws has failed. */
  health?(): Health | Promise<Health>;
  /** Asked by people and before a version takes traffic. */
  selfTest?(): SelfTest | Promise<SelfTest>;
}

/** The context that `execute` of a component with this interface gets. */
export type ContextOf<Definition extends InterfaceDefinition> = Context<
  InputOf<Definition>,
  ConfigOf<Definition>
>;

/** Any component; what the registry holds. */
// oxlint-disable-next-line typescript/no-explicit-any -- a component is contravariant in its interface: only any holds all
export type AnyComponent = Component<any>;
