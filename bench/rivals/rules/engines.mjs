// Each takes rules as data and gives a function from a record to the ids of the rules that hold.

/** The rules in CEL, each read and checked once. */
export async function cel(rules) {
  const { Environment } = await import('@marcbachmann/cel-js');
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const programs = rules.map((rule) => [
    rule.id,
    environment.parse(
      `age >= ${rule.age}.0 && country in ${JSON.stringify(rule.countries)} && ` +
        `(order.total > ${decimal(rule.total)} || status == ${JSON.stringify(rule.status)})`,
    ),
  ]);
  return (record) => {
    const ids = [];
    for (const [id, program] of programs) if (program(record) === true) ids.push(id);
    return ids;
  };
}

/** The rules as the rows of a decision table that collects, as its editor writes them. */
export async function zen(rules) {
  const { ZenEngine } = await import('@gorules/zen-engine');
  const condition = (rule) =>
    `age >= ${rule.age} and country in ${JSON.stringify(rule.countries)} and ` +
    `(order.total > ${rule.total} or status == ${JSON.stringify(rule.status)})`;
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: [{ id: 'c', name: 'c' }],
          outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
          rules: rules.map((rule) => ({
            _id: rule.id,
            c: condition(rule),
            rule: JSON.stringify(rule.id),
          })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return async (record) => {
    const { result } = await decision.evaluate(record);
    return result.map(({ rule }) => rule);
  };
}

function decimal(value) {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
