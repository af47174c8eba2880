import type {
  sendUnaryData,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadProtos, ownProto } from './load-protos.ts';

type Status = 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN';
type Request = { readonly service: string };
const WATCH_MS = 250;

/**
 * The health service (grpc.health.v1): load balancers ask it before they send anything.
 * @param statusOf of a gRPC service, or of the whole server for an empty name; undefined for one that is not known
 */
export function health(statusOf: (service: string) => boolean | undefined): {
  readonly definition: ServiceDefinition;
  readonly handlers: UntypedServiceImplementation;
} {
  const status = (service: string): Status => {
    const serving = statusOf(service);
    if (serving === undefined) return 'SERVICE_UNKNOWN';
    return serving ? 'SERVING' : 'NOT_SERVING';
  };
  return {
    definition: loadProtos([ownProto('health')])['grpc.health.v1.Health'] as ServiceDefinition,
    handlers: {
      Check({ request }: ServerUnaryCall<Request, unknown>, answer: sendUnaryData<unknown>) {
        const found = status(request.service);
        if (found === 'SERVICE_UNKNOWN') answer({ code: 5, details: 'It is not known here.' });
        else answer(null, { status: found });
      },
      Watch(stream: ServerWritableStream<Request, unknown>) {
        let last = status(stream.request.service);
        stream.write({ status: last });
        const timer = setInterval(() => {
          const now = status(stream.request.service);
          if (now !== last) stream.write({ status: now });
          last = now;
        }, WATCH_MS);
        const stop = () => {
          clearInterval(timer);
          stream.end();
        };
        stream.on('cancelled', stop);
        stream.on('close', stop);
      },
    },
  };
}
