import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { apiModel } from '../../shared/api/api-model.ts';
import { generated } from '../../shared/generated.ts';
import { collectionsText } from './collections-file.ts';
import { handlerFiles } from './handler-files.ts';
import { routesFiles } from './routes-files.ts';

/** The code of a contract that was given: its routes, and a handler for each operation. */
export function apiFiles(service: Service): readonly GeneratedFile[] {
  if (!service.document) return [];
  const model = apiModel(service, []);
  const collections = collectionsText(service);
  return [
    ...routesFiles(service, model).map(([path, text]) => generated(path, text)),
    ...(collections === undefined ? [] : [generated('src/operations/collections.rs', collections)]),
    ...handlerFiles(model),
  ];
}
