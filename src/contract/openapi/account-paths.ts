import type { Blueprint } from '#blueprint';
import type {
  Operation,
  Parameter,
  PathItem,
  Reference,
  RequestBody,
  Response,
} from './document.ts';
import { header } from './headers.ts';
import { answer, jsonBody, patchBody } from './operation.ts';
import type { PathContext } from './operation.ts';
import { alwaysPossible, bodyProblems, problemResponses } from './problems.ts';
import type { ProblemStatus } from './problems.ts';
import { shared } from './shared-parameters.ts';

/** The paths below `/api/auth` (SP-6), with members where there are roles (SP-7). */
export function accountPaths(context: PathContext, blueprint: Blueprint): Record<string, PathItem> {
  const { operations, schemas } = context.names;
  const own: Record<string, PathItem> = {
    '/api/auth/register': {
      post: operation(context, {
        id: operations.register,
        summary: 'Register',
        text: 'Makes an account, and a tenant that it owns.',
        open: true,
        body: jsonBody(context, schemas.registration),
        success: { 201: signedIn(context, 'The new account is logged in.') },
        problems: [403, 409, ...bodyProblems],
      }),
    },
    '/api/auth/login': {
      post: operation(context, {
        id: operations.login,
        summary: 'Log in',
        open: true,
        body: jsonBody(context, schemas.credentials),
        success: { 200: signedIn(context, 'Logged in.') },
        problems: [401, 403, ...bodyProblems],
      }),
    },
    '/api/auth/logout': {
      post: operation(context, {
        id: operations.logout,
        summary: 'Log out',
        text: 'Ends the session: its token is refused afterwards.',
        success: {
          204: {
            description: 'Logged out.',
            headers: {
              ...header('Set-Cookie', 'SetCookie'),
              ...header('X-Request-Id', 'RequestId'),
            },
          },
        },
        problems: [401, 403, 413, 415],
      }),
    },
    '/api/auth/me': {
      get: operation(context, {
        id: operations.me,
        summary: 'Who is logged in',
        success: { 200: answer('The account of the caller.', schemas.account) },
        problems: [401],
      }),
    },
  };
  return blueprint.system.roles.length === 0 ? own : { ...own, ...memberPaths(context) };
}

function memberPaths(context: PathContext): Record<string, PathItem> {
  const { operations, schemas } = context.names;
  return {
    '/api/auth/members': {
      get: operation(context, {
        id: operations.listMembers,
        summary: 'List members',
        text: 'The accounts of the tenant. For its owner.',
        parameters: [shared('limit'), shared('cursor')],
        success: { 200: answer('A page of accounts.', schemas.accountPage) },
        problems: [401, 403],
      }),
      post: operation(context, {
        id: operations.addMember,
        summary: 'Add a member',
        text: 'Adds an account with roles to the tenant. For its owner.',
        body: jsonBody(context, schemas.memberCreate),
        success: { 201: answer('The new account.', schemas.account) },
        problems: [401, 403, 409, ...bodyProblems],
      }),
    },
    '/api/auth/members/{id}': {
      patch: operation(context, {
        id: operations.updateMember,
        summary: 'Change the roles of a member',
        text: 'For the owner of the tenant, who alone cannot be changed (409).',
        parameters: [shared('id')],
        body: patchBody(context, schemas.memberPatch),
        success: { 200: answer('The account as it is now.', schemas.account) },
        problems: [401, 403, 404, 409, ...bodyProblems],
      }),
      delete: operation(context, {
        id: operations.removeMember,
        summary: 'Remove a member',
        text: 'Removes the account and ends its sessions. For the owner of the tenant, who alone cannot be removed (409).',
        parameters: [shared('id')],
        success: {
          204: { description: 'It is gone.', headers: header('X-Request-Id', 'RequestId') },
        },
        problems: [401, 403, 404, 409, 413, 415],
      }),
    },
  };
}

interface AccountOperation {
  readonly id: string;
  readonly summary: string;
  readonly text?: string;
  /** Needs no account. */
  readonly open?: true;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly body?: RequestBody;
  readonly success: Readonly<Record<string, Response>>;
  readonly problems: readonly ProblemStatus[];
}

function operation(context: PathContext, given: AccountOperation): Operation {
  return {
    operationId: given.id,
    summary: given.summary,
    ...(given.text === undefined ? {} : { description: given.text }),
    tags: [context.names.tags.accounts],
    ...(given.open ? { security: [] } : {}),
    ...(given.parameters ? { parameters: given.parameters } : {}),
    ...(given.body ? { requestBody: given.body } : {}),
    responses: { ...given.success, ...problemResponses([...alwaysPossible, ...given.problems]) },
  };
}

function signedIn(context: PathContext, description: string): Response {
  const response = answer(description, context.names.schemas.signedIn);
  return { ...response, headers: { ...header('Set-Cookie', 'SetCookie'), ...response.headers } };
}
