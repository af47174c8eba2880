import { snakeCase } from '#blueprint';

const KEYWORDS = new Set(
  [
    'and as assert async await break class continue def del elif else except finally for from global',
    'if import in is lambda match nonlocal not or pass raise return try type while with yield',
    // What files of ours call by these names.
    'handled models not_written request schemas',
  ].flatMap((words) => words.split(' ')),
);

/** Names that mean something else in the classes of a contract: of Pydantic, or in its annotations. */
const TAKEN = new Set(
  [
    'none true false str int float bool bytes list dict any literal never schemas self',
    'copy json dict construct schema schema_json validate parse_obj parse_raw parse_file from_orm',
    'update_forward_refs fields caller database raw path query headers cookies body',
  ].flatMap((words) => words.split(' ')),
);

/** So that a property and its type fit into a line. */
const LONGEST = 40;

/** The module and the function of an operation, or the package of a group. */
export function moduleName(name: string): string {
  const snake = snakeCase(name);
  return KEYWORDS.has(snake) ? `${snake}_` : snake;
}

/** Gives properties of one class attributes of their own: `shipName` and `ship-name` are both `ship_name`. */
export class AttributeNames {
  readonly #taken = new Set<string>();

  take(property: string): string {
    const words = property
      .normalize('NFKD')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[^a-zA-Z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .toLowerCase()
      .slice(0, LONGEST)
      .replace(/_$/, '');
    const plain = /^[a-z]/.test(words) ? words : `field_${words}`.replace(/_$/, '');
    const isTaken = TAKEN.has(plain) || KEYWORDS.has(plain) || plain.startsWith('model_');
    const wanted = isTaken ? `${plain}_` : plain;
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}_${number}`;
    this.#taken.add(name);
    return name;
  }
}
