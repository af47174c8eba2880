import { readFileSync } from 'node:fs';

// Prints the patterns in Unicode's mode that are put together while the documents named are read, as JSON:
// `flags source` of each, sorted. A process of its own, since it takes the place of RegExp.
const made = new Set<string>();
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args: [string | RegExp, string?], self) {
    const pattern = Reflect.construct(target, args, self) as RegExp;
    if (pattern.flags.includes('u')) made.add(`${pattern.flags} ${String(args[0])}`);
    return pattern;
  },
});
const { readRequirements } = await import('#intake');
for (const document of process.argv.slice(2))
  readRequirements({ document, text: readFileSync(document, 'utf8') });
console.log(JSON.stringify([...made].toSorted()));
