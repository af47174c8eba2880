import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from './generated-file.ts';
import type { TextConflict } from './merge-text.ts';
import type { Pristine } from './pristine.ts';

/**
 * What happens to one path. `before` is what the folder held when the plan was made (undefined: no
 * file): `publish` refuses when it is something else by then, so that no late edit is overwritten.
 * - `write`: a new file, one of ours that you didn't touch, or the side file of a conflict.
 * - `merge`: your edits and ours, both in.
 * - `keep`: stays untouched; it is what we'd write, or only you changed it.
 * - `conflict`: stays untouched; the side file at `side` has both versions between markers.
 * - `delete`: no longer generated and not edited, or a side file that is done with.
 * - `leave`: yours now: edited and no longer generated, a scaffold that you removed, or something else in its place.
 */
export type UpdateAction =
  | {
      readonly kind: 'write' | 'merge';
      readonly path: string;
      readonly file: GeneratedFile;
      readonly before: string | undefined;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly before: string }
  | { readonly kind: 'keep' | 'leave'; readonly path: string }
  | {
      readonly kind: 'conflict';
      readonly path: string;
      readonly side: string;
      readonly conflicts: readonly TextConflict[];
    };

/** What an update does, path by path in order, and what is remembered for the next one. */
export interface UpdatePlan {
  readonly actions: readonly UpdateAction[];
  readonly pristine: Pristine;
  readonly diagnostics: readonly Diagnostic[];
}
