import type { DmnElement } from 'dmn-moddle';
import { parseType } from '../language/types.ts';
import { elementsOf, textOf } from './elements.ts';

const MAX_DEPTH = 10;
/** Types that are made of others, in all and of each other: a few lines can stand for very many. */
const MAX_PARTS = 20_000;
const MAX_TEXT = 1000;

/** The types that a document defines, by name, as FEEL writes them. What defines itself is Any. */
export function itemTypes(root: DmnElement): ReadonlyMap<string, string> {
  const definitions = new Map(
    elementsOf(root, 'itemDefinition').map((one) => [textOf(one, 'name'), one]),
  );
  const textOfType = (name: string, depth: number): string => {
    const plain = plainName(name);
    const definition = definitions.get(name) ?? definitions.get(plain);
    if (depth > MAX_DEPTH || left < 0) return 'Any';
    if (definition) return ofDefinition(definition, depth + 1);
    return parseType(plain) ? plain : 'Any';
  };
  let left = MAX_PARTS;
  const ofDefinition = (definition: DmnElement, depth: number): string => {
    left -= 1;
    if (left < 0) return 'Any';
    const components = elementsOf(definition, 'itemComponent');
    const [callable] = elementsOf(definition, 'functionItem');
    const reference = textOf(definition, 'typeRef').trim();
    const one = callable
      ? functionType(callable, depth)
      : components.length > 0
        ? contextType(components, depth)
        : reference === ''
          ? 'Any'
          : textOfType(reference, depth);
    const whole = definition['isCollection'] === true ? `list<${one}>` : one;
    return whole.length > MAX_TEXT ? 'Any' : whole;
  };
  const contextType = (components: readonly DmnElement[], depth: number): string => {
    const entries = components.map((one) => [textOf(one, 'name'), ofDefinition(one, depth)]);
    // What is no name in FEEL stands in no type.
    const isPlain = entries.every(([name = '']) => /^[\p{L}_][\p{L}\p{Nd}_ ]*$/u.test(name));
    if (!isPlain) return 'context';
    return `context<${entries.map(([name = '', of = 'Any']) => `${name}: ${of}`).join(', ')}>`;
  };
  const functionType = (callable: DmnElement, depth: number): string => {
    const parameters = elementsOf(callable, 'parameters').map((one) =>
      textOfType(textOf(one, 'typeRef') || 'Any', depth),
    );
    const result = textOfType(textOf(callable, 'outputTypeRef') || 'Any', depth);
    return `function<${parameters.join(', ')}>->${result}`;
  };
  return new Map([...definitions].map(([name, one]) => [name, ofDefinition(one, 0)]));
}

/** A reference to a type as FEEL writes it; undefined if it says nothing. */
export function typeOfItem(
  reference: string,
  types: ReadonlyMap<string, string>,
): string | undefined {
  const known = types.get(reference);
  if (known !== undefined) return known === 'Any' ? undefined : known;
  const plain = plainName(reference);
  return plain !== '' && plain !== 'Any' && parseType(plain) ? plain : undefined;
}

function plainName(reference: string): string {
  const name = reference.replace(/^feel[:.]/, '');
  const older: Readonly<Record<string, string>> = {
    dateTime: 'date and time',
    dayTimeDuration: 'days and time duration',
    yearMonthDuration: 'years and months duration',
  };
  return Object.hasOwn(older, name) ? (older[name] ?? name) : name;
}
