import type { DmnElement, DmnModdle } from 'dmn-moddle';
import { printFeel, printUnaryTests } from '../feel/print-feel.ts';
import type { RuleExpression } from '../language/expression.ts';
import type { Decision, DecisionModel, DecisionService } from '../model/decision-model.ts';
import type { InputType, RuleTable } from '../table/rule-table.ts';
import { dmnModdle } from './moddle.ts';
import { asCurrentVersion } from './namespaces.ts';
import { hitPolicies, inputTypes } from './read-dmn-table.ts';
import { functionElement, writeBoxed } from './write-boxed.ts';
import type { BoxWriting } from './write-boxed.ts';
import { TypeWriter } from './write-types.ts';

/** DMN 1.5 XML of a model: reading it again gives the same model. Ids have to be XML ids. */
export async function writeDmn(model: DecisionModel): Promise<string> {
  const writer = new DmnWriter(await dmnModdle());
  const { xml } = await writer.write(model);
  return asCurrentVersion(xml);
}

type Required = 'input' | 'decision' | 'knowledge';

class DmnWriter {
  readonly #moddle: DmnModdle;
  readonly #types = new TypeWriter((type, properties) => this.#element(type, properties));
  readonly #boxes: BoxWriting = {
    make: (type, properties) => this.#element(type, properties),
    reference: (type) => this.#types.reference(type),
    table: (table) => this.#table(table),
  };

  constructor(moddle: DmnModdle) {
    this.#moddle = moddle;
  }

  write(model: DecisionModel): Promise<{ readonly xml: string }> {
    const { id, name, inputs, decisions, services = [] } = model;
    const kinds = new Map(
      decisions.map(({ id: known, isKnowledge }): [string, Required] => [
        known,
        isKnowledge === true ? 'knowledge' : 'decision',
      ]),
    );
    for (const service of services) kinds.set(service.id, 'knowledge');
    const drgElement = [
      ...inputs.map((input) => {
        const variable = this.#variable(input.name, input.type, input.of);
        return this.#element('InputData', { id: input.id, name: input.name, variable });
      }),
      ...decisions.map((decision) => this.#decision(decision, kinds)),
      ...services.map((service) => this.#service(service)),
    ];
    const namespace = `urn:microforge:${id}`;
    const root = this.#element('Definitions', {
      id,
      name,
      namespace,
      ...(this.#types.definitions.length > 0 && { itemDefinition: this.#types.definitions }),
      drgElement,
    });
    return this.#moddle.toXML(root, { format: true });
  }

  #decision(decision: Decision, kinds: ReadonlyMap<string, Required>): DmnElement {
    const { id, name, requires, logic, type, isKnowledge } = decision;
    const reference = (required: string) =>
      this.#element('DMNElementReference', { href: `#${required}` });
    const isOf = (kind: Required) => (required: string) =>
      (kinds.get(required) ?? 'input') === kind;
    const informationRequirement = requires
      .filter((required) => !isOf('knowledge')(required))
      .map((required) => {
        const key = isOf('decision')(required) ? 'requiredDecision' : 'requiredInput';
        return this.#element('InformationRequirement', { [key]: reference(required) });
      });
    const knowledgeRequirement = requires
      .filter(isOf('knowledge'))
      .map((required) =>
        this.#element('KnowledgeRequirement', { requiredKnowledge: reference(required) }),
      );
    const variable = this.#variable(name, undefined, type);
    const expression = logic.kind === 'expression' ? logic.expression : undefined;
    if (isKnowledge === true && expression?.kind === 'function') {
      const { parameters, body } = expression;
      const encapsulatedLogic = functionElement(parameters, body, this.#boxes);
      const properties = { id, name, variable, encapsulatedLogic, knowledgeRequirement };
      return this.#element('BusinessKnowledgeModel', properties);
    }
    return this.#element('Decision', {
      id,
      name,
      variable,
      informationRequirement,
      ...(knowledgeRequirement.length > 0 && { knowledgeRequirement }),
      decisionLogic:
        logic.kind === 'table'
          ? this.#table(logic.table)
          : writeBoxed(logic.expression, this.#boxes),
    });
  }

  #service({ id, name, outputs, inputs, inputDecisions }: DecisionService): DmnElement {
    const references = (ids: readonly string[]) =>
      ids.map((one) => this.#element('DMNElementReference', { href: `#${one}` }));
    return this.#element('DecisionService', {
      id,
      name,
      variable: this.#variable(name, undefined),
      outputDecision: references(outputs),
      inputDecision: references(inputDecisions),
      inputData: references(inputs),
    });
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

  #variable(name: string, type: InputType | undefined, of?: string): DmnElement {
    const typeRef = of === undefined ? typeName(type) : this.#types.reference(of);
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
