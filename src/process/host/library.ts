import type { Definition } from '../engine/definition.ts';

/** The definitions that a host knows: instances keep to their version, new ones get the last. */
export class Library {
  readonly #versions = new Map<string, Map<number, Definition>>();

  add(definition: Definition): void {
    const { process, version } = definition;
    const versions = this.#versions.get(process) ?? new Map<number, Definition>();
    versions.set(version, definition);
    this.#versions.set(process, versions);
  }

  get(process: string, version: number): Definition | undefined {
    return this.#versions.get(process)?.get(version);
  }

  latest(process: string): Definition | undefined {
    const versions = [...(this.#versions.get(process)?.values() ?? [])];
    return versions.reduce<Definition | undefined>(
      (last, one) => (last && last.version > one.version ? last : one),
      undefined,
    );
  }

  /** The last version of each process. */
  *all(): Iterable<Definition> {
    for (const process of this.#versions.keys()) {
      const definition = this.latest(process);
      if (definition) yield definition;
    }
  }
}
