/** Words that are code, or the end of a text, somewhere. */
const ODD = [
  "it's",
  '`${process.exit(1)}`',
  'say "x"',
  '*/ alert(1) /*',
  'a\nb',
  '\u2028',
  '</script>',
  '__proto__x',
  'constructor',
  '日本語',
  'a.b-c d',
  '',
  '\\',
  'delete',
  'class',
  '#{x}',
];

/** An OpenAPI document in which every name and text is odd. */
export function oddContract(): object {
  const properties = Object.fromEntries(
    ODD.filter((word) => word !== '').map((word) => [
      word,
      { type: 'string', enum: [word, 'other'] },
    ]),
  );
  // What no keyword can be says nothing.
  const senseless = { enum: [], allOf: [], minimum: '5', maxLength: -1, multipleOf: 0, pattern: 7 };
  const object = { type: 'object', properties, required: Object.keys(properties) };
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
  const paths = ODD.map((word, index) => {
    const text = word.replace(/[{}?#]/g, '');
    const name = word.replace(/[{}/]/g, '') || 'empty';
    const operation = {
      operationId: word,
      summary: `${word} */ x`,
      tags: [word || 'none'],
      parameters: [
        { name: word || 'q', in: 'query', description: word, schema: { type: 'string' } },
      ],
      requestBody: json({ $ref: `#/components/schemas/S${index}` }),
      responses: { 200: { description: word, ...json(object) }, default: { description: 'x' } },
    };
    return [`/p${index}/${text}/{a${index}}/{${name}}`, { post: operation }];
  });
  const schemas = ODD.map((word, index) => [
    `S${index}`,
    {
      title: word,
      description: `${word} */`,
      type: ['object', 'null'],
      properties: { ...properties, senseless },
    },
  ]);
  // Names of types that mean something in the languages of the targets.
  const taken = ['Record', 'Promise', 'Array', 'Answer', 'Handler', 'Blob', 'AnyObject', 'string'];
  return {
    openapi: '3.1.0',
    info: { title: "Odd `${x}` */ 'names'", version: '1', description: '*/ `x` \n <b>' },
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        ...Object.fromEntries(schemas),
        ...Object.fromEntries(taken.map((name) => [name, object])),
      },
    },
  };
}
