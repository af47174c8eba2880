export type {
  AnyComponent,
  Component,
  ComponentHost,
  ComponentMetadata,
  ContextOf,
  Health,
  SelfTest,
} from './component/component.ts';
export type { Context, Principal } from './component/context.ts';
export type { Call } from './component/call.ts';
export { defineInterface } from './component/interface.ts';
export type { ConfigOf, InputOf, InterfaceDefinition, OutputOf } from './component/interface.ts';
export { formatTraceparent, parseTraceparent } from './component/trace-context.ts';
export type { TraceContext } from './component/trace-context.ts';
export {
  CallDepthError,
  InvalidInputError,
  InvalidOutputError,
  ServiceNotFoundError,
  ServiceUnavailableError,
  TimeoutError,
} from './errors/call-errors.ts';
export type { Issue } from './errors/call-errors.ts';
export {
  BulkheadFullError,
  CircuitOpenError,
  ForbiddenError,
  RateLimitedError,
  UnauthenticatedError,
} from './errors/middleware-errors.ts';
export { RuntimeError } from './errors/runtime-error.ts';
export { Metrics } from './metrics/metrics.ts';
export { auth } from './middleware/auth.middleware.ts';
export type { AuthOptions } from './middleware/auth.middleware.ts';
export { bearerTokens } from './middleware/bearer-tokens.ts';
export { bulkhead } from './middleware/bulkhead.middleware.ts';
export { cache } from './middleware/cache.middleware.ts';
export { circuitBreaker } from './middleware/circuit-breaker.middleware.ts';
export { DeadlineSweep } from './middleware/deadline-sweep.ts';
export { logging } from './middleware/logging.middleware.ts';
export type { LogRecord } from './middleware/logging.middleware.ts';
export { measuring } from './middleware/metrics.middleware.ts';
export type { Handler, Middleware, ServiceInfo, Watcher } from './middleware/middleware.ts';
export { rateLimit } from './middleware/rate-limit.middleware.ts';
export { RetryBudget } from './middleware/retry-budget.ts';
export { retry } from './middleware/retry.middleware.ts';
export { settle } from './middleware/settle.ts';
export { timeout } from './middleware/timeout.middleware.ts';
export { tracing } from './middleware/tracing.middleware.ts';
export type { Span } from './middleware/tracing.middleware.ts';
export { OtlpExporter } from './middleware/otlp-exporter.ts';
export type { OtlpOptions, OtlpStats } from './middleware/otlp-exporter.ts';
export { InvalidConfigError } from './registry/invalid-config-error.ts';
export { ServiceEntrypoint } from './registry/service-entrypoint.ts';
export type { ServiceRequest } from './registry/service-entrypoint.ts';
export { ServiceRegistry } from './registry/service-registry.ts';
export type { RegistryOptions } from './registry/service-registry.ts';
export type { LifecycleLimits, ServiceState, ServiceStatus } from './registry/service-state.ts';
export type { Infer } from './schema/infer.ts';
export type { JsonSchema } from './schema/json-schema.ts';
export { compareInterfaces } from './component/compare-interfaces.ts';
export type { InterfaceChange } from './component/compare-interfaces.ts';
export type { Diagnostic, SourceSpan } from './config/diagnostic.ts';
export { ServiceHost } from './config/service-host.ts';
export type { LoadReport, ServiceHostOptions } from './config/service-host.ts';
export { deadLetterTopic } from './bus/bus.ts';
export type {
  Bus,
  BusStats,
  Consumer,
  ConsumeOptions,
  Delivery,
  RequestOptions,
  Responder,
  Subscriber,
  SubscribeOptions,
  Subscription,
} from './bus/bus.ts';
export {
  BackPressureError,
  BusClosedError,
  InvalidEventError,
  InvalidSubjectError,
  MessageTooLargeError,
  NoResponderError,
  RemoteError,
} from './bus/bus-errors.ts';
export { newEvent } from './bus/cloud-event.ts';
export type { CloudEvent } from './bus/cloud-event.ts';
export { EmbeddedBus } from './bus/embedded/embedded-bus.ts';
export type { EmbeddedBusOptions } from './bus/embedded/embedded-bus.ts';
export { announceChanges, interfaceChangedSubject } from './remote/announce-changes.ts';
export { callOverBus, serviceSubject } from './remote/bus-call.ts';
export { serveOnBus } from './remote/serve-on-bus.ts';
export { httpInterface } from './http-component/http-interface.ts';
export { openBus, withoutPassword } from './run/open-bus.ts';
export { runServices } from './run/run-services.ts';
export type { RunningServices, RunOptions } from './run/run-services.ts';
export { readTelemetry } from './telemetry/read-telemetry.ts';
export type { ReadTelemetry, Telemetry } from './telemetry/read-telemetry.ts';
export type { InlineServices } from './config/read-services.ts';
export type { Prepared } from './config/make-component.ts';
