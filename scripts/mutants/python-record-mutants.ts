import { type Mutant, mutantsOf } from './mutant.ts';

/** Faults in how services of the target python keep records. */
export const pythonRecordMutants: Readonly<Record<string, readonly Mutant[]>> = {
  records: [
    ...mutantsOf('app/records/store.py', [
      [
        'references are found in every tenant',
        '        model.tenant_id == sa.bindparam("tenant"),\n',
        '',
      ],
    ]),
    ...mutantsOf('app/records/access.py', [
      [
        'others’ records are visible',
        'return scope == "all" or record',
        'return scope != "none" or record',
      ],
      [
        'a wrong role may',
        '    raise Problem("forbidden", f"Your role may not',
        '    return "all"\n    raise Problem("forbidden", f"Your role may not',
      ],
      [
        'a member changes the account of another',
        'if "update" not in resource.access:',
        'if "update" in resource.access:',
      ],
    ]),
    ...mutantsOf('app/records/etag.py', [
      [
        'If-Match is ignored',
        'if header is not None and not matches',
        'if header == "" and not matches',
      ],
      ['nothing is any version', 'return "*" in tags or etag in tags', 'return etag in tags'],
    ]),
    ...mutantsOf('app/records/change.py', [
      ['the version stays', '    record.version += 1\n', ''],
      [
        'rules are not checked on update',
        '        *broken_rules(resource, "update", check),\n',
        '',
      ],
      ['guards are not checked', '        *broken_guard(resource, transition, check),\n', ''],
      [
        'references are not checked on update',
        '        *missing_references(resource, write, record, previous),\n',
        '',
      ],
    ]),
    ...mutantsOf('app/records/create.py', [
      ['a record may begin in any state', '        *wrong_initial_state(resource, record),\n', ''],
      [
        'rules are not checked on create',
        '        *broken_rules(resource, "create", check),\n',
        '',
      ],
      [
        'rules over several are not checked on create',
        'broken_now = broken_among(suspects)',
        'broken_now = broken_among(suspects[:0])',
      ],
    ]),
    ...mutantsOf('app/records/remove.py', [
      [
        'what is referred to goes, too',
        'if reference.on_delete == "restrict":',
        'if reference.on_delete == "never":',
      ],
      ['deletes have no event', '    publish(resource, write, "deleted", publish_after)\n', ''],
      ['a rule lets delete', '*broken_rules(resource, "delete", write.check(record, record)),', ''],
    ]),
    ...mutantsOf('app/records/checks.py', [
      [
        'unknown is a violation',
        'and rule.holds(check) is False',
        'and rule.holds(check) is not True',
      ],
      [
        'any role takes every step',
        'step for step in ways if not step.roles or any(',
        'step for step in ways if step.roles or not any(',
      ],
    ]),
    ...mutantsOf('app/records/conflicts.py', [
      [
        'what is taken is a server error',
        'if violation is None:',
        'if violation is None or violation.kind == "unique":',
      ],
    ]),
    ...mutantsOf('app/records/list_page.py', [
      ['lists are of all tenants', '.where(model.tenant_id == reach.caller.tenant_id)', ''],
      ['lists show others’ records', 'if reach.scope == "own":', 'if reach.scope == "none":'],
      ['pages have one too many', 'shown = rows[: asked.limit]', 'shown = rows[: asked.limit + 1]'],
      ['missing values come first', 'directed.nulls_last()', 'directed.nulls_first()'],
      ['a search is exact', 'place(sa.func.lower(column), lower)', 'place(column, lower)'],
      [
        'cursors fit every filter',
        'purpose = _purpose(resource, asked, reach.parent)',
        'purpose = resource.path',
      ],
    ]),
    ...mutantsOf('app/records/cursor.py', [
      [
        'cursors can be forged',
        'if not right or _encode(decoded) != cursor:',
        'if _encode(decoded) != cursor:',
      ],
    ]),
    ...mutantsOf('app/records/idempotency.py', [
      ['a key fits every body', 'if kept.fingerprint != fingerprint:', 'if not kept.fingerprint:'],
      [
        'keys are everyone’s',
        '{self.caller.tenant_id} {self.caller.account_id} {self.path}',
        '{self.path}',
      ],
    ]),
    ...mutantsOf('app/events/outbox.py', [
      [
        'events are everyone’s',
        'query = query.where(Event.tenant_id == tenant)',
        'query = query.where(Event.tenant_id != "")',
      ],
    ]),
  ],
  entities: [
    ...mutantsOf('app/resources/orders/rules.py', [
      ['orders have 46 days', 'duration(days=45)', 'duration(days=46)'],
      ['anyone gives big discounts', 'check.caller.has_role("manager")', 'True'],
      [
        '51 lines are fine',
        'OrderLine.order_id == record.id), 50)',
        'OrderLine.order_id == record.id), 51)',
      ],
    ]),
    ...mutantsOf('app/resources/orders/lifecycle.py', [
      ['anyone approves', '            roles=("manager",),\n', ''],
      [
        'what is under way can be cancelled',
        'source=("draft", "approved"),',
        'source=("draft", "approved", "in_progress"),',
      ],
    ]),
    ...mutantsOf('app/resources/orders/resource.py', [
      [
        'mechanics read all orders',
        '"read": {"manager": "all", "mechanic": "own"},',
        '"read": {"manager": "all", "mechanic": "all"},',
      ],
      ['orders keep their reviewer', 'role="reviewer", on_delete="clear"', 'role="reviewer"'],
    ]),
  ],
};
