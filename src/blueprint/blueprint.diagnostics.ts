import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with a blueprint that somebody wrote or changed by hand. */
export const blueprintDiagnostics = defineDiagnostics('blueprint', {
  malformed: {
    severity: 'error',
    message: (p: { path: string; problem: string }) =>
      `The blueprint is not one at '${p.path}': ${p.problem}.`,
    help: 'Compare it with docs/blueprint.schema.json; most editors check it while you type.',
  },
  'duplicate-id': {
    severity: 'error',
    message: (p: { kind: string; id: string }) =>
      `Two nodes of kind '${p.kind}' have the id '${p.id}'.`,
    help: 'Give each its own id: artefacts and later versions are matched by it.',
  },
  'duplicate-name': {
    severity: 'error',
    message: (p: { name: string; where: string }) => `'${p.name}' is given twice ${p.where}.`,
    help: 'Rename one of them, or remove it if they are the same.',
  },
  'reserved-name': {
    severity: 'error',
    message: (p: { name: string; id: string }) =>
      `'${p.name}' of '${p.id}' is a name that the service itself gives.`,
    help: "Every record has 'id', 'createdAt' and 'updatedAt', and the role 'owner' always exists: leave them out, or rename yours.",
  },
  'unknown-entity': {
    severity: 'error',
    message: (p: { id: string; entity: string }) =>
      `'${p.id}' refers to the entity '${p.entity}', which its service does not have.`,
    help: 'Add the entity, or refer to one that exists by its id.',
  },
  'unknown-field': {
    severity: 'error',
    message: (p: { id: string; field: string; entity: string }) =>
      `'${p.id}' reads the field '${p.field}', which '${p.entity}' does not have.`,
    help: 'Use the name of a field of that entity, in kebab-case.',
  },
  'not-a-reference': {
    severity: 'error',
    message: (p: { id: string; field: string }) =>
      `'${p.id}' follows '${p.field}', which is not a reference that leads there.`,
    help: "'via' names a reference field: of the record itself, or of the rows of an aggregate.",
  },
  'unknown-role': {
    severity: 'error',
    message: (p: { id: string; role: string }) =>
      `'${p.id}' names the role '${p.role}', which the system does not have.`,
    help: "Add it to the roles of the system; 'owner' always exists and is not listed.",
  },
  'unknown-transition': {
    severity: 'error',
    message: (p: { id: string; transition: string }) =>
      `The event '${p.id}' tells of the transition '${p.transition}', which its entity does not have.`,
    help: 'An event on a transition names one of the lifecycle of its entity; other events name none.',
  },
  'bad-lifecycle': {
    severity: 'error',
    message: (p: { id: string; problem: string }) =>
      `The lifecycle '${p.id}' does not fit its field: ${p.problem}.`,
    help: 'The field is an enum that can be written, and its values are the states.',
  },
  'bad-default': {
    severity: 'error',
    message: (p: { id: string; value: string; problem: string }) =>
      `The default ${p.value} of '${p.id}' ${p.problem}.`,
    help: 'Give a JSON value of the type of the field; decimals, dates and times as text.',
  },
  'bad-limit': {
    severity: 'error',
    message: (p: { id: string; problem: string }) =>
      `The limits of '${p.id}' admit nothing, or do not fit its type: ${p.problem}.`,
    help: 'min and max are for numbers and dates, lengths and patterns for text and lists; the lower one comes first.',
  },
  'bad-pattern': {
    severity: 'error',
    message: (p: { id: string; pattern: string }) =>
      `'${p.id}' has the pattern '${p.pattern}', which is not a regular expression that every target reads.`,
    help: 'Use literals, classes, groups, alternatives and quantifiers; no look-around, no back-references.',
  },
  'several-accounts': {
    severity: 'error',
    message: (p: { first: string; second: string }) =>
      `'${p.first}' and '${p.second}' are both the entity of those who log in.`,
    help: 'Set account: true on one of them; the other can refer to it.',
  },
  'account-in-public': {
    severity: 'error',
    message: (p: { id: string }) =>
      `'${p.id}' is the entity of those who log in, but its service is public.`,
    help: "Set access: 'accounts' on the service, or account: false on the entity.",
  },
  'account-needs-record': {
    severity: 'error',
    message: (p: { id: string }) =>
      `'${p.id}' is required, but who registers has no records yet to refer to.`,
    help: 'Make the reference of the account entity optional.',
  },
  'missing-role': {
    severity: 'error',
    message: (p: { id: string; role: string }) =>
      `'${p.id}' shows the role of an account, but can not be '${p.role}'.`,
    help: "Name 'owner' and every role of the system among its values.",
  },
  'slow-pattern': {
    severity: 'error',
    message: (p: { id: string; pattern: string }) =>
      `'${p.id}' has the pattern '${p.pattern}', which takes too long for some texts.`,
    help: 'Let no text match in two ways: no repetition inside a repetition without a separator, or state a small greatest length.',
  },
  'cannot-clear': {
    severity: 'error',
    message: (p: { id: string }) =>
      `'${p.id}' is required, but is to be cleared when what it refers to is deleted.`,
    help: 'Make it optional, or restrict or cascade the deletion.',
  },
  'type-mismatch': {
    severity: 'error',
    message: (p: { id: string; problem: string }) => `The expression of '${p.id}' ${p.problem}.`,
    help: 'Compare numbers with numbers, dates and times with each other, text with text; conditions are true or false.',
  },
  'unknown-value': {
    severity: 'error',
    message: (p: { id: string; field: string; value: string }) =>
      `'${p.id}' compares '${p.field}' with '${p.value}', a value that it never has.`,
    help: 'Use one of the values of the field, exactly as stored.',
  },
});
