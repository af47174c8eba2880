import { literal } from '../../emit/code.ts';

/** Text as a part of a template literal. */
export function templateText(text: string): string {
  return literal(text)
    .slice(1, -1)
    .replaceAll(/\\(["'])/g, '$1')
    .replaceAll(/`|\$(?=\{)/g, String.raw`\$&`);
}
