import { allIncomingReferences } from '#blueprint';
import type { Blueprint, Service } from '#blueprint';
import { namesOf } from '../names.ts';
import type { ContractNames } from '../names.ts';
import { accountPaths } from './account-paths.ts';
import { accountSchemas } from './account-schemas.ts';
import { sentence } from './describe.ts';
import type { OpenApiDocument, PathItem, SecurityScheme } from './document.ts';
import { headerComponents } from './headers.ts';
import { listQueries } from './list-parameters.ts';
import type { PathContext } from './operation.ts';
import { problemComponents } from './problems.ts';
import { recordSchemas } from './record-schemas.ts';
import { resourcePaths } from './resource-paths.ts';
import { sharedParameters } from './shared-parameters.ts';
import { sharedSchemas } from './shared-schemas.ts';
import { systemPaths } from './system-paths.ts';

/** The OpenAPI 3.1 document of a service: all of its profile that is visible over HTTP. */
export function buildOpenApi(
  blueprint: Blueprint,
  service: Service,
  names: ContractNames,
): OpenApiDocument {
  const accounts = service.access === 'accounts';
  const schemas = Object.assign(
    {},
    ...service.entities.map((entity) => recordSchemas(entity, names)),
    accounts ? accountSchemas(blueprint, service, names) : {},
    sharedSchemas(service, names),
  ) as OpenApiDocument['components']['schemas'];
  const lists = listQueries(service.entities, (entity) => namesOf(names, entity).record);
  const context: PathContext = {
    service,
    names,
    schemas,
    incoming: allIncomingReferences(service),
    lists: lists.references,
  };
  return {
    openapi: '3.1.0',
    info: {
      title: service.label,
      version: '1.0.0',
      description:
        [service.description, blueprint.system.description].find((text) => text !== '') ??
        sentence(service.label),
    },
    servers: [{ url: '/' }],
    ...(accounts ? { security: [{ bearer: [] }, { session: [] }] } : {}),
    tags: tagsOf(service, names),
    paths: Object.assign(
      {},
      ...service.entities.map((entity) => resourcePaths(context, entity)),
      accounts ? accountPaths(context, blueprint) : {},
      systemPaths(context),
    ) as Record<string, PathItem>,
    components: {
      schemas,
      responses: problemComponents(names, accounts),
      parameters: { ...sharedParameters(blueprint), ...lists.components },
      headers: headerComponents,
      ...(accounts ? { securitySchemes } : {}),
    },
  };
}

const securitySchemes: Readonly<Record<string, SecurityScheme>> = {
  bearer: {
    type: 'http',
    description: 'The token of the log-in.',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  },
  session: {
    type: 'apiKey',
    description: 'The cookie of the log-in; a bearer token wins over it.',
    in: 'cookie',
    name: 'session',
  },
};

function tagsOf(service: Service, names: ContractNames): OpenApiDocument['tags'] {
  const entities = service.entities.map((entity) => ({
    name: namesOf(names, entity).tag,
    description: sentence(entity.label),
  }));
  return [
    ...entities,
    ...(service.access === 'accounts'
      ? [{ name: names.tags.accounts, description: 'Who may log in.' }]
      : []),
    { name: names.tags.events, description: 'What was written.' },
    { name: names.tags.operation, description: 'How the service is doing, and this contract.' },
  ];
}
