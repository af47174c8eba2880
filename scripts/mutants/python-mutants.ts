import { type Mutant, mutantsOf } from './mutant.ts';
import { pythonRecordMutants } from './python-record-mutants.ts';

/** Faults in services of the target python: of each kind that the others plant in typescript, some. */
export const pythonMutants: Readonly<Record<string, readonly Mutant[]>> = {
  http: [
    ...mutantsOf('app/http/json_reader.py', [
      ['deep bodies are read', 'DEEPEST: Final = 32', 'DEEPEST: Final = 100_000'],
      [
        'U+0000 is read',
        '            raise malformed("The body holds U+0000.")',
        '            return',
      ],
      ['names come twice', 'if len(members) < len(pairs):', 'if len(members) > len(pairs):'],
      [
        'broken JSON is a server error',
        'except (ValueError, RecursionError):',
        'except RecursionError:',
      ],
    ]),
    ...mutantsOf('app/http/problems.py', [
      ['files are named', '"detail": self.detail,', '"detail": f"{__file__}: {self.detail}",'],
      ['validation answers 400', '"validation-failed": (422,', '"validation-failed": (400,'],
      ['a wrong transition is 422', '"invalid-transition": (409,', '"invalid-transition": (422,'],
      ['problems are plain JSON', 'media_type="application/problem+json"', 'media_type=None'],
      ['faults are not named', 'if self.errors else document', 'if not self.errors else document'],
    ]),
    ...mutantsOf('app/http/middleware.py', [
      ['answers may be sniffed', '    "x-content-type-options": "nosniff",\n', ''],
      ['answers may be cached', 'if scope["path"].startswith("/api")', 'if scope["path"] == ""'],
    ]),
    ...mutantsOf('app/http/cors.py', [
      [
        'any origin is allowed',
        'if origin not in origins:\n        return {"vary"',
        'if origin is None:\n        return {"vary"',
      ],
    ]),
    ...mutantsOf('app/http/rate_limit.py', [
      ['nothing is limited', 'if count > self._per_minute:', 'if count < 0:'],
    ]),
    ...mutantsOf('app/http/query.py', [
      [
        'repeated parameters are read',
        '            raise invalid_parameter(name, "is repeated")',
        '            pass',
      ],
    ]),
    ...mutantsOf('app/http/negotiation.py', [
      ['q=0 admits', 'return name in JSON and not any(', 'return name in JSON or not any('],
    ]),
  ],
  accounts: [
    ...mutantsOf('app/auth/routes.py', [
      ['any password will do', 'if row is None or not right:', 'if row is None:'],
      ['nobody is locked out', '    count_attempt(around.database, given.email, now)\n', ''],
      [
        'a logout leaves the session',
        '    around.database.write(lambda session: session.execute(ended))\n',
        '',
      ],
    ]),
    ...mutantsOf('app/auth/passwords.py', [
      [
        'unknown e-mails are answered at once',
        '    try:\n        _hasher.verify(',
        '    if password_hash is None:\n        return False\n    try:\n        _hasher.verify(',
      ],
    ]),
    ...mutantsOf('app/auth/accounts.py', [
      [
        'a new account joins the first tenant',
        'tenant_id=tenant or uuid7(),',
        'tenant_id=tenant or UUID(int=7),',
      ],
    ]),
    ...mutantsOf('app/auth/members.py', [
      ['any member manages members', 'if not caller.is_owner:', 'if caller.account_id is None:'],
      [
        'members of every tenant are changed',
        'AccountRow.id == key, AccountRow.tenant_id == owner.tenant_id',
        'AccountRow.id == key',
      ],
    ]),
    ...mutantsOf('app/auth/cookie.py', [
      ['cookies work from any origin', 'if request.method in SAFE:', 'if request.method:'],
      ['scripts read the cookie', 'HttpOnly; ', ''],
    ]),
  ],
  fields: [
    ...mutantsOf('app/fields/numbers.py', [
      ['numbers may be too low by one', 'value < self.minimum:', 'value < self.minimum - 1:'],
      ['an exclusive limit is inclusive', 'value <= self.above:', 'value < self.above:'],
      [
        'true is a whole number',
        'if isinstance(value, bool) or not isinstance(value, int | float):\n            raise refusal("type", "must be a whole number")',
        'if not isinstance(value, int | float):\n            raise refusal("type", "must be a whole number")',
      ],
    ]),
    ...mutantsOf('app/fields/text.py', [
      ['text may be longer by one', '    longest = 255', '    longest = 256'],
      [
        'white space is a text',
        'if self.filled and not FILLED',
        'if not self.shown and not FILLED',
      ],
      ['patterns are not checked', 'if self.pattern and not self.pattern', 'if not self.pattern'],
      ['formats may go on', 'self.form.fullmatch(value)', 'self.form.match(value)'],
    ]),
    ...mutantsOf('app/fields/times.py', [
      [
        'times keep their offset',
        'return local + offset if sign == "-" else local - offset',
        'return local',
      ],
    ]),
    ...mutantsOf('app/fields/schema.py', [
      [
        'read-only properties are unknown',
        'if name in read_only or name in MANAGED',
        'if name in read_only and name in MANAGED',
      ],
    ]),
    ...mutantsOf('app/rules/logic.py', [
      [
        'unknown asks',
        'consequence if condition is True else True',
        'consequence if condition is not False else True',
      ],
    ]),
    ...mutantsOf('app/rules/duration.py', [
      ['months overflow', 'day = min(first.day, ', 'day = max(1, '],
    ]),
  ],
  ...pythonRecordMutants,
};
