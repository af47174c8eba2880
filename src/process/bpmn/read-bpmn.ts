import type { Result, SourceSpan } from '#diagnostics';
import type { ProcessModel } from '../model/process-model.ts';
import { processDiagnostics } from '../process.diagnostics.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { XmlProblem } from '../xml/references.ts';
import { is } from './namespaces.ts';
import { readDefinitions } from './read-definitions.ts';
import { Reading } from './reading.ts';
import { sideCarOf } from './side-car.ts';
import { hasForeignPrefix } from './own-attributes.ts';
import { spanFinder } from './span-finder.ts';

/** A model and where its parts stand in the document, by id. */
export interface ReadModel {
  readonly model: ProcessModel;
  readonly places: ReadonlyMap<string, SourceSpan>;
}

/**
 * Reads a BPMN 2.0 document. Nothing of it is lost: what the model does not hold is in `model.bpmn`, and
 * `writeBpmn` gives the document again. Errors: `process/not-bpmn`.
 * @param document its name in diagnostics
 */
export function readBpmn(xml: string, document: string): Result<ReadModel> {
  const spanOf = spanFinder(xml, document);
  const refuse = (problem: string, at: number): Result<ReadModel> => ({
    value: undefined,
    diagnostics: [
      processDiagnostics.create('not-bpmn', { problem }, spanOf({ start: at, end: at + 1 })),
    ],
  });
  try {
    const parsed = parseXml(xml);
    const { root } = parsed;
    if (!is(root, 'definitions'))
      return refuse('its root is no <definitions> of BPMN 2.0', root.start);
    if (hasForeignPrefix(root)) return refuse('the prefix "microforge" is ours', root.start);
    const reading = new Reading(root);
    const model = readDefinitions(root, reading);
    const places = new Map([...reading.places].map(([id, place]) => [id, spanOf(place)]));
    return {
      value: { model: { ...model, bpmn: sideCarOf(parsed, model) }, places },
      diagnostics: [],
    };
  } catch (error) {
    if (error instanceof XmlProblem) return refuse(error.message, error.at);
    throw error;
  }
}
