import { servicesSchema } from '../packages/runtime/src/config/services-schema.ts';
import { gatewaySchema } from '../packages/runtime/src/gateway/gateway-schema.ts';
import type { Generator } from './generators.ts';

/** Schemas of what users of the runtime write: for editors of services.json and gateway.json. */
export const runtimeServicesSchema: Generator = async () =>
  new Map([
    ['packages/runtime/services.schema.json', `${JSON.stringify(servicesSchema, null, 2)}\n`],
    ['packages/runtime/gateway.schema.json', `${JSON.stringify(gatewaySchema, null, 2)}\n`],
  ]);
