import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with requirements. */
export const intakeDiagnostics = defineDiagnostics('intake', {
  empty: {
    severity: 'error',
    message: () => 'The requirements are empty.',
    help: 'Write what the service is to keep, for example: "Manage products with SKU, name and stock".',
  },
  'not-text': {
    severity: 'error',
    message: () => 'The requirements are not text.',
    help: 'Give Markdown or plain text in UTF-8; export Word or PDF documents first.',
  },
  'too-large': {
    severity: 'error',
    message: (p: { megabytes: number; limit: number }) =>
      `The requirements have ${p.megabytes} MB, at most ${p.limit} MB are read.`,
    help: 'Leave out what is generated or pasted in (logs, data, images).',
  },
  'no-data': {
    severity: 'error',
    message: (p: { reason: string }) =>
      `These requirements describe no data that a service would keep: ${p.reason}`,
    help: 'If there is data, say what: "A task has a title, a due date and a status".',
  },
  'unknown-type': {
    severity: 'warning',
    message: (p: { type: string; field: string }) =>
      `'${p.type}' is no type that is known, and no entity; '${p.field}' is taken as text.`,
    help: 'Use a type such as string, text, integer, decimal, boolean, date, datetime, or describe the entity of that name.',
  },
  'dangling-reference': {
    severity: 'warning',
    message: (p: { field: string; to: string }) =>
      `'${p.field}' refers to '${p.to}', which is described nowhere; it is taken as a plain value.`,
    help: 'Describe the entity, or say that the field is plain text.',
  },
  contradiction: {
    severity: 'warning',
    message: (p: { subject: string; first: string; second: string; line: number }) =>
      `'${p.subject}' is ${p.second} here and ${p.first} in line ${p.line}; the first counts.`,
    help: 'Make the two agree.',
  },
  duplicate: {
    severity: 'warning',
    message: (p: { field: string; line: number }) =>
      `'${p.field}' is given twice, first in line ${p.line}.`,
    help: 'Remove one of the two, or rename it if they are different.',
  },
  'unusable-pattern': {
    severity: 'warning',
    message: (p: { field: string; pattern: string; problem: string }) =>
      `The pattern '${p.pattern}' of '${p.field}' ${p.problem}; it is left out.`,
    help: 'Let no text match in two ways: no repetition inside a repetition without a separator, no look-around, no back-reference.',
  },
  'impossible-limits': {
    severity: 'warning',
    message: (p: { field: string; limits: string }) =>
      `No value of '${p.field}' is ${p.limits}; the limits are left out.`,
    help: 'Give the lower limit first, and the higher one after it.',
  },
  denied: {
    severity: 'warning',
    message: (p: { entity: string; line: number }) =>
      `'${p.entity}' is said not to be kept here, and described in line ${p.line}; it is kept.`,
    help: 'Remove one of the two.',
  },
});
