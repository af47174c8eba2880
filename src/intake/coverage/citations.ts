import type { Blueprint } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import { linesOf } from './lines-of.ts';

/** The nodes of a blueprint that one line was read into, by id, such as `task/due-date`. */
export interface Citations {
  readonly nodes: ReadonlySet<string>;
  /** All of them are open questions. */
  readonly question: boolean;
}

/** What the blueprint made of each line (1-based) that it cites. */
export function citations(system: Blueprint['system']): ReadonlyMap<number, Citations> {
  const found = new Map<number, { nodes: Set<string>; question: boolean }>();
  const cite = (span: SourceSpan, node: string, question: boolean): void => {
    for (const line of linesOf(span)) {
      const known = found.get(line) ?? { nodes: new Set(), question: true };
      found.set(line, known);
      known.nodes.add(node);
      known.question &&= question;
    }
  };
  const walk = (value: unknown, node: string, question: boolean): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, node, question);
    else if (typeof value === 'object' && value !== null) {
      const id = 'id' in value && typeof value.id === 'string' ? value.id : node;
      for (const [key, item] of Object.entries(value)) {
        if (key === 'sources' && Array.isArray(item))
          for (const span of item.filter(isSpan)) cite(span, id, question);
        else walk(item, id, question || key === 'questions');
      }
    }
  };
  walk({ ...system, sources: [] }, system.id, false);
  return found;
}

function isSpan(value: unknown): value is SourceSpan {
  return typeof value === 'object' && value !== null && 'line' in value && 'endLine' in value;
}
