import type { Forged } from '#forge';
import { contractChangeLine } from './contract-change-line.ts';
import type { Output } from './output.ts';

/** How many changes of the contract are shown; `contract diff` shows all of them. */
const SHOWN = 8;

/** What an update means to callers, to the database and to the files; nothing for a new service. */
export function updateLines(
  { update, outcome }: Forged,
  style: Output['style'],
): readonly string[] {
  if (!update || outcome !== 'updated') return [];
  const { contract, migrations, merged, written, deleted, kept } = update;
  const lines = [''];
  if (contract) {
    const { verdict, changes } = contract;
    lines.push(`For its callers: ${style(verdict === 'breaking' ? 'red' : 'green', verdict)}`);
    const sorted = [...changes].sort((a, b) => rank(a.verdict) - rank(b.verdict));
    for (const change of sorted.slice(0, SHOWN))
      lines.push(`  ${contractChangeLine(change, style)}`);
    if (changes.length > SHOWN) lines.push(`  … and ${changes.length - SHOWN} more`);
  }
  if (migrations.length > 0) lines.push(`New migrations: ${migrations.join(', ')}`);
  lines.push(
    `Files: ${kept} untouched, ${written.length} written, ${merged.length} merged with your edits, ${deleted.length} deleted`,
  );
  if (merged.length > 0) lines.push(`Merged: ${merged.join(', ')}`);
  return lines;
}

function rank(verdict: string): number {
  return verdict === 'breaking' ? 0 : 1;
}
