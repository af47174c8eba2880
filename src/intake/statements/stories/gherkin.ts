/** One scenario: what holds, what happens, what follows. */
export interface WrittenCriterion {
  readonly given?: string;
  readonly when?: string;
  // oxlint-disable-next-line unicorn/no-thenable -- Gherkin's own word
  readonly then?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Part = 'given' | 'when' | 'then' | 'and';

const WORDS: readonly (readonly [Part, string])[] = [
  [
    'given',
    "given|dado(?: que)?|dada|dados|étant donné(?:e|s|es)?(?: que| qu')?|etant donne(?: que)?|soit|angenommen|gegeben(?: sei)?|dato(?: che)?|data|дано|пусть|допустим|假如|假设|给定|前提|먼저|조건|전제",
  ],
  ['when', 'when|cuando|quando|quand|lorsque|wenn|когда|если|当|もし|만일|만약'],
  ['then', 'then|entonces|então|entao|alors|dann|allora|то|тогда|那么|ならば|그러면'],
  ['and', 'and|but|y|pero|e|mas|et|mais|und|aber|ma|и|но|并且|而且|かつ|しかし|그리고|하지만'],
];
const KEYWORD = new RegExp(
  `(?:^|\\n|(?<=[,;.、。，]\\s*))[ \\t*_>-]*(?:${WORDS.map(([part, words]) => `(?<${part}>${words})`).join('|')})[*_]*(?:[ \\t:：,、]+|(?<=[\\p{Script=Han}\\p{Script=Hiragana}]))`,
  'giu',
);
/** A text longer than this is not one list of scenarios. */
const LONGEST = 20_000;

/** The scenarios of a text: each begins at a `given`, or at a `when` that follows a `then`. */
export function criteriaInText(text: string): readonly WrittenCriterion[] {
  const read = text.slice(0, LONGEST);
  const marks = [...read.matchAll(KEYWORD)].map((match) => ({
    part: WORDS.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? 'and',
    start: match.index,
    from: match.index + match[0].length,
  }));
  const scenarios: { parts: Map<Part, string>; start: number; end: number }[] = [];
  let last: Part | undefined;
  for (const [at, { part, start, from }] of marks.entries()) {
    const end = marks[at + 1]?.start ?? paragraphEnd(read, from);
    const said = read
      .slice(from, end)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[\s*_]+|[\s,;.、。*_]+$/g, '');
    const open = scenarios.at(-1);
    const begins = part === 'given' || (part === 'when' && (last === 'then' || last === undefined));
    if (begins && said !== '') scenarios.push({ parts: new Map([[part, said]]), start, end });
    else if (open && said !== '') {
      const target = part === 'and' ? last : part;
      if (target === undefined) continue;
      const before = open.parts.get(target);
      open.parts.set(target, before === undefined ? said : `${before}, ${said}`);
      open.end = end;
    }
    if (part !== 'and') last = part;
  }
  return scenarios
    .filter(({ parts }) => parts.has('when') && parts.has('then'))
    .map(({ parts, start, end }) => {
      const [given, when, then] = [parts.get('given'), parts.get('when'), parts.get('then')];
      return {
        ...(given !== undefined && { given }),
        ...(when !== undefined && { when }),
        // oxlint-disable-next-line unicorn/no-thenable -- Gherkin's own word
        ...(then !== undefined && { then }),
        text: read.slice(start, end).replaceAll(/\s+/g, ' ').trim(),
        start: start + (read.slice(start).search(/\S/) || 0),
        end,
      };
    });
}

function paragraphEnd(text: string, from: number): number {
  const blank = text.slice(from).search(/\n\s*\n/);
  return blank === -1 ? text.length : from + blank;
}
