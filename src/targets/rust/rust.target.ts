import { contractNames, documentChunks } from '#contract';
import { fileTree } from '#files';
import type { GeneratedFile } from '#files';
import { streamed } from '../shared/generated.ts';
import type { Target, TargetInput } from '../target.ts';
import { migrationFiles } from './database/migration-files.ts';
import { entityFile } from './entity/entity-file.ts';
import { lifecycleFile } from './entity/lifecycle-file.ts';
import { routesFile } from './entity/routes-file.ts';
import { rulesFile } from './entity/rules-file.ts';
import { ownRulesDiagnostics } from './own-rules.ts';
import { projectFiles } from './project/project-files.ts';
import { resourcesFile, serviceFile } from './service-files.ts';
import { identityFiles, templateFiles } from './template-files.ts';

/** Services in Rust: Axum, Tokio, utoipa, sqlx, SQLite or PostgreSQL. */
export const target: Target = {
  name: 'rust',
  summary: 'Rust ≥ 1.94, Axum, Tokio, utoipa, sqlx; SQLite embedded or PostgreSQL',
  generate: (input) => ({
    files: fileTree([
      ...sourceFiles(input),
      ...migrationFiles(input.service),
      ...projectFiles(input),
      streamed('openapi.json', () => documentChunks(input.contract.openapi, 'json')),
    ]),
    diagnostics: ownRulesDiagnostics(input.service),
  }),
};

function sourceFiles({ blueprint, service }: TargetInput): readonly GeneratedFile[] {
  const names = contractNames(service);
  const entities = service.entities.flatMap((entity) =>
    [
      entityFile(service, entity, names),
      routesFile(service, entity, names),
      rulesFile(service, entity),
      lifecycleFile(service, entity),
    ].filter((file) => file !== undefined),
  );
  return [
    ...entities,
    resourcesFile(service),
    serviceFile(blueprint, service),
    ...templateFiles(service),
    ...identityFiles(service),
  ];
}
