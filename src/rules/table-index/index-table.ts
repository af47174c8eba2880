import { isConstant } from '../analyse/cell-set.ts';
import { Slots } from '../compile/slots.ts';
import { environment } from '../interpret/environment.ts';
import type { Environment } from '../interpret/environment.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import type { JsonRecord } from '../rule-set/input-value.ts';
import type { InputDeclaration } from '../rule-set/rule-set.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { applyHitPolicy, rowResult } from '../table/hit-policy.ts';
import type { RuleTable, TableRow } from '../table/rule-table.ts';
import type { Value } from '../value.ts';
import { Column } from './column.ts';
import { finderOf } from './finder.ts';
import type { Finder, TablePlan } from './finder.ts';
import { RowPlaces } from './row-places.ts';

/** A decision table that is ready to be asked, and whose rows may change. Not reentrant. */
export interface IndexedTable {
  readonly plan: TablePlan;
  /** What the table decides on a record; `now` is in milliseconds since 1970. */
  decide(record: JsonRecord, now: number): TableDecision;
  /**
   * Puts a row before the one with that number; at the end with the number of rows. Like `replace` and `remove` it costs
   * about what the row does, not the table; throws a RangeError for a row that cannot be.
   */
  insert(at: number, row: TableRow): void;
  replace(at: number, row: TableRow): void;
  remove(at: number): void;
}

export interface TableDecision {
  readonly value: Value;
  /** The rows that decided, from 0. */
  readonly rows: readonly number[];
}

/**
 * Makes an index for a table by its shape. It decides as `evaluateTable` does, in time that hardly depends
 * on the number of rows.
 */
export function indexTable(
  table: RuleTable,
  inputs: readonly InputDeclaration[] = [],
): IndexedTable {
  return new TableIndex(table, inputs);
}

/** What is made of the rows; made anew where a change does not fit into it. */
interface Built {
  readonly slots: Slots;
  readonly columns: readonly Column[];
  readonly finder: Finder;
  readonly places: RowPlaces;
  readonly classes: Int32Array;
  found: Int32Array;
}

class TableIndex implements IndexedTable {
  readonly #table: RuleTable;
  readonly #inputs: readonly InputDeclaration[];
  readonly #rows: TableRow[];
  /** By row: what it gives, where that is the same for every record. */
  readonly #results: (Value | undefined)[];
  readonly #env: Environment;
  #built: Built | undefined;
  /** Changes since it was built: points that no row uses any more stay until it is built again. */
  #changes = 0;
  #record: JsonRecord = {};
  #now = 0;

  constructor(table: RuleTable, inputs: readonly InputDeclaration[]) {
    this.#rows = [...table.rows];
    this.#table = { ...table, rows: this.#rows };
    this.#inputs = inputs;
    this.#results = this.#rows.map((row) => this.#constantResult(row));
    this.#env = inputEnvironment(
      inputs,
      () => this.#record,
      () => this.#now,
    );
    this.#build();
  }

  get plan(): TablePlan {
    return this.#built?.finder.plan ?? 'scan';
  }

  decide(record: JsonRecord, now: number): TableDecision {
    this.#record = record;
    this.#now = now;
    const built = this.#built;
    if (!built) return this.#slow();
    built.slots.load(record, now);
    if (!classify(built)) return this.#slow();
    const { places, found } = built;
    const isFirst = this.#table.hitPolicy === 'first' && places.isInOrder;
    const count = built.finder.find(built.classes, found, isFirst ? 1 : found.length);
    const rows: number[] = [];
    for (let at = 0; at < count; at += 1) rows.push(places.rowOf(found[at] ?? 0));
    if (!places.isInOrder) rows.sort((a, b) => a - b);
    return applyHitPolicy(this.#table, rows, this.#env, this.#results);
  }

  insert(at: number, row: TableRow): void {
    if (!(Number.isInteger(at) && at >= 0 && at <= this.#rows.length)) throw noRow(at);
    this.#check(row);
    this.#rows.splice(at, 0, row);
    this.#results.splice(at, 0, this.#constantResult(row));
    this.#changed((built) => this.#put(built, built.places.insert(at), row));
  }

  replace(at: number, row: TableRow): void {
    this.#need(at);
    this.#check(row);
    this.#rows[at] = row;
    this.#results[at] = this.#constantResult(row);
    this.#changed((built) => {
      const place = built.places.placeOf(at);
      built.finder.remove(place);
      return this.#put(built, place, row);
    });
  }

  remove(at: number): void {
    this.#need(at);
    this.#rows.splice(at, 1);
    this.#results.splice(at, 1);
    this.#changed(({ places, finder, columns }) => {
      const place = places.placeOf(at);
      finder.remove(place);
      for (const column of columns) column.remove(place);
      places.remove(at);
      return true;
    });
  }

  #put({ columns, finder }: Built, place: number, { conditions }: TableRow): boolean {
    const isKnown = columns.every((column, at) => {
      const condition = conditions[at];
      const onSplit = (ofClass: number) => finder.split(at, ofClass);
      return condition !== undefined && column.set(place, condition, onSplit);
    });
    if (isKnown) finder.add(place);
    return isKnown && finder.isFit;
  }

  /** Changes what is built, or builds it again where that is not enough, or was done as often as there are rows. */
  #changed(change: (built: Built) => boolean): void {
    const built = this.#built;
    this.#changes += 1;
    // Without an index, what stood in its way may be gone.
    const isWorn =
      this.#changes > (built ? this.#rows.length + MIN_CHANGES : this.#rows.length / 16);
    if (isWorn || (built && !change(built))) this.#build();
    else if (built && built.found.length < built.places.count)
      built.found = new Int32Array(2 * built.places.count);
  }

  #build(): void {
    this.#changes = 0;
    this.#built = undefined;
    const slots = new Slots(this.#inputs);
    const columns = this.#table.inputs.map(({ value }, at) =>
      Column.of(
        value,
        this.#rows.map(({ conditions }) => conditions[at]),
        slots,
      ),
    );
    slots.seal();
    if (columns.length === 0 || !columns.every((column) => column !== undefined)) return;
    const count = this.#rows.length;
    this.#built = {
      slots,
      columns,
      finder: finderOf(columns, count),
      places: new RowPlaces(count),
      classes: new Int32Array(columns.length),
      found: new Int32Array(count),
    };
  }

  #slow(): TableDecision {
    const { work } = environment({ now: this.#now });
    const { value, rows } = evaluateTable(this.#table, { ...this.#env, work });
    return { value, rows };
  }

  #constantResult(row: TableRow): Value | undefined {
    return row.results.every(isConstant)
      ? rowResult(this.#table, row, environment({ now: 0 }))
      : undefined;
  }

  #need(at: number): void {
    if (!(Number.isInteger(at) && at >= 0 && at < this.#rows.length)) throw noRow(at);
  }

  #check({ conditions, results }: TableRow): void {
    const { inputs, outputs } = this.#table;
    if (conditions.length !== inputs.length || results.length !== outputs.length)
      throw new RangeError('a row has a cell for each input and output of its table');
  }
}

/** Changes after which a small table is built again. */
const MIN_CHANGES = 1000;

/** False if a value is of a kind that no class is made for. */
function classify({ slots, columns, classes }: Built): boolean {
  const { tags, numbers } = slots;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    const ofClass = column ? column.classOf(tags[column.slot] ?? 0, numbers[column.slot] ?? 0) : -1;
    if (ofClass < 0) return false;
    classes[at] = ofClass;
  }
  return true;
}

function noRow(at: number): RangeError {
  return new RangeError(`there is no row ${at}`);
}
