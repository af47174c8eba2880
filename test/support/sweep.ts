/**
 * How far a sweep goes (seeds, rows, megabytes): to `all` in `npm test` and in a test file that is run by
 * itself, only to `some` in `npm run check`, which sets MICROFORGE_SWEEP and is to answer in seconds.
 */
export function sweep(some: number, all: number): number {
  return process.env['MICROFORGE_SWEEP'] === 'short' ? some : all;
}
