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
          'A class that is hosted in process, a child process, or a remote service; null takes out what an earlier file has put in.',
        type: ['object', 'null'],
        properties: {
          kind: {
            description:
              'class (the default) has module, class and config; process has command, args, directory, env, port and health; remote has url and health.',
            enum: ['class', 'process', 'remote'],
          },
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
          command: {
            description:
              'The program of a process: a path from this file, or a name that is looked for on the PATH. No shell reads it. Without one the directory is that of a forged service.',
            type: 'string',
            minLength: 1,
          },
          args: { description: 'Its arguments.', type: 'array', items: { type: 'string' } },
          directory: {
            description: 'Where the process runs, as a path from this file.',
            type: 'string',
            minLength: 1,
          },
          env: {
            description:
              'The environment of the process, beside PATH, HOME, TMPDIR, LANG and TZ of the host; PORT says where it has to answer HTTP.',
            type: 'object',
            additionalProperties: { type: 'string' },
          },
          port: {
            description: 'Where a process answers; 0, the default, picks one that is free.',
            type: ['integer', 'string'],
          },
          url: { description: 'The address of a remote service.', type: 'string', minLength: 1 },
          health: {
            description:
              'The path that answers 200 while it takes calls; /health/ready if not given.',
            type: 'string',
            pattern: '^/',
          },
        },
        additionalProperties: false,
      },
    },
  },
  required: ['services'],
  additionalProperties: false,
} as const;
