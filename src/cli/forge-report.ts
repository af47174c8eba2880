import { relative } from 'node:path';
import { isEnforceable } from '#blueprint';
import { printable } from '#diagnostics';
import type { Forged } from '#forge';
import { reportLines } from './report-lines.ts';
import { assumedItems } from './assumed-items.ts';
import type { Output } from './output.ts';
import type { ReadBlueprint } from './read-blueprint.ts';
import { updateLines } from './update-lines.ts';

/** How many assumptions and questions are shown; `check` shows all of them. */
const SHOWN = 6;

/** What was built, what was assumed, what is open, and how to run it. `argument`: the requirements as given. */
export function forgeReport(
  argument: string,
  { blueprint }: ReadBlueprint,
  forged: readonly Forged[],
  style: Output['style'],
): string {
  const later = blueprint.system.services.flatMap((service) =>
    service.entities.flatMap((entity) =>
      entity.rules.filter((rule) => !isEnforceable(rule.expression, entity)),
    ),
  );
  const lines = forged.flatMap((service) => [
    headline(service, style),
    ...updateLines(service, style),
  ]);
  const assumed = assumedItems(blueprint);
  const open = blueprint.system.questions.map((question) => ({
    text: question.label,
    sources: question.sources,
  }));
  lines.push(...reportLines('Assumed', assumed, { style, shown: SHOWN }));
  lines.push(...reportLines('Open questions', open, { style, shown: SHOWN }));
  lines.push(
    ...reportLines(
      'Not enforced (rules over records that have nothing to do with theirs)',
      later.map((rule) => ({ text: rule.statement, sources: rule.sources })),
      { style, shown: SHOWN },
    ),
  );
  if (assumed.length > SHOWN || open.length > SHOWN)
    lines.push('', `All of it: microforge check ${askedAgain(argument)}`);
  const first = forged.find((service) => service.outcome !== 'refused');
  if (first)
    lines.push(
      '',
      `Run it:    microforge run ${inShell(pathOf(first))}`,
      `Or alone:  cd ${inShell(pathOf(first))} && ${ALONE[first.target] ?? 'see its README'}`,
    );
  return lines.join('\n');
}

/** What a newcomer types, by target; a README says it too. */
const ALONE: Readonly<Record<string, string>> = {
  typescript: 'npm ci && npm start',
  python: 'pip install -r requirements.txt && python main.py',
};

function headline(
  { service, target, outcome, files, verification, ...rest }: Forged,
  style: Output['style'],
): string {
  if (outcome === 'refused') {
    const what = style('red', `${service} (${target}) was not published`);
    const { conflicts = [] } = rest;
    if (conflicts.length === 0) return `\n${what}; ${pathOf(rest)} is untouched.`;
    return `\n${what}; your files in ${pathOf(rest)} are untouched, both versions are in ${conflicts.join(', ')}`;
  }
  const { verdict, missing } = verification ?? { verdict: 'not verified' };
  const why = missing === undefined ? '' : `: ${printable(missing)}`;
  const mark = style(verdict === 'verified' ? 'green' : 'yellow', `${verdict}${why}`);
  return `\n${style('bold', service)} (${target}) ${outcome}: ${pathOf(rest)}, ${files} files, ${mark}`;
}

function pathOf({ directory }: Pick<Forged, 'directory'>): string {
  return relative(process.cwd(), directory) || '.';
}

/** Requirements as an argument of another command; long ones by what they are. */
function askedAgain(argument: string): string {
  return argument.length > 200 || argument.includes('\n') ? '<requirements>' : inShell(argument);
}

/** One word of a command line. */
function inShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
