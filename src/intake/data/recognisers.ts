import type { Recogniser } from './reading.ts';
import { auditRecords } from './recognise/audit-records.ts';
import { cellLists } from './recognise/cell-lists.ts';
import { codeBlocks } from './recognise/code-blocks.ts';
import { descriptions } from './recognise/descriptions.ts';
import { denials } from './recognise/denials.ts';
import { endpointBodies } from './recognise/endpoint-bodies.ts';
import { endpoints } from './recognise/endpoints.ts';
import { entityLines } from './recognise/entity-lines.ts';
import { entityTables } from './recognise/entity-tables.ts';
import { fieldLists } from './recognise/field-lists.ts';
import { fieldTables } from './recognise/field-tables.ts';
import { labelledFields } from './recognise/labelled-fields.ts';
import { namedEntities } from './recognise/named-entities.ts';
import { namedInCode } from './recognise/named-in-code.ts';
import { colonLists } from './recognise/colon-lists.ts';
import { possessives } from './recognise/possessives.ts';
import { schemaLines } from './recognise/schema-lines.ts';
import { searched } from './recognise/searched.ts';
import { inputLists } from './recognise/inputs.ts';
import { briefRequests } from './recognise/brief-requests.ts';
import { hierarchies } from './recognise/hierarchies.ts';
import { informationLists } from './recognise/information-lists.ts';
import { managed } from './recognise/managed.ts';
import { passives } from './recognise/passives.ts';
import { prose } from './recognise/prose.ts';
import { relations } from './recognise/relations.ts';
import { valueLists } from './recognise/value-lists.ts';
import { setAttributes } from './recognise/set-attributes.ts';
import { stateLines } from './recognise/state-lines.ts';
import { stateValues } from './recognise/states.ts';

/** Shapes that only declarations have. To understand another one, add a file and a line. */
export const declarations: readonly Recogniser[] = [
  codeBlocks,
  fieldTables,
  entityTables,
  fieldLists,
  labelledFields,
  schemaLines,
  entityLines,
  inputLists,
];

/** Shapes of sentences and points that the general reading of enumerations does not understand. */
export const sentences: readonly Recogniser[] = [
  auditRecords,
  prose,
  colonLists,
  informationLists,
  cellLists,
];

/** What is said beside: names, values, relations, and what is done with things. */
export const hints: readonly Recogniser[] = [
  searched,
  possessives,
  valueLists,
  setAttributes,
  stateLines,
  stateValues,
  namedEntities,
  relations,
  hierarchies,
  managed,
  passives,
  briefRequests,
  namedInCode,
  endpoints,
  endpointBodies,
  descriptions,
  denials,
];
