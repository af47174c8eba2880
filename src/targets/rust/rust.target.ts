import { contractNames, documentChunks } from '#contract';
import { fileTree } from '#files';
import type { GeneratedFile } from '#files';
import { streamed } from '../shared/generated.ts';
import { notEnforcedDiagnostics } from '../shared/rules/not-enforced.ts';
import type { Target, TargetInput } from '../target.ts';
import { apiFiles } from './api/api-files.ts';
import { migrationFiles, migrationNames } from './database/migration-files.ts';
import { entityFile } from './entity/entity-file.ts';
import { lifecycleFile } from './entity/lifecycle-file.ts';
import { routesFile } from './entity/routes-file.ts';
import { rulesFile } from './entity/rules-file.ts';
import { projectFiles } from './project/project-files.ts';
import { resourcesFile, serviceFile } from './service-files.ts';
import { identityFiles, templateFiles } from './template-files.ts';

/** Services in Rust: Axum, Tokio, utoipa, sqlx, SQLite or PostgreSQL. */
export const target: Target = {
  name: 'rust',
  summary: 'Rust ≥ 1.94, Axum, Tokio, utoipa, sqlx; SQLite embedded or PostgreSQL',
  generate(input) {
    const migrations = migrationFiles(input);
    const names = migrationNames(migrations.files, input);
    return {
      files: fileTree([
        ...sourceFiles(input),
        resourcesFile(input.service, names),
        ...apiFiles(input.service),
        ...migrations.files,
        ...projectFiles(input),
        streamed('openapi.json', () => documentChunks(input.contract.openapi, 'json')),
      ]),
      diagnostics: [...notEnforcedDiagnostics(input.service), ...migrations.diagnostics],
    };
  },
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
    serviceFile(blueprint, service),
    ...templateFiles(service),
    ...identityFiles(service),
  ];
}
