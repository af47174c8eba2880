import { registerHooks } from 'node:module';

/**
 * The address of one of our modules, as Node would find it: `./x.ts` beside its importer, `#x` by the
 * `imports` of package.json. Undefined for everything else, and for importers that are not ours.
 */
export function ownModule(specifier, importer, src) {
  if (importer === undefined || !importer.startsWith(src)) return undefined;
  if (specifier.startsWith('#')) return `${src}${specifier.slice(1)}/index.ts`;
  if (specifier.startsWith('.') && specifier.endsWith('.ts'))
    return new URL(specifier, importer).href;
  return undefined;
}

/**
 * Spares Node the search for each of our hundreds of modules (does it exist, is it a link, what does the
 * nearest package.json say): a quarter of the time to load them. `src` is the address of their folder.
 */
export function findOwnModules(src) {
  registerHooks({
    resolve(specifier, context, next) {
      const url = ownModule(specifier, context.parentURL, src);
      return url === undefined
        ? next(specifier, context)
        : { url, format: 'module-typescript', shortCircuit: true };
    },
  });
}
