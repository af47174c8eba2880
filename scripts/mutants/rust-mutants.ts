import { type Mutant, mutantsOf } from './mutant.ts';

/**
 * Faults in services of the target rust: of each kind that the others plant in typescript, a few (each one
 * is compiled).
 */
export const rustMutants: Readonly<Record<string, readonly Mutant[]>> = {
  http: [
    ...mutantsOf('src/http/json_reader.rs', [
      ['deep bodies are read', 'const DEEPEST: usize = 32;', 'const DEEPEST: usize = 100;'],
      [
        'U+0000 is read',
        "if value.contains('\\0') {",
        'if value.is_empty() && self.depth > DEEPEST {',
      ],
    ]),
    ...mutantsOf('src/http/problem.rs', [
      [
        'validation answers 400',
        '(Status::UNPROCESSABLE_ENTITY, "validation-failed"',
        '(Status::BAD_REQUEST, "validation-failed"',
      ],
      [
        'a conflict answers 400',
        '(Status::CONFLICT, "conflict", "Conflict")',
        '(Status::BAD_REQUEST, "conflict", "Conflict")',
      ],
    ]),
    ...mutantsOf('src/http/cors.rs', [
      [
        'any origin is allowed',
        'known.as_bytes() == origin.as_bytes()',
        'known.as_bytes() != b"" && origin.as_bytes() != b""',
      ],
    ]),
    ...mutantsOf('src/http/rate_limit.rs', [
      ['nothing is limited', 'if *count <= self.per_minute {', 'if *count > 0 {'],
    ]),
  ],
  accounts: [
    ...mutantsOf('src/auth/entry.rs', [
      ['any password will do', 'row.filter(|_| right)', 'row.filter(|_| right || !right)'],
      [
        'nobody is locked out',
        '    count_attempt(&around.database, &given.email, now).await?;\n',
        '',
      ],
      [
        'a logout leaves the session',
        '"delete from _session where id = $1"',
        '"delete from _session where id = $1 and 1 = 0"',
      ],
    ]),
    ...mutantsOf('src/auth/members.rs', [
      ['any member manages members', 'if caller.is_owner() {', 'if !caller.account_id.is_nil() {'],
    ]),
    ...mutantsOf('src/auth/cookie.rs', [
      ['cookies work from any origin', 'Method::GET | Method::HEAD | Method::OPTIONS', '_'],
      ['scripts read the cookie', 'HttpOnly; ', ''],
    ]),
  ],
  fields: [
    ...mutantsOf('src/fields/text.rs', [
      ['text may be longer by one', 'max_length: 255,', 'max_length: 256,'],
      [
        'white space is a text',
        'if self.filled && text.chars().all(is_space)',
        'if self.filled && text.is_empty()',
      ],
      ['lengths count bytes', 'let length = text.chars().count();', 'let length = text.len();'],
    ]),
    ...mutantsOf('src/rules/logic.rs', [
      ['unknown asks', 'if condition == Some(true) {', 'if condition != Some(false) {'],
    ]),
  ],
  records: [
    ...mutantsOf('src/records/access.rs', [
      [
        'others’ records are visible',
        'self.grant == Grant::All || own(record)',
        'self.grant == Grant::All || !own(record) || own(record)',
      ],
    ]),
    ...mutantsOf('src/records/etag.rs', [
      [
        'If-Match is ignored',
        'header.is_none_or(|header| matches(header, version, false))',
        'header.is_none_or(|header| matches(header, version, false) || !header.is_empty())',
      ],
    ]),
    ...mutantsOf('src/records/change.rs', [
      ['the version stays', '    record.version += 1;\n', ''],
      [
        'rules are not checked on update',
        '    broken.extend(broken_rules(Occasion::Update, &check));\n',
        '    broken_rules(Occasion::Update, &check);\n',
      ],
    ]),
    ...mutantsOf('src/records/store.rs', [
      [
        'references are found in every tenant',
        '"select id from {} where _tenant = "',
        '"select id from {} where _tenant is not "',
      ],
    ]),
    ...mutantsOf('src/records/remove.rs', [
      [
        'deletes have no event',
        'publish(definition, write, Happening::Deleted, &record).await.map(drop)',
        'Ok(())',
      ],
    ]),
    ...mutantsOf('src/records/checks.rs', [
      ['unknown is a violation', 'holds(check) == Some(false)', 'holds(check) != Some(true)'],
      [
        'any role takes every step',
        'if !step.roles.is_empty() && !step.roles.iter().any(may)',
        'if step.roles.len() > 99 && !step.roles.iter().any(may)',
      ],
    ]),
    ...mutantsOf('src/records/list_page.rs', [
      [
        'pages have one too many',
        'rows.iter().take(asked.limit)',
        'rows.iter().take(asked.limit + 1)',
      ],
      [
        'lists show others’ records',
        'if reach.grant == Grant::Own {',
        'if reach.grant == Grant::Own && asked.limit > 100 {',
      ],
      ['missing values come first', '" nulls last"', '" nulls first"'],
    ]),
    ...mutantsOf('src/records/idempotency.rs', [
      ['a key fits every body', 'if row.text(0)? != fingerprint {', 'if row.text(0)?.is_empty() {'],
    ]),
    ...mutantsOf('src/events/outbox.rs', [
      ['events are everyone’s', '" and tenant_id = $3"', '" and tenant_id <> $3"'],
    ]),
  ],
  entities: [
    ...mutantsOf('src/resources/orders/rules.rs', [
      ['orders have 46 days', 'duration(0, 3888000)', 'duration(0, 3974400)'],
      ['anyone gives big discounts', 'Some(check.caller.has_role("manager"))', 'Some(true)'],
    ]),
    ...mutantsOf('src/resources/orders/lifecycle.rs', [
      ['anyone approves', 'roles: &["manager"],', 'roles: &[],'],
    ]),
  ],
};
