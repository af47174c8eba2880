import type { EventDefinition } from '../model/event-definition.ts';
import { elementsIn } from '../xml/tree.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, childText, localPart, reference, uris } from './namespaces.ts';
import { ours } from './own-attributes.ts';
import { optional } from './optional.ts';
import { textIn } from '../xml/tree.ts';

/** What the event waits for or does; definitions that stand at the root are taken from there. */
export function readEvent(
  event: XmlElement,
  roots: ReadonlyMap<string, XmlElement>,
): EventDefinition | undefined {
  const definitions = elementsIn(event).flatMap((child) => {
    if (child.name.uri !== uris.bpmn) return [];
    if (child.name.local === 'eventDefinitionRef') return roots.get(localPart(textIn(child))) ?? [];
    return child.name.local.endsWith('EventDefinition') ? child : [];
  });
  const [first] = definitions;
  if (!first) return undefined;
  return definitions.length > 1 ? { type: 'multiple' } : readDefinition(first);
}

function readDefinition(definition: XmlElement): EventDefinition | undefined {
  switch (definition.name.local) {
    case 'messageEventDefinition':
      return {
        type: 'message',
        ...optional({ message: reference(definition, 'messageRef'), key: ours(definition, 'key') }),
      };
    case 'timerEventDefinition':
      return {
        type: 'timer',
        ...optional({
          at: childText(definition, 'timeDate'),
          after: childText(definition, 'timeDuration'),
          every: childText(definition, 'timeCycle'),
        }),
      };
    case 'signalEventDefinition':
      return { type: 'signal', ...optional({ signal: reference(definition, 'signalRef') }) };
    case 'errorEventDefinition':
      return { type: 'error', ...optional({ error: reference(definition, 'errorRef') }) };
    case 'escalationEventDefinition':
      return {
        type: 'escalation',
        ...optional({ escalation: reference(definition, 'escalationRef') }),
      };
    case 'conditionalEventDefinition':
      return {
        type: 'conditional',
        ...optional({ condition: childText(definition, 'condition') }),
      };
    case 'compensateEventDefinition':
      return {
        type: 'compensation',
        ...optional({ activity: reference(definition, 'activityRef') }),
      };
    case 'linkEventDefinition':
      return { type: 'link', ...optional({ link: attribute(definition, 'name') }) };
    case 'terminateEventDefinition':
      return { type: 'terminate' };
    case 'cancelEventDefinition':
      return { type: 'cancel' };
    default:
      return undefined;
  }
}
