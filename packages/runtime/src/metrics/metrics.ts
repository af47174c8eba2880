import { Counter, Histogram, type Metric } from './metric.ts';

type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly members: Map<string, Metric>;
}

/** What a process counts, as Prometheus text (exposition format 0.0.4). Ask for a metric once and keep it. */
export class Metrics {
  readonly #families = new Map<string, Family>();

  counter(name: string, help: string, labels: Labels = {}): Counter {
    return this.#member('counter', name, help, labels, () => new Counter());
  }

  gauge(name: string, help: string, labels: Labels = {}): Counter {
    return this.#member('gauge', name, help, labels, () => new Counter());
  }

  /** @param bounds upper bounds of the buckets, ascending, without +Inf */
  histogram(name: string, help: string, labels: Labels, bounds: readonly number[]): Histogram {
    return this.#member('histogram', name, help, labels, () => new Histogram(bounds));
  }

  /** The text to serve at `/metrics`. */
  render(): string {
    let text = '';
    for (const [name, { help, type, members }] of this.#families) {
      text += `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', String.raw`\n`)}\n`;
      text += `# TYPE ${name} ${type}\n`;
      for (const [labels, metric] of members) text += metric.render(name, labels);
    }
    return text;
  }

  #member<Kind extends Metric>(
    type: Family['type'],
    name: string,
    help: string,
    labels: Labels,
    make: () => Kind,
  ): Kind {
    const family = this.#families.get(name) ?? { help, type, members: new Map<string, Metric>() };
    if (family.type !== type) throw new TypeError(`Metric "${name}" is a ${family.type}.`);
    this.#families.set(name, family);
    const key = Object.entries(labels)
      .map(([label, value]) => `${label}="${escapeLabel(value)}"`)
      .join(',');
    const metric = (family.members.get(key) as Kind | undefined) ?? make();
    family.members.set(key, metric);
    return metric;
  }
}

const escapeLabel = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);
