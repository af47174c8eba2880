import { documentChunks } from '#contract';
import { fileTree } from '#files';
import type { GeneratedFile } from '#files';
import type { Target, TargetInput } from '../target.ts';
import { notEnforcedDiagnostics } from '../shared/rules/not-enforced.ts';
import { apiFiles } from './api/api-files.ts';
import { migrationFiles } from './database/migration-files.ts';
import { lifecycleFile } from './entity/lifecycle-file.ts';
import { modelFile } from './entity/model-file.ts';
import { resourceFile } from './entity/resource-file.ts';
import { rulesFile } from './entity/rules-file.ts';
import { schemaFile } from './entity/schema-file.ts';
import { docstring } from './emit/docstring.ts';
import { entityNames } from './names.ts';
import { streamed } from '../shared/generated.ts';
import { projectFiles } from './project/project-files.ts';
import { resourcesFile, serviceFile } from './service-files.ts';
import { templateFiles } from './template-files.ts';

/** Services in Python: FastAPI, SQLAlchemy 2, Alembic, Pydantic 2, SQLite or PostgreSQL. */
export const target: Target = {
  name: 'python',
  summary: 'Python ≥ 3.11, FastAPI, SQLAlchemy 2, Alembic; SQLite embedded or PostgreSQL',
  generate(input) {
    const migrations = migrationFiles(input);
    return {
      files: fileTree([
        ...sourceFiles(input),
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
  const entities = service.entities.flatMap((entity) =>
    [
      packageFile(entityNames(entity).module, entity.label),
      modelFile(service, entity),
      schemaFile(entity),
      rulesFile(service, entity),
      lifecycleFile(service, entity),
      resourceFile(service, entity),
    ].filter((file) => file !== undefined),
  );
  return [
    ...entities,
    resourcesFile(service),
    serviceFile(blueprint, service),
    ...templateFiles(service),
  ];
}

function packageFile(module: string, label: string): GeneratedFile {
  const path = `app/resources/${module}/__init__.py`;
  return { path, content: docstring(label), owner: 'generated', sources: [] };
}
