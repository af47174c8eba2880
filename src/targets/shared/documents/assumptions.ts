import { elements } from '#blueprint';
import type { Blueprint, Service } from '#blueprint';
import { serviceElements } from './service-elements.ts';

/** Something that nobody said, and what it is about. */
export interface Assumption {
  readonly note: string;
  readonly about: readonly string[];
}

/** Everything that was inferred or taken as a default, each reason once. */
export function assumptions(blueprint: Blueprint, service: Service): readonly Assumption[] {
  const about = new Map<string, string[]>();
  for (const { kind, node } of serviceElements(elements(blueprint), service)) {
    if (node.origin === 'stated' || kind === 'question') continue;
    const note = node.note ?? 'Nothing was said about it.';
    const labels = about.get(note) ?? [];
    about.set(note, labels);
    labels.push(node.label);
  }
  return [...about].map(([note, labels]) => ({ note, about: labels }));
}
