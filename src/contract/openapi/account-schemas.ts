import { writableFields, jsonName } from '#blueprint';
import type { Blueprint, Service } from '#blueprint';
import { exampleId } from '../example/example-id.ts';
import type { ContractNames } from '../names.ts';
import { patterns } from '../patterns.ts';
import type { Schema } from './document.ts';
import { bodySchema, idSchema, pageSchema } from './record-schemas.ts';
import { emailName } from './type-schema.ts';

/** The schemas of accounts, and of members where there are roles (SP-6, SP-7). */
export function accountSchemas(
  blueprint: Blueprint,
  service: Service,
  { schemas }: ContractNames,
): Record<string, Schema> {
  const roles = blueprint.system.roles.map(({ name }) => name);
  const account = accountSchema(roles);
  const example = account.examples?.[0];
  const registration = withEntityFields(service, schemas.json, { email, password });
  return {
    [schemas.account]: account,
    [schemas.signedIn]: {
      description: 'Who is logged in, and the token to say so.',
      type: 'object',
      required: ['account', 'token'],
      properties: {
        account: { $ref: `#/components/schemas/${schemas.account}` },
        token: {
          description: 'For `Authorization: Bearer`.',
          type: 'string',
          minLength: 1,
          examples: [TOKEN],
        },
      },
      examples: [{ account: example, token: TOKEN }],
    },
    [schemas.registration]: registration,
    [schemas.credentials]: body({ email: loginEmail, password: loginPassword }),
    ...(roles.length === 0
      ? {}
      : {
          [schemas.accountPage]: pageSchema(schemas.account, example),
          [schemas.memberCreate]: withEntityFields(service, schemas.json, {
            email,
            password,
            roles: rolesSchema(roles),
          }),
          [schemas.memberPatch]: body({ roles: rolesSchema(roles) }),
        }),
  };
}

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

const email: Schema = {
  type: 'string',
  format: 'email',
  maxLength: 254,
  pattern: patterns.email,
  ...emailName,
  examples: ['ada@example.com'],
};
const password: Schema = {
  type: 'string',
  minLength: 8,
  maxLength: 128,
  pattern: patterns.text,
  writeOnly: true,
  examples: ['correct horse battery'],
};
const loginEmail: Schema = {
  type: 'string',
  pattern: patterns.text,
  examples: ['ada@example.com'],
};
const loginPassword: Schema = {
  type: 'string',
  pattern: patterns.text,
  writeOnly: true,
  examples: ['correct horse battery'],
};

function accountSchema(roles: readonly string[]): Schema {
  const properties: Record<string, Schema> = {
    id: idSchema('account'),
    email: { type: 'string', format: 'email', examples: ['ada@example.com'] },
    roles: {
      description: 'Sorted; `owner` owns the tenant.',
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', enum: [...new Set(['owner', ...roles])] },
      examples: [['owner']],
    },
    tenantId: idSchema('tenant'),
  };
  return {
    description: 'Somebody who can log in.',
    type: 'object',
    required: Object.keys(properties),
    properties,
    examples: [
      {
        id: exampleId('account'),
        email: 'ada@example.com',
        roles: ['owner'],
        tenantId: exampleId('tenant'),
      },
    ],
  };
}

function rolesSchema(roles: readonly string[]): Schema {
  return {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', enum: roles.filter((role) => role !== 'owner') },
    examples: [roles.filter((role) => role !== 'owner').slice(0, 1)],
  };
}

function body(properties: Readonly<Record<string, Schema>>): Schema {
  const example = Object.entries(properties).map(([name, schema]) => [name, schema.examples?.[0]]);
  return {
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
    examples: [Object.fromEntries(example)],
  };
}

/** Where an entity is the account itself, its writable fields are given with the account (SP-6.9). */
function withEntityFields(
  service: Service,
  json: string,
  ours: Readonly<Record<string, Schema>>,
): Schema {
  const own = body(ours);
  const entity = service.entities.find(({ account }) => account);
  if (!entity) return own;
  const names = Object.keys(ours);
  const fields = writableFields(entity).filter((field) => !names.includes(jsonName(field)));
  const theirs = bodySchema({ ...entity, fields }, 'create', json);
  const example = { ...asObject(own.examples?.[0]), ...asObject(theirs.examples?.[0]) };
  return {
    ...own,
    required: [...names, ...(theirs.required ?? [])],
    properties: { ...ours, ...theirs.properties },
    examples: [example],
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}
