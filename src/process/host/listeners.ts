/** Which instances wait for a message or a signal, oldest first. What is no longer true is found out by asking. */
export class Listeners {
  readonly #waiting = new Map<string, Set<string>>();
  readonly #of = new Map<string, Set<string>>();

  add(instance: string, what: 'message' | 'signal', name: string, key?: string): void {
    const address = addressOf(what, name, key);
    const set = this.#waiting.get(address) ?? new Set();
    set.add(instance);
    this.#waiting.set(address, set);
    const own = this.#of.get(instance) ?? new Set();
    own.add(address);
    this.#of.set(instance, own);
  }

  /** Those that wait for this key, and then those that wait for any. */
  find(what: 'message' | 'signal', name: string, key?: string): string[] {
    const any = this.#waiting.get(addressOf(what, name, undefined)) ?? [];
    const exact = key === undefined ? [] : (this.#waiting.get(addressOf(what, name, key)) ?? []);
    return [...exact, ...any];
  }

  remove(instance: string): void {
    for (const address of this.#of.get(instance) ?? []) {
      const set = this.#waiting.get(address);
      set?.delete(instance);
      if (set?.size === 0) this.#waiting.delete(address);
    }
    this.#of.delete(instance);
  }
}

function addressOf(what: string, name: string, key: string | undefined): string {
  return JSON.stringify(key === undefined ? [what, name] : [what, name, key]);
}
