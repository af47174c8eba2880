import type { Diagnostic, Severity } from './diagnostic.ts';
import { placeholders } from './placeholders.ts';
import type { SourceSpan } from './source-span.ts';

/** One row of a module's table. `message` and `help` may read the same named parameters. */
export interface DiagnosticDefinition<Params = never> {
  readonly severity: Severity;
  readonly message: (params: Params) => string;
  readonly help: string | ((params: Params) => string);
}

/** A module's table: the code without the module, such as `unknown-type`, to its definition. */
export type DiagnosticTable = Readonly<Record<string, DiagnosticDefinition>>;

/** What documentation and tests show of a code; parameters appear as `{name}`. */
export interface DiagnosticDescription {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** The diagnostics of one module, made by `defineDiagnostics`. */
export interface DiagnosticSet<Module extends string, Table extends DiagnosticTable> {
  readonly module: Module;
  readonly table: Table;
  /** Makes a diagnostic; its code is `module/code`. Parameters are checked by the compiler. */
  create<Code extends keyof Table & string>(
    code: Code,
    params: DiagnosticParams<Table[Code]>,
    source?: SourceSpan,
  ): Diagnostic;
  /** One row per code, in the order of the table. */
  describe(): readonly DiagnosticDescription[];
}

/** The parameters of one definition: what its message and its help read, together. */
export type DiagnosticParams<Definition extends DiagnosticDefinition> = ParamsOf<
  Definition['message']
> &
  ParamsOf<Definition['help']>;

type ParamsOf<Text> = Text extends (params: infer Params) => string ? Params : unknown;

/**
 * Defines every failure of a module that a user can cause, in one table.
 *
 *     const diagnostics = defineDiagnostics('intake', {
 *       'unknown-type': {
 *         severity: 'error',
 *         message: (p: { type: string }) => `There is no type '${p.type}'.`,
 *         help: 'Use one of the types in docs/intake.md.',
 *       },
 *     });
 *     diagnostics.create('unknown-type', { type: 'strng' }, span); // code: 'intake/unknown-type'
 */
export function defineDiagnostics<const Module extends string, const Table extends DiagnosticTable>(
  module: Module,
  table: Table,
): DiagnosticSet<Module, Table> {
  for (const code of Object.keys(table)) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code)) {
      throw new Error(`A diagnostic code is kebab-case: '${module}/${code}' is not.`);
    }
  }
  const build = (code: string, params: unknown): DiagnosticDescription => {
    const definition = table[code];
    if (definition === undefined) throw new Error(`No diagnostic '${module}/${code}' is defined.`);
    const { severity, message, help } = definition;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `create` has checked them
    const checked = params as never;
    return {
      code: `${module}/${code}`,
      severity,
      message: message(checked),
      help: typeof help === 'string' ? help : help(checked),
    };
  };
  return {
    module,
    table,
    create: (code, params, source) =>
      source === undefined ? build(code, params) : { ...build(code, params), source },
    describe: () => Object.keys(table).map((code) => build(code, placeholders())),
  };
}
