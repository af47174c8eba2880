import { documentChunks } from '#contract';
import { fileTree } from '#files';
import type { GeneratedFile } from '#files';
import type { Target, TargetInput } from '../target.ts';
import { apiFiles } from './api/api-files.ts';
import { migrationFiles } from './database/migration-files.ts';
import { fieldsFile } from './entity/fields-file.ts';
import { lifecycleFile } from './entity/lifecycle-file.ts';
import { resourceFile } from './entity/resource-file.ts';
import { rulesFile } from './entity/rules-file.ts';
import { notEnforcedDiagnostics } from '../shared/rules/not-enforced.ts';
import { streamed } from '../shared/generated.ts';
import { projectFiles } from './project/project-files.ts';
import { resourcesFile, serviceFile } from './service-files.ts';
import { templateFiles } from './template-files.ts';

/** Services in TypeScript: Node, Fastify, Kysely, SQLite or PostgreSQL. */
export const target: Target = {
  name: 'typescript',
  summary: 'Node ≥ 22.18, Fastify 5, Kysely; SQLite embedded or PostgreSQL',
  generate(input) {
    const migrations = migrationFiles(input);
    return {
      files: fileTree([...migrations.files, ...emitters.flatMap((emit) => emit(input))]),
      diagnostics: [...notEnforcedDiagnostics(input.service), ...migrations.diagnostics],
    };
  },
};

/** What makes the files of a service, part by part. */
const emitters: readonly ((input: TargetInput) => readonly GeneratedFile[])[] = [
  sourceFiles,
  ({ service }) => apiFiles(service),
  projectFiles,
  ({ contract }) => [streamed('openapi.json', () => documentChunks(contract.openapi, 'json'))],
];

function sourceFiles({ blueprint, service }: TargetInput): readonly GeneratedFile[] {
  const entities = service.entities.flatMap((entity) =>
    [
      fieldsFile(service, entity),
      rulesFile(service, entity),
      lifecycleFile(service, entity),
      resourceFile(service, entity),
    ].filter((file) => file !== undefined),
  );
  return [
    ...entities,
    resourcesFile(service),
    serviceFile(blueprint, service),
    ...templateFiles(service, usedHelpers(entities)),
  ];
}

/** The helpers of rules that some file imports, and what those import. */
function usedHelpers(files: readonly GeneratedFile[]): ReadonlySet<string> {
  const text = files.map(({ content }) => content).join('');
  const used = new Set<string>();
  for (const helper of ['logic', 'compare', 'decimal', 'rows', 'time']) {
    if (text.includes(`../../rules/${helper}.ts`)) used.add(`src/rules/${helper}.ts`);
  }
  if (used.has('src/rules/compare.ts')) {
    used.add('src/rules/decimal.ts').add('src/rules/time.ts');
  }
  if (used.has('src/rules/rows.ts')) used.add('src/rules/decimal.ts');
  return used;
}
