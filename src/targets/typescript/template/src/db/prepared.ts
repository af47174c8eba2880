import type { Compilable } from 'kysely';
import type { Executor } from './database.ts';

/** A query that is built once; `values` fill its slots each time it runs. */
export type Statement<Values extends object, Row> = (
  executor: Executor,
  values: Values,
) => Promise<readonly Row[]>;

/** A place in a prepared query for a value that comes later. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Prepares a query, when it first runs: building one costs more than running it.
 *
 *     const byId = prepare(({ id }: { id: string }) => db.selectFrom('book').selectAll().where('id', '=', id));
 *     const [book] = await byId(db, { id });
 */
export function prepare<Values extends object, Row>(
  build: (slots: Values) => Compilable<Row>,
): Statement<Values, Row> {
  const compile = () =>
    build(new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Values).compile();
  let compiled: ReturnType<typeof compile> | undefined;
  return async (executor, values) => {
    const query = (compiled ??= compile());
    const parameters = query.parameters.map((value) =>
      value instanceof Slot ? Reflect.get(values, value.name) : value,
    );
    const result = await executor.executeQuery<Row>({ ...query, parameters });
    return result.rows;
  };
}
