/** The schema of services.json, published with the package as services.schema.json. */
export const servicesSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'services.json of MicroForge',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    services: {
      description: 'Service id → component.',
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9]*([.-][a-z0-9]+)*$', maxLength: 100 },
      additionalProperties: {
        description:
          'A class that is hosted in process; null takes out what an earlier file has put in.',
        type: ['object', 'null'],
        properties: {
          module: {
            description: 'A path from this file, with ./ in front, or the name of a package.',
            type: 'string',
            minLength: 1,
          },
          class: {
            description: 'The name under which the module exports it.',
            type: 'string',
            minLength: 1,
          },
          config: {
            description:
              'What the interface of the component asks for; ${NAME} and ${NAME:-default} are filled in.',
            type: 'object',
          },
        },
        additionalProperties: false,
      },
    },
  },
  required: ['services'],
  additionalProperties: false,
} as const;
