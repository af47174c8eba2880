import { type Mutant, mutantsOf } from './mutant.ts';

/** Faults in who may do what. */
export const accountMutants: readonly Mutant[] = [
  ...mutantsOf('src/auth/authenticate.ts', [
    [
      'a token of nobody is the first one’s',
      'if (!caller) throw unauthenticated();',
      "if (!caller && bearer === undefined) throw unauthenticated();\n    if (!caller) return { accountId: '', tenantId: '', sessionId: '', roles: ['owner'] };",
    ],
  ]),
  ...mutantsOf('src/auth/accounts.ts', [
    [
      'a new account joins the first tenant',
      'tenant_id: tenant ?? uuidv7(now.getTime()),',
      "tenant_id: tenant ?? '00000000-0000-7000-8000-000000000000',",
    ],
    ['a taken e-mail is taken over', 'if (added.length === 0) throw emailTaken();', ''],
    [
      'everyone is the owner',
      'const roles = JSON.parse(row.roles) as string[];',
      "const roles = [...(JSON.parse(row.roles) as string[]), 'owner'];",
    ],
  ]),
  ...mutantsOf('src/auth/routes.ts', [
    ['any password will do', 'if (!row || !right) throw', 'if (!row || right === undefined) throw'],
    [
      'a logout leaves the session',
      "await db.deleteFrom('_session').where('id', '=', request.caller.sessionId).execute();",
      '',
    ],
    ['nobody is locked out', '    await countAttempt(database, email, now);\n', ''],
    ['a register answers 200', 'reply.code(201)', 'reply.code(200)'],
  ]),
  ...mutantsOf('src/auth/passwords.ts', [
    [
      'unknown e-mails are answered at once',
      'const right = await verify(passwordHash ?? (await nobody()), password);',
      'if (passwordHash === undefined) return false;\n  const right = await verify(passwordHash, password);',
    ],
  ]),
  ...mutantsOf('src/auth/members.ts', [
    [
      'any member manages members',
      "if (!request.caller.roles.includes('owner'))",
      "if (request.caller.roles.includes('nobody'))",
    ],
    [
      'members of every tenant are listed',
      "      .where('tenant_id', '=', request.caller.tenantId)\n      .$if(",
      '      .$if(',
    ],
    [
      'the owner can be removed',
      "if (account.roles.includes('owner')) {",
      "if (account.roles.includes('nobody')) {",
    ],
  ]),
  ...mutantsOf('src/auth/cookie.ts', [
    [
      'cookies work from any origin',
      'if (SAFE.has(request.method)) return;',
      'if (request.method.length > 0) return;',
    ],
    ['scripts read the cookie', 'HttpOnly; ', ''],
    ['other sites send the cookie', 'SameSite=Lax', 'SameSite=None'],
    [
      'a logout leaves the cookie',
      'const age = token === undefined ? 0 : SESSION_SECONDS;',
      'const age = SESSION_SECONDS;',
    ],
  ]),
];
