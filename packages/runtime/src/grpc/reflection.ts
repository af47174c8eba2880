import type {
  ServerDuplexStream,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { fromDescriptors } from './descriptors.ts';
import { loadProtos, ownProto } from './load-protos.ts';

interface Request {
  readonly host: string;
  readonly file_by_filename?: string;
  readonly file_containing_symbol?: string;
  readonly list_services?: string;
}

/**
 * The reflection service (grpc.reflection v1 and v1alpha): tools such as grpcurl learn from it what can be called.
 * @param served names of the services that it lists
 */
export function reflection(
  definitions: PackageDefinition,
  served: readonly string[],
): { readonly definition: ServiceDefinition; readonly handlers: UntypedServiceImplementation }[] {
  const { fileOf, fileNamed } = fromDescriptors(definitions);
  const answer = (request: Request) => {
    if (request.list_services !== undefined) {
      return { list_services_response: { service: served.map((name) => ({ name })) } };
    }
    const found =
      request.file_containing_symbol === undefined
        ? fileNamed(request.file_by_filename ?? '')
        : fileOf(request.file_containing_symbol);
    return found === undefined
      ? { error_response: { error_code: 5, error_message: 'It is not known here.' } }
      : { file_descriptor_response: { file_descriptor_proto: found } };
  };
  const handlers = {
    ServerReflectionInfo(stream: ServerDuplexStream<Request, unknown>) {
      stream.on('data', (request: Request) => {
        stream.write({ valid_host: request.host, original_request: request, ...answer(request) });
      });
      stream.on('end', () => stream.end());
    },
  };
  return ['v1', 'v1alpha'].map((version) => ({
    definition: loadProtos([ownProto(`reflection-${version}`)])[
      `grpc.reflection.${version}.ServerReflection`
    ] as ServiceDefinition,
    handlers,
  }));
}
