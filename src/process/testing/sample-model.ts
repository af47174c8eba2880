import type { ProcessModel } from '../model/process-model.ts';
import { content, modelOf } from './play.ts';

/** A process with most of what can be waited for: jobs, timers, messages, iterations, errors, what is undone. */
export function sampleModel(): ProcessModel {
  const inner = content({ s: 'startEvent', risky: 'serviceTask', e: 'endEvent' }, [
    's -> risky -> e',
  ]);
  return modelOf(
    {
      ...content(
        {
          start: 'startEvent',
          book: 'serviceTask',
          'on-book': { type: 'boundaryEvent', attachedTo: 'book', event: { type: 'compensation' } },
          unbook: { type: 'serviceTask', compensates: true },
          split: 'parallelGateway',
          each: {
            type: 'serviceTask',
            repeat: { kind: 'each', of: 'items', item: 'item', collect: 'done', value: 'item' },
          },
          nap: { type: 'intermediateCatchEvent', event: { type: 'timer', after: 'PT1H' } },
          answer: {
            type: 'intermediateCatchEvent',
            event: { type: 'message', message: 'm', key: 'order' },
          },
          join: 'parallelGateway',
          sub: { type: 'subProcess', ...inner },
          caught: {
            type: 'boundaryEvent',
            attachedTo: 'sub',
            event: { type: 'error', error: 'err' },
          },
          back: { type: 'intermediateThrowEvent', event: { type: 'compensation' } },
          last: 'userTask',
          end: 'endEvent',
          never: 'endEvent',
        },
        [
          'start -> book -> split',
          'split -> each -> join',
          'split -> nap -> join',
          'split -> answer -> join',
          'join -> sub -> never',
          'caught -> back -> last -> end',
        ],
      ),
      associations: [{ id: 'as', from: 'on-book', to: 'unbook' }],
    },
    { messages: [{ id: 'm', name: 'answer' }], errors: [{ id: 'err', code: 'E' }] },
  );
}

/** A process that a timer starts three times, an hour apart. */
export function startedByTimer(): ProcessModel {
  const every = { type: 'startEvent', event: { type: 'timer', every: 'R3/PT1H' } } as const;
  return modelOf(
    content({ start: every, work: 'serviceTask', end: 'endEvent' }, ['start -> work -> end']),
  );
}
