import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import type { PatternText } from '../src/intake/words/lazy-pattern.ts';
import { westernSource } from '../src/intake/words/western-source.ts';

const lazyPattern = fileURLToPath(new URL('../src/intake/words/lazy-pattern.ts', import.meta.url));

/** Makes each pattern of intake over letters of any script lazy (`LazyPattern`): what is installed starts sooner. */
export function lazyPatterns(): Plugin {
  return {
    name: 'lazy-patterns',
    transform: {
      filter: { id: /\/src\/intake\/.*\.ts$/, code: /\/[a-z]*u|new RegExp/ },
      handler: (code, id) => withLazyPatterns(code, id),
    },
  };
}

/** The source text of a module, its dear patterns replaced; undefined when it has none. */
export function withLazyPatterns(code: string, id = 'module.ts'): string | undefined {
  const dear = dearIn(parseAst(code, { lang: 'ts' }, id));
  if (dear.length === 0) return undefined;
  const names: string[] = [];
  let text = '';
  let at = 0;
  for (const { start, end, made } of dear.toSorted((a, b) => a.start - b.start)) {
    text += code.slice(at, start);
    if (made === undefined) text += '$LazyPattern';
    else {
      // Each evaluation of a literal is an object of its own; what it was made of is kept.
      const name = `$pattern${names.length}`;
      names.push(name);
      text += ` new $LazyPattern(${name}??=${JSON.stringify(made)})`;
    }
    at = end;
  }
  const kept = names.length === 0 ? '' : `var ${names.join(',')};`;
  const imported = `import { LazyPattern as $LazyPattern } from ${JSON.stringify(lazyPattern)};`;
  return imported + kept + text + code.slice(at);
}

/** A part of the source text that is replaced: a literal by what it is made of, or the name in `new RegExp`. */
interface Dear {
  readonly start: number;
  readonly end: number;
  readonly made?: PatternText;
}

type Node = Readonly<Record<string, unknown>> & { readonly start: number; readonly end: number };

function dearIn(value: unknown): Dear[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(dearIn);
  const node = value as Node;
  if (node['type'] === 'Literal' && 'regex' in node) {
    const { pattern: source, flags } = node['regex'] as { pattern: string; flags: string };
    const isDear = flags.includes('u') && (flags.includes('i') || /\\p/i.test(source));
    const made = { source, flags, western: westernSource(source, flags) ?? null };
    return isDear ? [{ start: node.start, end: node.end, made }] : [];
  }
  if (node['type'] !== 'NewExpression') return inner;
  const { start, end, name } = node['callee'] as Node;
  const [, second] = node['arguments'] as Node[];
  const flags = second?.['value'];
  if (name !== 'RegExp' || typeof flags !== 'string' || !flags.includes('u')) return inner;
  return [{ start, end }, ...inner];
}
