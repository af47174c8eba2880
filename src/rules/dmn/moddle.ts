import type { DmnModdle } from 'dmn-moddle';

/** What DMN 1.4 added to 1.3, which is the version that the object model knows. */
const child = (name: string) => ({ name, type: 'ChildExpression', xml: { serialize: 'property' } });
const added = [
  { name: 'ChildExpression', properties: [{ name: 'value', type: 'Expression' }] },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [child('if'), child('then'), child('else')],
  },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  {
    name: 'Iterator',
    superClass: ['Expression'],
    properties: [{ name: 'iteratorVariable', isAttr: true, type: 'String' }, child('in')],
  },
  { name: 'For', superClass: ['Iterator'], properties: [child('return')] },
  { name: 'Every', superClass: ['Iterator'], properties: [child('satisfies')] },
  { name: 'Some', superClass: ['Iterator'], properties: [child('satisfies')] },
];

/** The object model of DMN, with the boxed expressions of 1.4 and 1.5. */
export async function dmnModdle(): Promise<DmnModdle> {
  const moddle = await import('dmn-moddle');
  const made = new moddle.DmnModdle();
  const dmn = made.registry.getPackage('dmn');
  for (const type of added) made.registry.registerType(type, dmn);
  return made;
}
