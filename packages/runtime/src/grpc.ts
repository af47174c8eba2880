// The package's `./grpc`: apart, because it needs the gRPC library.
export { GrpcServer } from './grpc/grpc-server.ts';
export type { GrpcOptions } from './grpc/grpc-server.ts';
