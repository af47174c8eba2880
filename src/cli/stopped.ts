import type { Output } from './output.ts';

/** What is said last after Ctrl-C: on a terminal below the line in which it shows `^C`. */
export function stopped({ mode }: Pick<Output, 'mode'>): string {
  return `${mode === 'terminal' ? '\n' : ''}Stopped.`;
}
