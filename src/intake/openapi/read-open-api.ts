import { buildBlueprint, buildService, isRecord } from '#blueprint';
import type { ApiOperation, OpenQuestion } from '#blueprint';
import { hasErrors, sortDiagnostics } from '#diagnostics';
import type { Diagnostic } from '#diagnostics';
import type { Coverage, LineCoverage } from '../coverage/coverage.ts';
import type { RequirementsReading } from '../read-requirements.ts';
import { bundle } from './bundle.ts';
import { checkParts } from './check-parts.ts';
import { notesOn } from './notes.ts';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import { kebabOf } from './operation-names.ts';
import { isParsed, parseText } from './parse-text.ts';
import type { Places } from './places.ts';
import { readCollections } from './kept/read-collections.ts';
import { readOperations } from './read-operations.ts';
import type { ReadBeside } from './source-files.ts';

const NOTHING: Coverage = {
  lines: [],
  used: 0,
  context: 0,
  question: 0,
  notUnderstood: 0,
  total: 0,
};

/**
 * An OpenAPI 3 document → blueprint. The document itself is the contract of the service; each operation is a
 * node, and what the document can't say (what the operation does) is an open question.
 */
export function readOpenApi(name: string, text: string, beside: ReadBeside): RequirementsReading {
  const refuse = (diagnostics: readonly Diagnostic[]): RequirementsReading => ({
    value: undefined,
    diagnostics: sortDiagnostics(diagnostics),
    coverage: NOTHING,
  });
  const parsed = parseText(name, text);
  if (!isParsed(parsed)) return refuse([parsed]);
  const { value: given, places } = parsed;
  const problem = documentProblem(given, places);
  if (problem || !isRecord(given)) return refuse(problem ? [problem] : []);
  const { document, diagnostics: unresolved } = bundle(name, parsed, beside);
  if (hasErrors(unresolved)) return refuse(unresolved);
  const wrong = checkParts(document, places);
  if (hasErrors(wrong)) return refuse(wrong);
  const { operations, diagnostics: odd } = readOperations(document, places);
  const diagnostics = [...unresolved, ...wrong, ...odd, ...notesOn(document, operations, places)];
  if (operations.length === 0) diagnostics.push(openapiDiagnostics.create('no-operations', {}));
  if (hasErrors(diagnostics)) return refuse(diagnostics);
  const info = isRecord(document['info']) ? document['info'] : {};
  const label = textOf(info['title']).replace(/\s+/g, ' ').trim().slice(0, 100) || 'Service';
  const system = kebabOf(label, 'service').slice(0, 40).replace(/-+$/, '');
  const { collections, keeps, reasons } = readCollections(document, operations);
  const kept = operations.map((operation): ApiOperation => {
    const keeping = keeps.get(operation.name);
    return keeping ? { ...operation, keeps: keeping } : operation;
  });
  const service = buildService({
    name: system,
    label,
    description: textOf(info['description']).trim().split('\n', 1)[0]?.slice(0, 300) ?? '',
    access: 'public',
    entities: [],
    document,
    operations: kept,
    ...(collections.length > 0 && { collections }),
  });
  const value = buildBlueprint({
    name: system,
    label,
    services: [service],
    questions: kept
      .filter((operation) => !operation.keeps)
      .map((operation) => questionOf(operation, reasons.get(operation.name))),
  });
  return { value, diagnostics: sortDiagnostics(diagnostics), coverage: coverAll(text) };
}

function documentProblem(given: unknown, places: Places): Diagnostic | undefined {
  if (!isRecord(given)) {
    const problem = 'the document is an object';
    return openapiDiagnostics.create('malformed', { pointer: '/', problem }, places.at([]));
  }
  const version = JSON.stringify(given['openapi'] ?? given['swagger'] ?? '').replaceAll('"', '');
  if (/^3\.[01](?:\.|$)/.test(version) && 'openapi' in given) return undefined;
  return openapiDiagnostics.create(
    'version',
    { version: version.slice(0, 20) },
    places.at(['openapi' in given ? 'openapi' : 'swagger']),
  );
}

function questionOf(
  { name, method, path, sources }: ApiOperation,
  problem: string | undefined,
): OpenQuestion {
  const why = problem === undefined ? '' : ` It can't be served from records: ${problem}.`;
  return {
    id: `question/${name}`,
    label: `What does ${method.toUpperCase()} ${path} do?`,
    origin: 'inferred',
    note: 'The document says what it takes and answers, not what happens.',
    sources,
    reason: `Until its handler is written, the operation checks the request and answers 501.${why}`,
  };
}

/** The whole document is the contract: no line of it is lost. */
function coverAll(text: string): Coverage {
  const lines = text.split(/\r\n?|\n/).flatMap((line, index): LineCoverage[] => {
    if (line.trim() === '') return [];
    return [
      /^\s*#/.test(line)
        ? { line: index + 1, status: 'context', reason: 'A comment.' }
        : { line: index + 1, status: 'used', reason: 'Part of the contract.' },
    ];
  });
  const used = lines.filter(({ status }) => status === 'used').length;
  return { ...NOTHING, lines, used, context: lines.length - used, total: lines.length };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
