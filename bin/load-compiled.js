import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import { codeCachePath, readCodeCache, writeCodeCache } from './code-cache.js';

/** So many runs add to what is compiled already: other requirements need other functions. */
const RUNS = 3;

const LOADING = 16;
const RUNNING = 1;

/**
 * Loads what `npm pack` made (CommonJS, in one folder), with the compiled code of what earlier runs really
 * called. Node's own cache holds either what runs at once or all there is.
 * @param folder where the files lie, and `build-id`, which changes with any of them
 * @param name what the run is for: each has its own code
 * @param grow sets the factor by which V8 lets grow what was just made
 */
export function compiledModules(folder, name, grow) {
  const path = codeCachePath(folder, name);
  const build = readFileSync(join(folder, 'build-id'), 'utf8');
  const kept = readCodeCache(path);
  const cache = kept?.about.build === build ? kept : undefined;
  const parts = cache?.parts ?? new Map();
  grow(LOADING);
  const requirePackage = createRequire(join(folder, 'index.cjs'));
  const modules = new Map();
  const scripts = new Map();
  let lacking = false;
  let growth = LOADING;
  // Compiled code is for the flags that it was made with.
  const compiling = (work) => {
    if (growth === LOADING) return work();
    grow(LOADING);
    const made = work();
    grow(growth);
    return made;
  };

  const load = (id) => {
    if (!id.startsWith('./')) return requirePackage(id);
    const file = id.slice(2);
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const filename = join(folder, file);
    scriptOf(file, filename).runInThisContext()(module.exports, load, module, filename);
    return module.exports;
  };

  const scriptOf = (file, filename) => {
    const { size, mtimeMs } = statSync(filename);
    const key = `${file} ${size} ${mtimeMs}`;
    const cachedData = parts.get(key);
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    const text = `(function (exports, require, module, __filename) {${textOf(filename)}\n})`;
    const script = compiling(
      () => new Script(text, { filename, cachedData, importModuleDynamically }),
    );
    if (!cachedData || script.cachedDataRejected) lacking = true;
    scripts.set(file, { key, script });
    return script;
  };

  /** Keeps what is compiled by now, for the next runs. */
  const keep = () => {
    const runs = lacking ? 1 : (cache?.about.runs ?? 0) + 1;
    if (runs > RUNS) return;
    try {
      const others = [...parts].filter(([key]) => !scripts.has(key.split(' ', 1)[0]));
      const made = compiling(() =>
        [...scripts.values()].map(({ key, script }) => [key, script.createCachedData()]),
      );
      writeCodeCache(path, { build, runs }, [...others, ...made]);
    } catch {
      // A disk that is full or read-only: the next run compiles again.
    }
  };
  const loaded = () => grow((growth = RUNNING));
  return { load, loaded, keep };
}

/** A third faster than to let `readFileSync` decode, where not all is ASCII. */
function textOf(filename) {
  return readFileSync(filename).toString();
}
