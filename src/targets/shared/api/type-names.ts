import { pascalCase } from '#blueprint';

const LONGEST = 56;

/** Gives types names in PascalCase that are unique in the service, ignoring case. */
export class TypeNames {
  readonly #taken: Set<string>;

  /** @param reserved names that mean something else in the files of a target */
  constructor(reserved: readonly string[] = []) {
    this.#taken = new Set(reserved.map((name) => name.toLowerCase()));
  }

  take(...words: readonly string[]): string {
    return this.#free(typeName(words.join(' ')));
  }

  /** A name that ends so: `ShowPetById` and `Answer` give `ShowPetByIdAnswer`. */
  derive(name: string, suffix: string): string {
    return this.#free(name + suffix);
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = wanted + number;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** `simple-user` and `simple_user` → `SimpleUser`. */
function typeName(words: string): string {
  const ascii = words
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, ' ')
    .trim();
  const name = ascii.split(' ').map(pascalCase).join('').slice(0, LONGEST);
  return /^[A-Z]/.test(name) ? name : `Type${name}`;
}
