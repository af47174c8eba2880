import { ofEntity } from '#blueprint';
import type { Entity, Event, Service } from '#blueprint';
import { namesOf } from '../names.ts';
import type { ContractNames } from '../names.ts';
import { sentence, sourceLines } from '../openapi/describe.ts';
import type { OpenApiDocument, Schema } from '../openapi/document.ts';
import type { AsyncApiDocument, Channel, ChannelOperation, Message } from './document.ts';

/** The AsyncAPI 3.0 document of a service: one channel per entity, a CloudEvent per message (SP-11). */
export function buildAsyncApi(
  service: Service,
  names: ContractNames,
  openapi: OpenApiDocument,
): AsyncApiDocument {
  const channels: Record<string, Channel> = {};
  const operations: Record<string, ChannelOperation> = {};
  const messages: Record<string, Message> = {};
  for (const entity of service.entities) {
    const events = ofEntity(service.events, entity.id);
    if (events.length === 0) continue;
    const key = namesOf(names, entity).record;
    for (const event of events) {
      messages[event.name] = message({ service, entity, event, names, openapi });
    }
    channels[key] = {
      address: `${service.name}.${entity.name}`,
      title: entity.label,
      description: `What happens to ${entity.plural.replaceAll('-', ' ')}.`,
      messages: Object.fromEntries(
        events.map((event) => [event.name, { $ref: `#/components/messages/${event.name}` }]),
      ),
    };
    operations[`send${key}Events`] = {
      action: 'send',
      channel: { $ref: `#/channels/${key}` },
      summary: `Tell what happens to ${entity.plural.replaceAll('-', ' ')}`,
      messages: events.map((event) => ({
        $ref: `#/channels/${key}/messages/${event.name}`,
      })),
    };
  }
  return {
    asyncapi: '3.0.0',
    info: openapi.info,
    defaultContentType: CONTENT_TYPE,
    channels,
    operations,
    components: { messages, schemas: schemasOf(service, names, openapi) },
  };
}

const CONTENT_TYPE = 'application/cloudevents+json';

interface Made {
  readonly service: Service;
  readonly entity: Entity;
  readonly event: Event;
  readonly names: ContractNames;
  readonly openapi: OpenApiDocument;
}

function message({ service, entity, event, names, openapi }: Made): Message {
  const type = `${service.name}.${event.name}`;
  const { record } = namesOf(names, entity);
  const envelope = openapi.components.schemas[names.schemas.event]?.examples?.[0];
  const data = openapi.components.schemas[record]?.examples?.[0] as { id?: unknown };
  return {
    name: type,
    title: event.label,
    summary: sentence(event.label),
    contentType: CONTENT_TYPE,
    payload: {
      allOf: [{ $ref: `#/components/schemas/${names.schemas.event}` }],
      type: 'object',
      properties: { type: { const: type }, data: { $ref: `#/components/schemas/${record}` } },
    },
    examples: [
      { name: 'example', payload: { ...(envelope as object), type, subject: data.id, data } },
    ],
    ...sourceLines(event),
  };
}

/** The envelope, the records, and what they refer to: the same schemas as in the OpenAPI document. */
function schemasOf(
  service: Service,
  names: ContractNames,
  { components }: OpenApiDocument,
): Record<string, Schema> {
  const records = service.entities.map((entity) => namesOf(names, entity).record);
  const wanted = new Set([...records, names.schemas.event, names.schemas.json]);
  return Object.fromEntries(
    Object.entries(components.schemas).filter(([name]) => wanted.has(name)),
  );
}
