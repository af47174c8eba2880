import type { Lifecycle } from '#blueprint';
import { fenced, oneLine } from '../text/markdown.ts';

/** The states and the steps between them, as a Mermaid diagram. */
export function stateDiagram({ initial, states, transitions }: Lifecycle): string {
  const ids = new Map(states.map(({ value }, index) => [value, `s${index + 1}`]));
  const idOf = (value: string) => ids.get(value) ?? 's0';
  const ends = states.filter(({ value }) => !transitions.some(({ from }) => from.includes(value)));
  return fenced('mermaid', [
    'stateDiagram-v2',
    ...states.map(({ value }) => `  state "${shown(value)}" as ${idOf(value)}`),
    `  [*] --> ${idOf(initial)}`,
    ...transitions.flatMap(({ label, from, to, roles }) =>
      from.map((state) => {
        const who = roles.length > 0 ? ` (${roles.join(', ')})` : '';
        return `  ${idOf(state)} --> ${idOf(to)}: ${shown(label + who)}`;
      }),
    ),
    ...ends.map(({ value }) => `  ${idOf(value)} --> [*]`),
  ]);
}

/** Words that can't end the label that holds them. */
function shown(words: string): string {
  return (
    oneLine(words)
      .replace(/["#;:<>{}%`]/g, ' ')
      .trim() || 'state'
  );
}
