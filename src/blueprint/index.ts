export type { ApiOperation } from './api/api-operation.ts';
export type { Collection, Keeping } from './api/collection.ts';
export {
  basePathOf,
  describedOperation,
  follow,
  lookUp,
  pointerPath,
  pathOfServer,
} from './api/follow.ts';
export { apiMethods, componentsOf, isRecord, partsOf } from './api/open-api-parts.ts';
export type { Part, PartKind } from './api/open-api-parts.ts';
export { patternProblem, uncheckedPatterns } from './api/unchecked-patterns.ts';
export { assumptions } from './assumptions.ts';
export type { Blueprint, System } from './blueprint.ts';
export { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from './build.ts';
export { canonicalChunks, canonicalJson } from './canonical-json.ts';
export { checkBlueprint } from './check/check-blueprint.ts';
export { isPortable, isQuickFor } from './check/usable-pattern.ts';
export type { DecisionTable } from './decision-table.ts';
export { compactJson } from './compact-json.ts';
export { diffBlueprints } from './diff.ts';
export type { BlueprintChange } from './diff.ts';
export { archimateTypes, elements } from './elements.ts';
export type { BlueprintElement, ElementKind } from './elements.ts';
export { countsRows, isEnforceable, isOverOneRecord, operandsOf } from './enforceable.ts';
export type { Entity, Key } from './entity.ts';
export type { Event } from './event.ts';
export type { Arithmetic, Comparison, Expression, Literal } from './expression.ts';
export type { Bound, DefaultValue, Field } from './field.ts';
export type { EnumValue, FieldType, ItemType } from './field-type.ts';
export type { Integration } from './integration.ts';
export { blueprintJsonSchema } from './json-schema.ts';
export type { Lifecycle, State, Transition } from './lifecycle.ts';
export { ofEntity } from './of-entity.ts';
export { camelCase, constantCase, pascalCase, sentenceCase, snakeCase } from './names.ts';
export type { Node, Origin } from './node.ts';
export type { OpenQuestion } from './open-question.ts';
export { parseBlueprint } from './parse.ts';
export type { Operation, Permission } from './permission.ts';
export type { Process, Step, StepCondition } from './process.ts';
export {
  allIncomingReferences,
  entityById,
  incomingReferences,
  isReference,
  jsonName,
  readableFields,
  writableFields,
} from './properties.ts';
export type { Incoming, ReferenceField, ReferenceType } from './properties.ts';
export type { Quality } from './quality.ts';
export type { Role } from './role.ts';
export type { Rule } from './rule.ts';
export type { Service } from './service.ts';
export type { Criterion, Story } from './story.ts';
