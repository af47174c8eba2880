import type { DmnElement, DmnModdle } from 'dmn-moddle';
import { printFeel, printUnaryTests } from '../feel/print-feel.ts';
import type { RuleExpression } from '../language/expression.ts';
import type { Decision, DecisionModel } from '../model/decision-model.ts';
import type { InputType, RuleTable } from '../table/rule-table.ts';
import { asCurrentVersion } from './namespaces.ts';
import { hitPolicies, inputTypes } from './read-dmn-table.ts';

/** DMN 1.5 XML of a model: reading it again gives the same model. Ids have to be XML ids. */
export async function writeDmn(model: DecisionModel): Promise<string> {
  const { DmnModdle } = await import('dmn-moddle');
  const writer = new DmnWriter(new DmnModdle());
  const { xml } = await writer.write(model);
  return asCurrentVersion(xml);
}

class DmnWriter {
  readonly #moddle: DmnModdle;

  constructor(moddle: DmnModdle) {
    this.#moddle = moddle;
  }

  write(model: DecisionModel): Promise<{ readonly xml: string }> {
    const { id, name, inputs, decisions } = model;
    const isDecision = new Set(decisions.map((decision) => decision.id));
    const drgElement = [
      ...inputs.map((input) => {
        const variable = this.#variable(input.name, input.type);
        return this.#element('InputData', { id: input.id, name: input.name, variable });
      }),
      ...decisions.map((decision) => this.#decision(decision, isDecision)),
    ];
    const namespace = `urn:microforge:${id}`;
    const root = this.#element('Definitions', { id, name, namespace, drgElement });
    return this.#moddle.toXML(root, { format: true });
  }

  #decision({ id, name, requires, logic }: Decision, isDecision: ReadonlySet<string>): DmnElement {
    const informationRequirement = requires.map((required) => {
      const reference = this.#element('DMNElementReference', { href: `#${required}` });
      const key = isDecision.has(required) ? 'requiredDecision' : 'requiredInput';
      return this.#element('InformationRequirement', { [key]: reference });
    });
    const decisionLogic =
      logic.kind === 'table'
        ? this.#table(logic.table)
        : this.#element('LiteralExpression', { text: printFeel(logic.expression) });
    const variable = this.#variable(name, undefined);
    return this.#element('Decision', { id, name, variable, informationRequirement, decisionLogic });
  }

  #table({ hitPolicy, aggregator, inputs, outputs, rows }: RuleTable): DmnElement {
    const policy = [...hitPolicies].find(([, known]) => known === hitPolicy)?.[0];
    return this.#element('DecisionTable', {
      hitPolicy: policy,
      ...(aggregator && { aggregation: aggregator.toUpperCase() }),
      input: inputs.map(({ value, type, allowed }) => {
        const typeRef = typeName(type);
        const text = printFeel(value);
        return this.#element('InputClause', {
          inputExpression: this.#element('LiteralExpression', {
            text,
            ...(typeRef && { typeRef }),
          }),
          ...(allowed && { inputValues: this.#tests(allowed) }),
        });
      }),
      output: outputs.map(({ name, priorities, fallback }) => {
        const text = priorities?.map(printFeel).join(', ');
        return this.#element('OutputClause', {
          ...(name !== '' && { name }),
          ...(text !== undefined && { outputValues: this.#element('UnaryTests', { text }) }),
          ...(fallback && { defaultOutputEntry: this.#expression(fallback) }),
        });
      }),
      rule: rows.map(({ conditions, results }) =>
        this.#element('DecisionRule', {
          inputEntry: conditions.map((condition) => this.#tests(condition)),
          outputEntry: results.map((result) => this.#expression(result)),
        }),
      ),
    });
  }

  #tests(condition: RuleExpression): DmnElement {
    return this.#element('UnaryTests', { text: printUnaryTests(condition) });
  }

  #expression(expression: RuleExpression): DmnElement {
    return this.#element('LiteralExpression', { text: printFeel(expression) });
  }

  #variable(name: string, type: InputType | undefined): DmnElement {
    const typeRef = typeName(type);
    return this.#element('InformationItem', { name, ...(typeRef && { typeRef }) });
  }

  #element(type: string, properties: Readonly<Record<string, unknown>>): DmnElement {
    return this.#moddle.create(`dmn:${type}`, properties);
  }
}

function typeName(type: InputType | undefined): string | undefined {
  if (type === 'integer') return 'number';
  return [...inputTypes].find(([, known]) => known === type)?.[0];
}
