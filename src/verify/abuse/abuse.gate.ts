import { collectChecks } from '../checks/check.ts';
import { runChecks } from '../checks/run-checks.ts';
import { withSession } from '../checks/with-session.ts';
import type { Gate } from '../gate.ts';
import { abuseGroups } from './groups.ts';

/** Two tenants, every operation: does the service stand what an attacker tries? */
export const gate: Gate = {
  name: 'abuse',
  title: 'abuse',
  order: 90,
  needs: ['boot'],
  run: (context) =>
    withSession(context, {}, (session) =>
      runChecks(collectChecks(abuseGroups, session.subject), session, (text) =>
        context.progress(text),
      ),
    ),
};
