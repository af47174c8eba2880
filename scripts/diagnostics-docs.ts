import { diagnosticSets } from './diagnostic-sets.ts';
import type { Generator } from './generators.ts';

/** `docs/diagnostics/<module>.md`: a table of the codes of each module; `{name}` stands for a parameter. */
export const diagnosticsDocs: Generator = async (root) => {
  const byModule = Map.groupBy(await diagnosticSets(root), (set) => set.module);
  const pages = [...byModule].map(([module, sets]): [string, string] => {
    const rows = sets
      .flatMap((set) => set.describe())
      .map(
        (row) =>
          `| ${[`\`${row.code}\``, row.severity, row.message, row.help].map(cell).join(' | ')} |`,
      );
    const lines = [
      `# Diagnostics of ${module}`,
      '',
      'Made by `npm run generate`; `{name}` stands for a value of your input.',
      '',
      '| code | severity | message | what to do |',
      '|---|---|---|---|',
      ...rows,
    ];
    return [`docs/diagnostics/${module}.md`, `${lines.join('\n')}\n`];
  });
  return new Map(pages);
};

const cell = (text: string) =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ')
    .replaceAll('<', '&lt;');
