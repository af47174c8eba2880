import { collectChecks } from '../checks/check.ts';
import { runChecks } from '../checks/run-checks.ts';
import { withSession } from '../checks/with-session.ts';
import type { Gate } from '../gate.ts';
import { behaviourGroups } from './groups.ts';
import { ALLOWED_ORIGIN } from './headers.checks.ts';

/** Does the service keep every clause of the profile that can be seen over HTTP? */
export const gate: Gate = {
  name: 'behaviour',
  title: 'behaviour',
  order: 70,
  needs: ['boot'],
  run: (context) =>
    withSession(context, { CORS_ORIGINS: ALLOWED_ORIGIN }, (session) =>
      runChecks(collectChecks(behaviourGroups, session.subject), session, (text) =>
        context.progress(text),
      ),
    ),
};
