import { hostname } from 'node:os';
import { type Component, type ContextOf, defineInterface } from '@microforge/runtime';

const greeter = defineInterface({
  name: 'greeter',
  version: '1.0.0',
  input: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  output: {
    type: 'object',
    properties: { text: { type: 'string' }, by: { type: 'string' } },
    required: ['text', 'by'],
  },
  config: {
    type: 'object',
    properties: { greeting: { type: 'string' } },
    required: ['greeting'],
  },
  safe: true,
});

/** Greets, and says which process did. */
export class Greeter implements Component<typeof greeter> {
  readonly metadata = { interface: greeter };

  execute({ data, config }: ContextOf<typeof greeter>) {
    return { text: `${config.greeting}, ${data.name}!`, by: `${hostname()}-${process.pid}` };
  }
}

const reception = defineInterface({
  name: 'reception',
  version: '1.0.0',
  input: {
    type: 'object',
    properties: { guests: { type: 'array', items: { type: 'string' } } },
    required: ['guests'],
  },
  output: { type: 'array', items: { type: 'string' } },
});

/** Has each guest greeted by the other component, wherever that runs. */
export class Reception implements Component<typeof reception> {
  readonly metadata = { interface: reception };

  async execute(context: ContextOf<typeof reception>) {
    const greetings = context.data.guests.map((name) => context.call('greeter', { name }));
    return (await Promise.all(greetings)).map((greeting) => (greeting as { text: string }).text);
  }
}
