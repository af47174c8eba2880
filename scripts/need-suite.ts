/** Ends with 2 and says what is needed where a folder holds nothing of a public suite: nothing was tested then. */
export function needSuite(found: number, folder: string, suite: string): void {
  if (found > 0) return;
  console.error(`nothing to run below ${folder}: it needs a copy of ${suite}`);
  process.exit(2);
}
