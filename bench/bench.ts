/** One measured figure. Figures are ratios within one run where possible: machines differ, ratios less. */
export interface BenchRow {
  readonly id: string;
  readonly area: string;
  /** Ours, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** What it is compared with: a rival's name and figure, or the limit's source. */
  readonly against: string;
  /** The limit, such as `<= 6`. */
  readonly goal: string;
  readonly holds: boolean;
  /** Why the row could not be measured (its rival did not run). Such rows are named on stderr and left out. */
  readonly unavailable?: string;
}

/** A benchmark; each `bench/<name>.bench.ts` exports one as `bench`. */
export interface Bench {
  readonly id: string;
  readonly area: string;
  run(): Promise<BenchRow[]>;
}

/** Builds a row from a goal such as `<= 6` or `>= 0.8`; `holds` follows from the value. */
export function benchRow(row: Omit<BenchRow, 'holds'>): BenchRow {
  const [, operator, limit] = /^(<=|>=|<|>|=) ?([\d.]+)$/.exec(row.goal) ?? [];
  if (operator === undefined)
    throw new Error(`bench row ${row.id}: goal "${row.goal}" is not like "<= 6"`);
  const bound = Number(limit);
  const compare = {
    '<=': row.value <= bound,
    '>=': row.value >= bound,
    '<': row.value < bound,
    '>': row.value > bound,
    '=': row.value === bound,
  };
  return { ...row, holds: compare[operator as keyof typeof compare] };
}

/** The rows as an aligned table for people. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.holds ? 'holds' : 'MISSED',
    row.id,
    `${Number(row.value.toPrecision(4))} ${row.unit}`,
    row.goal,
    row.against,
  ]);
  const table = [['', 'figure', 'value', 'goal', 'against'], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
