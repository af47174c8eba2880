import type { EventDefinition } from '../model/event-definition.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { ElementMaker } from './element-maker.ts';

/** The definition of an event as an element. */
export function writeEvent(event: EventDefinition, xml: ElementMaker): XmlElement | undefined {
  switch (event.type) {
    case 'message': {
      const key = event.key === undefined ? {} : { [xml.own('key')]: event.key };
      return xml.make('messageEventDefinition', { messageRef: event.message, ...key });
    }
    case 'timer':
      return xml.make('timerEventDefinition', {}, [
        xml.expression('timeDate', event.at),
        xml.expression('timeDuration', event.after),
        xml.expression('timeCycle', event.every),
      ]);
    case 'signal':
      return xml.make('signalEventDefinition', { signalRef: event.signal });
    case 'error':
      return xml.make('errorEventDefinition', { errorRef: event.error });
    case 'escalation':
      return xml.make('escalationEventDefinition', { escalationRef: event.escalation });
    case 'conditional':
      return xml.make('conditionalEventDefinition', {}, [
        xml.expression('condition', event.condition),
      ]);
    case 'compensation':
      return xml.make('compensateEventDefinition', { activityRef: event.activity });
    case 'link':
      return xml.make('linkEventDefinition', { name: event.link });
    case 'terminate':
      return xml.make('terminateEventDefinition');
    case 'cancel':
      return xml.make('cancelEventDefinition');
    case 'multiple':
      // What they are stands in the side-car.
      return undefined;
  }
}
