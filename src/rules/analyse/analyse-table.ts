import { equalValues } from '../compare.ts';
import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { show } from '../functions/conversions.ts';
import { toJson } from '../json.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { applyHitPolicy } from '../table/hit-policy.ts';
import type { RuleTable, TableInput } from '../table/rule-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import { Axis, typesOf } from './axis.ts';
import type { Run } from './classes.ts';
import { pointsOf } from './points.ts';
import { cellSet, isConstant, limitsOf } from './cell-set.ts';
import type { CellSet } from './cell-set.ts';
import type { Finding } from './finding.ts';
import { sweep } from './sweep.ts';
import type { Box } from './sweep.ts';

/** Findings of one kind; a table that has more has one cause for many. */
const MAX_FINDINGS = 100;

/**
 * What is wrong with a decision table, each with a record that shows it: values for which no row matches,
 * rows that match together and may not, rows that never decide, cells that never hold, constants of
 * different types. Cells that depend on more than their input count as perhaps matching.
 */
export function analyseTable(table: RuleTable): readonly Finding[] {
  const analysis = new TableAnalysis(table);
  analysis.run();
  return analysis.findings;
}

class TableAnalysis {
  readonly findings: Finding[] = [];
  readonly #table: RuleTable;
  readonly #axes: readonly Axis[];
  readonly #cells: readonly (readonly (readonly Run[])[])[];
  /** Rows with a cell that is not understood. */
  readonly #vague = new Set<number>();
  readonly #decides = new Set<number>();
  /** A box in which a row matches and another one decides. */
  readonly #beaten = new Map<number, { readonly by: number; readonly box: Box }>();
  readonly #pairs = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(table: RuleTable) {
    this.#table = table;
    const columns = table.inputs.map((input, column) => this.#column(input, column));
    this.#axes = columns.map(({ axis }) => axis);
    this.#cells = columns.map(({ cells }) => cells);
  }

  run(): void {
    const { rows } = this.#table;
    for (const [row] of rows.entries()) this.#contradiction(row);
    const grid = { axes: this.#axes, cells: this.#cells };
    const isDone = sweep(grid, rows.length, (matching, box) => {
      if (matching.length === 0) this.#gap(box);
      else this.#meeting(matching, box);
    });
    if (!isDone) {
      this.#report(rulesDiagnostics.create('analysis-cut', { table: this.#table.id }), [], []);
      return;
    }
    for (const [row, { by, box }] of this.#beaten) {
      if (this.#decides.has(row) || this.#vague.has(row)) continue;
      const params = {
        table: this.#table.id,
        row: row + 1,
        by: by + 1,
        example: this.#example(box),
      };
      this.#report(rulesDiagnostics.create('masked-row', params), [row, by], box);
    }
  }

  #column(input: TableInput, column: number): { axis: Axis; cells: readonly (readonly Run[])[] } {
    const known = new Map<unknown, CellSet | undefined>();
    const sets = this.#table.rows.map(({ conditions }, row) => {
      const condition = conditions[column];
      if (!condition) return undefined;
      if (!known.has(condition)) known.set(condition, cellSet(condition));
      const set = known.get(condition);
      if (!set) this.#vague.add(row);
      return set;
    });
    const allowed = input.allowed && cellSet(input.allowed);
    const limits = [...new Set([...known.values(), allowed])].flatMap((set) =>
      set ? limitsOf(set) : [],
    );
    const points = pointsOf(limits);
    if (!points) {
      const params = { table: this.#table.id, input: input.label, types: typesOf(limits) };
      this.#report(rulesDiagnostics.create('type-conflict', params), [], []);
      for (const row of this.#table.rows.keys()) this.#vague.add(row);
    }
    const axis = new Axis(points ?? [], input.type, (value) => isAllowed(input, value));
    const all: readonly Run[] = [[0, axis.last]];
    const runs = new Map<CellSet, readonly Run[]>();
    const runsOf = (set: CellSet) => {
      const found = runs.get(set) ?? axis.runs(set);
      runs.set(set, found);
      return found;
    };
    return { axis, cells: sets.map((set) => (set && points ? runsOf(set) : all)) };
  }

  /** A cell that holds for no value. */
  #contradiction(row: number): void {
    for (const [column, cells] of this.#cells.entries()) {
      if (cells[row]?.length !== 0) continue;
      const input = this.#table.inputs[column]?.label ?? '';
      const params = { table: this.#table.id, row: row + 1, input };
      const box = this.#cells.map((other): Run => other[row]?.[0] ?? [0, -1]);
      this.#report(rulesDiagnostics.create('never-matches', params), [row], box);
      return;
    }
  }

  #gap(box: Box): void {
    const { id, outputs, hitPolicy } = this.#table;
    // A list may be empty, and a fallback is an answer.
    if (hitPolicy === 'collect' || outputs.some(({ fallback }) => fallback)) return;
    const params = { table: id, example: this.#example(box) };
    this.#report(rulesDiagnostics.create('gap', params), [], box);
  }

  #meeting(matching: readonly number[], box: Box): void {
    const sure = matching.filter((row) => !this.#vague.has(row));
    switch (this.#table.hitPolicy) {
      case 'unique':
        this.#overlaps(sure, box, 'overlap');
        return;
      case 'any':
        this.#overlaps(sure, box, 'conflict');
        return;
      case 'first':
      case 'priority':
        this.#decided(sure, box);
        return;
      default:
    }
  }

  #overlaps(rows: readonly number[], box: Box, code: 'overlap' | 'conflict'): void {
    for (const [index, first] of rows.entries()) {
      for (const second of rows.slice(index + 1)) {
        if (this.#isFull(`rules/${code}`)) return;
        const pair = `${first},${second}`;
        if (this.#pairs.has(pair) || (code === 'conflict' && !this.#differ(first, second)))
          continue;
        this.#pairs.add(pair);
        const example = this.#example(box);
        const params = { table: this.#table.id, first: first + 1, second: second + 1, example };
        this.#report(rulesDiagnostics.create(code, params), [first, second], box);
      }
    }
  }

  /** The row that decides among those that surely match. */
  #decided(sure: readonly number[], box: Box): void {
    const [winner] = applyHitPolicy(this.#table, sure, environment({ now: 0 })).rows;
    if (winner === undefined) return;
    this.#decides.add(winner);
    for (const row of sure) {
      if (row !== winner && !this.#beaten.has(row)) this.#beaten.set(row, { by: winner, box });
    }
  }

  #differ(first: number, second: number): boolean {
    const [a = [], b = []] = [first, second].map((row) => this.#table.rows[row]?.results);
    return a.some((left, column) => {
      const right = b[column];
      if (!right || !isConstant(left) || !isConstant(right)) return false;
      const env = environment({ now: 0 });
      return equalValues(interpret(left, env), interpret(right, env)) !== true;
    });
  }

  #report(diagnostic: Finding['diagnostic'], rows: readonly number[], box: Box): void {
    const count = this.#counts.get(diagnostic.code) ?? 0;
    this.#counts.set(diagnostic.code, count + 1);
    if (count >= MAX_FINDINGS) return;
    const witness = Object.fromEntries(
      this.#values(box).map(([name, value]) => [name, toJson(value)]),
    );
    this.findings.push({ diagnostic, rows, witness });
  }

  #isFull(code: string): boolean {
    return (this.#counts.get(code) ?? 0) >= MAX_FINDINGS;
  }

  #values(box: Box): readonly (readonly [string, Value])[] {
    return box.flatMap((run, column) => {
      const value = this.#axes[column]?.sample(run);
      const label = this.#table.inputs[column]?.label;
      return value === undefined || label === undefined ? [] : [[label, value] as const];
    });
  }

  #example(box: Box): string {
    return this.#values(box)
      .map(([name, value]) => `${name} = ${show(value, true)}`)
      .join(', ');
  }
}

function isAllowed({ allowed }: TableInput, value: Value): boolean {
  if (!allowed) return true;
  const variable = (name: string) => (name === '?' ? value : new Unknown('missing', name));
  return interpret(allowed, environment({ now: 0, variable })) === true;
}
