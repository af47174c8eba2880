// The package's `./gateway`: apart, so that who has no use for it does not load it.
export { apiKeys } from './gateway/api-keys.ts';
export type { AuthConfig } from './gateway/authenticate-by-config.ts';
export type { Authenticate, Credentials } from './gateway/authenticate.ts';
export { checkGatewayConfig } from './gateway/check-gateway-config.ts';
export type { ExchangeEnd, Outcome } from './gateway/exchange.ts';
export type {
  GatewayConfig,
  MirrorRoute,
  RouteAuth,
  RouteLimits,
  ServiceRoute,
  VersionTarget,
} from './gateway/gateway-config.ts';
export { measureGateway } from './gateway/gateway-metrics.ts';
export { Gateway } from './gateway/gateway.ts';
export type { CloseOptions, GatewayOptions } from './gateway/gateway.ts';
export { jwt } from './gateway/jwt.ts';
export type { JwtConfig } from './gateway/jwt.ts';
export { readGatewayConfig } from './gateway/read-gateway-config.ts';
export type { Answer, RecordedExchange, RecordedRequest, Tap } from './gateway/recorded.ts';
export { watchGatewayConfig } from './gateway/watch-gateway-config.ts';
