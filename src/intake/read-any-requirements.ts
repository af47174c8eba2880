import { isOpenApi } from './openapi/is-open-api.ts';
import type { ReadBeside } from './openapi/source-files.ts';
import { readRequirements } from './read-requirements.ts';
import type { Requirements, RequirementsReading } from './read-requirements.ts';

/** Requirements in words, or an OpenAPI 3 document in JSON or YAML. */
export interface AnyRequirements extends Requirements {
  /** Reads what an OpenAPI document refers to; without it, it refers to nothing. */
  readonly beside?: ReadBeside;
}

/** Requirements of any form → blueprint. What reads OpenAPI is loaded where it is needed. */
export async function readAnyRequirements({
  document,
  text,
  beside = () => ({ problem: 'there is no folder to look in' }),
}: AnyRequirements): Promise<RequirementsReading> {
  if (!isOpenApi(text)) return readRequirements({ document, text });
  const { readOpenApi } = await import('./openapi/read-open-api.ts');
  return readOpenApi(document, text, beside);
}
