import type { Result } from '#diagnostics';
import type { ProcessModel } from '../model/process-model.ts';
import { processDiagnostics } from '../process.diagnostics.ts';
import { XmlProblem } from '../xml/references.ts';
import { writeXml } from '../xml/write-xml.ts';
import { documentOf } from './side-car.ts';

/** The model as a BPMN 2.0 document. Errors: `process/malformed-side-car`. */
export function writeBpmn(model: ProcessModel): Result<string> {
  try {
    return { value: writeXml(documentOf(model)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    const problem = processDiagnostics.create('malformed-side-car', { problem: error.message });
    return { value: undefined, diagnostics: [problem] };
  }
}
