/** Where something is in a document; lines and columns count from 1, the end is exclusive. */
export interface SourceSpan {
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem that a user can cause, with a stable code, its place and what to do about it. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help: string;
  readonly source?: SourceSpan;
}

interface Definition {
  /** An error, unless it says otherwise. */
  readonly severity?: 'warning';
  readonly message: string;
  readonly help: string;
}

/** The names in braces of a text such as `There is no "{id}".` */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Params<Row extends Definition> = Readonly<
  Record<Names<Row['message']> | Names<Row['help']>, string>
>;

/** The diagnostics of the runtime: texts with `{name}` for parameters, which the compiler checks. */
export function defineDiagnostics<
  const Module extends string,
  const Table extends Readonly<Record<string, Definition>>,
>(module: Module, table: Table) {
  return {
    module,
    create<Code extends keyof Table & string>(
      code: Code,
      params: Params<Table[Code]>,
      source?: SourceSpan,
    ): Diagnostic {
      const row = table[code] as Definition;
      const fill = (text: string) =>
        text.replace(
          /\{(\w+)\}/g,
          (_, name: string) => (params as Record<string, string>)[name] ?? '',
        );
      return {
        code: `${module}/${code}`,
        severity: row.severity ?? 'error',
        message: fill(row.message),
        help: fill(row.help),
        ...(source !== undefined && { source }),
      };
    },
    describe: () =>
      Object.entries(table).map(([code, { severity = 'error', message, help }]) => ({
        code: `${module}/${code}`,
        severity,
        message,
        help,
      })),
  };
}
