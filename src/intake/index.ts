export type { Coverage, CoverageStatus, LineCoverage } from './coverage/coverage.ts';
export { intakeDiagnostics } from './intake.diagnostics.ts';
export { readAnyRequirements } from './read-any-requirements.ts';
export { readRequirements } from './read-requirements.ts';
export type { Requirements, RequirementsReading } from './read-requirements.ts';
export type { ReadBeside } from './openapi/source-files.ts';
