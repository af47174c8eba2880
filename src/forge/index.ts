export { forge } from './forge.ts';
export type { Forged, ForgeEvent, ForgeRequest } from './forge.ts';
export { forgeDiagnostics } from './forge.diagnostics.ts';
export { identityThere } from './identity-there.ts';
export type { UpdateSummary } from './update-summary.ts';
