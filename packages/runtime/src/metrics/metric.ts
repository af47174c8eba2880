/** One time series, or the group that a histogram is. */
export interface Metric {
  /** Its lines; `labels` are rendered already, without braces. */
  render(name: string, labels: string): string;
}

/** A number that goes up; as a gauge, down too. */
export class Counter implements Metric {
  value = 0;

  add(amount = 1): void {
    this.value += amount;
  }

  render(name: string, labels: string): string {
    return `${name}${braces(labels)} ${this.value}\n`;
  }
}

/** Counts values by size. */
export class Histogram implements Metric {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    let index = 0;
    while (index < this.#bounds.length && value > (this.#bounds[index] ?? Infinity)) index += 1;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sum += value;
  }

  render(name: string, labels: string): string {
    let below = 0;
    let text = '';
    for (const [index, count] of this.#counts.entries()) {
      below += count;
      const bound = String(this.#bounds[index] ?? '+Inf');
      text += `${name}_bucket${braces(labels, `le="${bound}"`)} ${below}\n`;
    }
    return `${text}${name}_sum${braces(labels)} ${this.#sum}\n${name}_count${braces(labels)} ${below}\n`;
  }
}

function braces(labels: string, more = ''): string {
  const all = [labels, more].filter((part) => part !== '').join(',');
  return all === '' ? '' : `{${all}}`;
}
