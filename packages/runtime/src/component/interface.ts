import type { Infer } from '../schema/infer.ts';
import type { JsonSchema } from '../schema/json-schema.ts';

/** What a component promises: schemas of what goes in and out, under a name and a semantic version. */
export interface InterfaceDefinition {
  /** Lower case, with dots or dashes: `billing.invoice`. */
  readonly name: string;
  /** Semantic version of the promise, not of the code. */
  readonly version: string;
  readonly description?: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  /** Of the configuration; without it any object will do. */
  readonly config?: JsonSchema;
  /** Calling twice does the same as calling once: only then is a call retried. */
  readonly idempotent?: boolean;
  /** Reads only: answers may be cached, calls mirrored. A safe interface is idempotent too. */
  readonly safe?: boolean;
  /** `execute` gives an async iterable, and `output` is the schema of each of its items. */
  readonly stream?: boolean;
}

export type InputOf<Definition extends InterfaceDefinition> = Infer<Definition['input']>;
export type OutputOf<Definition extends InterfaceDefinition> = Definition extends {
  readonly stream: true;
}
  ? AsyncIterable<Infer<Definition['output']>>
  : Infer<Definition['output']>;
export type ConfigOf<Definition extends InterfaceDefinition> = Definition extends {
  readonly config: infer Schema;
}
  ? Infer<Schema>
  : Readonly<Record<string, unknown>>;

/** Whether a call may be made twice. */
export const isIdempotent = ({ idempotent, safe }: InterfaceDefinition): boolean =>
  idempotent === true || safe === true;

/** Keeps the literal types of an interface, so that input, output and configuration are typed. @throws on a bad name or version */
export function defineInterface<const Definition extends InterfaceDefinition>(
  definition: Definition,
): Definition {
  const problem = interfaceProblem(definition);
  if (problem !== undefined) throw new TypeError(problem);
  return definition;
}

/** The schema that configurations are held to. */
export const configSchemaOf = ({ config }: InterfaceDefinition): JsonSchema =>
  config ?? { type: 'object' };

/** Why a definition is not one, for those that come from plain JavaScript; undefined when it is. */
export function interfaceProblem(definition: unknown): string | undefined {
  if (typeof definition !== 'object' || definition === null) return 'The interface is no object.';
  const { name, version, input, output } = definition as Record<string, unknown>;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(name)) {
    return `The name of an interface is like "billing.invoice", not ${JSON.stringify(name)}.`;
  }
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+$/.test(version)) {
    return `Interface "${name}" needs a version like "1.0.0", not ${JSON.stringify(version)}.`;
  }
  return isSchema(input) && isSchema(output)
    ? undefined
    : `Interface "${name}" needs the schemas "input" and "output".`;
}

const isSchema = (value: unknown) =>
  typeof value === 'boolean' || (typeof value === 'object' && value !== null);
