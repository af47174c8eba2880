import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with rules and decision tables. */
export const rulesDiagnostics = defineDiagnostics('rules', {
  malformed: {
    severity: 'error',
    message: (p: { path: string; problem: string }) =>
      `The rules are malformed: ${p.path} ${p.problem}.`,
    help: 'docs/feel.md lists the nodes of the language.',
  },
  'uneven-row': {
    severity: 'error',
    message: (p: { table: string; row: number }) =>
      `Row ${p.row} of table '${p.table}' has not as many cells as the table has columns.`,
    help: "Write '-' into a cell that does not matter.",
  },
  'too-many-cells': {
    severity: 'error',
    message: (p: { table: string; cells: number; limit: number }) =>
      `Table '${p.table}' has ${p.cells} cells, at most ${p.limit} are read.`,
    help: 'Split the table, or keep it as data and look the answer up.',
  },
  gap: {
    severity: 'warning',
    message: (p: { table: string; example: string }) =>
      `No row of table '${p.table}' matches for ${p.example}.`,
    help: 'Add a row for these values, or say which values can occur, or give a default result.',
  },
  overlap: {
    severity: 'error',
    message: (p: { table: string; first: number; second: number; example: string }) =>
      `Rows ${p.first} and ${p.second} of table '${p.table}' both match for ${p.example}, but only one may.`,
    help: 'Narrow one of the rows, or choose another hit policy.',
  },
  conflict: {
    severity: 'error',
    message: (p: { table: string; first: number; second: number; example: string }) =>
      `Rows ${p.first} and ${p.second} of table '${p.table}' both match for ${p.example} with different results.`,
    help: 'Give both the same results, or narrow one of them.',
  },
  'masked-row': {
    severity: 'warning',
    message: (p: { table: string; row: number; by: number; example: string }) =>
      `Row ${p.row} of table '${p.table}' never decides: for ${p.example}, for one, row ${p.by} does.`,
    help: 'Remove the row, or move it before those that cover it.',
  },
  'never-matches': {
    severity: 'error',
    message: (p: { table: string; row: number; input: string }) =>
      `Row ${p.row} of table '${p.table}' never matches: its cell for '${p.input}' holds for no value.`,
    help: 'Correct the cell: a range whose start is above its end is empty.',
  },
  'type-conflict': {
    severity: 'error',
    message: (p: { table: string; input: string; types: string }) =>
      `The cells for '${p.input}' of table '${p.table}' compare with a ${p.types}.`,
    help: 'Use one type for one input; texts stand in quotes, dates in date("...").',
  },
  'analysis-cut': {
    severity: 'info',
    message: (p: { table: string }) =>
      `Table '${p.table}' is too large to be analysed to the end; rows that never decide are not listed.`,
    help: 'Split the table, or let fewer rows meet.',
  },
  'never-holds': {
    severity: 'error',
    message: (p: { rule: string }) => `No values keep rule '${p.rule}'.`,
    help: 'Correct its condition: a value cannot be above and below the same limit.',
  },
  'always-holds': {
    severity: 'warning',
    message: (p: { rule: string }) => `All values keep rule '${p.rule}': it says nothing.`,
    help: 'Correct its condition, or remove it.',
  },
  contradiction: {
    severity: 'error',
    message: (p: { first: string; second: string; example: string }) =>
      `Rules '${p.first}' and '${p.second}' contradict each other: with ${p.example}, nothing keeps both.`,
    help: 'Narrow one of them, or give one a higher priority: that one wins then.',
  },
  outranked: {
    severity: 'info',
    message: (p: { wins: string; loses: string; example: string }) =>
      `With ${p.example}, nothing keeps both '${p.wins}' and '${p.loses}': '${p.wins}' has the higher priority.`,
    help: 'Nothing need be done if that is what is meant.',
  },
  needless: {
    severity: 'warning',
    message: (p: { rule: string; by: string; example: string }) =>
      `Rule '${p.rule}' holds whenever '${p.by}' does, and says nothing more: both are broken by ${p.example}.`,
    help: 'Remove it, unless its message is what matters.',
  },
  'rules-cut': {
    severity: 'info',
    message: () => 'There are too many rules over the same inputs to look at all pairs of them.',
    help: 'Split the set by what the rules are about.',
  },
  cycle: {
    severity: 'error',
    message: (p: { path: string }) => `Decisions depend on each other in a circle: ${p.path}.`,
    help: 'Remove one of the dependencies.',
  },
  'unknown-requirement': {
    severity: 'error',
    message: (p: { decision: string; requires: string }) =>
      `Decision '${p.decision}' requires '${p.requires}', which is neither an input nor a decision.`,
    help: 'Correct the reference, or add the input.',
  },
  'duplicate-name': {
    severity: 'error',
    message: (p: { name: string }) => `Several inputs or decisions are called '${p.name}'.`,
    help: 'Give each a name and an id of its own: others refer to it by them.',
  },
  'not-dmn': {
    severity: 'error',
    message: (p: { problem: string }) => `This is no DMN document: ${p.problem}.`,
    help: 'DMN 1.2 to 1.5 are read; export the model as DMN XML.',
  },
  'dmn-not-supported': {
    severity: 'error',
    message: (p: { decision: string; what: string }) =>
      `'${p.decision}' uses ${p.what}, which is not supported.`,
    help: 'Decision tables and the boxed expressions of FEEL are: rewrite the decision as one of them.',
  },
  'feel-syntax': {
    severity: 'error',
    message: (p: { problem: string; at: number; text: string }) =>
      `${p.problem} at character ${p.at} of '${p.text}'.`,
    help: 'docs/feel.md lists what can be written.',
  },
});
