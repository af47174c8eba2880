/** A folder beside `outDir`, on the same file system, that becomes the service when it is published. */
export interface Staging {
  readonly dir: string;
  readonly outDir: string;
  /** Whether `outDir` held a forged service when the staging was made. */
  readonly hasPrevious: boolean;
}
