import type { Blueprint, Service } from '#blueprint';
import { buildAsyncApi } from './asyncapi/build-asyncapi.ts';
import type { AsyncApiDocument } from './asyncapi/document.ts';
import { contractNames } from './names.ts';
import type { ContractNames } from './names.ts';
import { buildOpenApi } from './openapi/build-openapi.ts';
import type { OpenApiDocument } from './openapi/document.ts';

/** What a service promises its callers, derived from the blueprint. */
export interface Contract {
  readonly openapi: OpenApiDocument;
  readonly asyncapi: AsyncApiDocument;
  /** Every name that the documents give; targets use the same. */
  readonly names: ContractNames;
}

/** The contract of one service of a blueprint: a pure function, the same bytes on every machine. */
export function createContract(of: {
  readonly blueprint: Blueprint;
  readonly service: Service;
}): Contract {
  const { blueprint, service } = of;
  const names = contractNames(service);
  const derived = buildOpenApi(blueprint, service, names);
  // What the requirements give as the contract is the contract, to the letter.
  const openapi = (service.document as OpenApiDocument | undefined) ?? derived;
  return { openapi, asyncapi: buildAsyncApi(service, names, derived), names };
}
