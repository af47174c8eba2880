import { ProcessComponent } from '../http-component/process-component.ts';
import { RemoteComponent } from '../http-component/remote-component.ts';
import type { Watchdog } from '../process/watchdog.ts';
import type { SchemaCompiler } from '../schema/schema-compiler.ts';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { loadComponent, type LoadedComponent } from './load-component.ts';
import type { ProcessDefinition, ServiceDefinition } from './service-definition.ts';

/** How a process is started that a definition names by its folder alone. */
export interface Prepared {
  readonly value: { readonly command: string; readonly args: readonly string[] } | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What components are made with. */
export interface ComponentMaker {
  readonly schemas: SchemaCompiler;
  readonly watchdog: Watchdog;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onLog: (serviceId: string, line: string) => void;
  /** Knows forged services: makes the one of a folder ready to run. */
  readonly prepare: ((directory: string) => Promise<Prepared>) | undefined;
}

/** Where programs and temporary files are. All else that a process gets is written in services.json. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'];

/** Makes the component of a definition, of whatever kind. */
export async function makeComponent(
  definition: ServiceDefinition,
  maker: ComponentMaker,
): Promise<LoadedComponent> {
  if (definition.kind === 'class') return loadComponent(definition, maker.schemas);
  if (definition.kind === 'remote') {
    const { url, health } = definition;
    return { component: new RemoteComponent(url, health), config: {}, diagnostics: [] };
  }
  const { value: program, diagnostics } = await programOf(definition, maker);
  if (program === undefined) return { component: undefined, diagnostics };
  const { environment, watchdog, onLog } = maker;
  const kept = inherited.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const { id, directory, port, health } = definition;
  const env = { ...Object.fromEntries(kept), ...definition.env };
  const component = new ProcessComponent(
    { ...program, directory, env, port, health },
    watchdog,
    (line) => onLog(id, line),
  );
  return { component, config: {}, diagnostics: [] };
}

async function programOf(
  { id, command, args, directory, locate }: ProcessDefinition,
  { prepare }: ComponentMaker,
): Promise<Prepared> {
  if (command !== undefined) return { value: { command, args }, diagnostics: [] };
  if (prepare !== undefined) return prepare(directory);
  const problem = configDiagnostics.create('no-command', { id, directory }, locate('/directory'));
  return { value: undefined, diagnostics: [problem] };
}
