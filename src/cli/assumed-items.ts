import { assumptions } from '#blueprint';
import type { Blueprint } from '#blueprint';
import type { ReportItem } from './report-lines.ts';

/** What was not stated, an item each; defaults that hold for many nodes are told once. */
export function assumedItems(blueprint: Blueprint): readonly ReportItem[] {
  const items = assumptions(blueprint).map(({ node }) => ({
    text:
      node.origin === 'default' ? (node.note ?? node.label) : `${node.label}: ${node.note ?? ''}`,
    sources: node.sources,
  }));
  return [
    ...new Map(items.map((item) => [`${item.text} ${item.sources[0]?.line}`, item])).values(),
  ];
}
