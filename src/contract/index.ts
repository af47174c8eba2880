export { openExchangeChunks } from './open-exchange.ts';
export { openApi30 } from './openapi-30.ts';
export type { OpenApi30Document } from './openapi-30.ts';
export type { AsyncApiDocument, Channel, ChannelOperation, Message } from './asyncapi/document.ts';
export { compareContracts } from './compare/compare-contracts.ts';
export type { ContractChange, ContractComparison } from './compare/contract-change.ts';
export { createContract } from './contract.ts';
export type { Contract } from './contract.ts';
export { documentChunks, documentText } from './document-text.ts';
export {
  defaultPageSize,
  listFilters,
  listParameters,
  searchableFields,
  sortableProperties,
} from './list-query.ts';
export type { FilterOperator, ListFilter, ListProperty } from './list-query.ts';
export { contractNames, namesOf } from './names.ts';
export type { ContractNames, EntityNames, ResourceOperation } from './names.ts';
export type {
  Header,
  Limit,
  Link,
  MediaType,
  Method,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Reference,
  RequestBody,
  Response,
  Schema,
  SecurityScheme,
  TypeName,
} from './openapi/document.ts';
export { decimalInput, decimalOutput, patterns, wholeValue } from './patterns.ts';
