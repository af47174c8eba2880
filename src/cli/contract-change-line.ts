import type { ContractChange } from '#contract';
import type { Output } from './output.ts';

/** One change of a contract as a line for people: whether it breaks somebody, where, and why. */
export function contractChangeLine(
  { verdict, operation, path, breaks, why }: ContractChange,
  style: Output['style'],
): string {
  const mark = verdict === 'breaking' ? style('red', '✘') : style('green', '✔');
  const whom = breaks === 'none' ? '' : style('dim', ` (breaks ${breaks})`);
  return `${mark} ${operation ?? path}: ${why}${whom}`;
}
