import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import type { AnyComponent } from '../component/component.ts';
import { configSchemaOf, type InterfaceDefinition } from '../component/interface.ts';
import { componentProblem } from '../registry/component-problem.ts';
import { within } from '../registry/within.ts';
import type { SchemaCompiler } from '../schema/schema-compiler.ts';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { fitConfig } from './fit-config.ts';
import type { ClassDefinition } from './service-definition.ts';

/** A component that is ready to be registered, or why there is none. */
export type LoadedComponent =
  | {
      readonly component: AnyComponent;
      readonly config: unknown;
      readonly diagnostics: readonly [];
    }
  | { readonly component: undefined; readonly diagnostics: readonly Diagnostic[] };

/** How long a module may take to be loaded: one that awaits what never comes must not keep the others. */
const LOAD_MS = 30_000;

/** Imports the module of a service, makes an instance of its class, and fits the configuration to its interface. */
export async function loadComponent(
  definition: ClassDefinition,
  schemas: SchemaCompiler,
  limitMs = LOAD_MS,
): Promise<LoadedComponent> {
  const { id, module, folder, class: name, locate } = definition;
  const fail = (...diagnostics: Diagnostic[]) => ({ component: undefined, diagnostics });
  const url = resolveModule(module, folder);
  if (url === undefined) {
    const params = { id, module, folder };
    return fail(configDiagnostics.create('no-such-module', params, locate('/module')));
  }
  let exported: Record<string, unknown>;
  try {
    exported = await within(`"${module}"`, limitMs, () => load(url));
  } catch (error) {
    const params = { id, module, reason: firstLine(error).replace(/\.$/, '') };
    return fail(configDiagnostics.create('broken-module', params, locate('/module')));
  }
  const found = Object.hasOwn(exported, name) ? exported[name] : undefined;
  if (typeof found !== 'function') {
    const exports = Object.keys(exported).sort().join(', ') || 'nothing';
    const params = { id, module, name, exports };
    return fail(configDiagnostics.create('wrong-export', params, locate('/class')));
  }
  const component = instantiate(found);
  const problem = component instanceof Error ? firstLine(component) : componentProblem(component);
  if (problem !== undefined) {
    const params = { id, name, problem: problem.replace(/\.$/, '') };
    return fail(configDiagnostics.create('not-a-component', params, locate('/class')));
  }
  const made = component as AnyComponent;
  const promised = made.metadata.interface as InterfaceDefinition;
  const { config, issues } = fitConfig(definition, schemas.compile(configSchemaOf(promised)));
  if (issues.length === 0) return { component: made, config, diagnostics: [] };
  return fail(
    ...issues.map(({ pointer, message: problem }) =>
      configDiagnostics.create(
        'wrong-config',
        { id, pointer, problem, interface: promised.name },
        locate(`/config${pointer}`),
      ),
    ),
  );
}

const load = async (url: string) => (await import(url)) as Record<string, unknown>;

function resolveModule(module: string, folder: string): string | undefined {
  if (/^\.{0,2}\//.test(module)) {
    const path = resolve(folder, module);
    return existsSync(path) ? pathToFileURL(path).href : undefined;
  }
  try {
    return pathToFileURL(createRequire(resolve(folder, 'services.json')).resolve(module)).href;
  } catch {
    return undefined;
  }
}

function instantiate(found: object): unknown {
  try {
    return Reflect.construct(found as new () => unknown, []);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
