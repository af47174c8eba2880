/** How tightly the operators bind (DMN 1.5, 10.3.1.2, grammar rule 4). */
export const binding: ReadonlyMap<string, number> = new Map(
  [
    ['or'],
    ['and'],
    ['=', '!=', '<', '<=', '>', '>=', 'between', 'in'],
    ['+', '-'],
    ['*', '/'],
    ['**'],
  ].flatMap((level, index) => level.map((operator) => [operator, index + 1] as const)),
);
export const COMPARISON = 3;
export const SUM = 4;
export const NEGATION = 7;

export const comparisons = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
export const arithmetic = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
