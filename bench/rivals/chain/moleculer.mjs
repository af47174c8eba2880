// Moleculer with the same features on. What it lacks for actions (auth, rate limit, a log line per call) is
// written as its documentation shows: a middleware with localAction.
import { ServiceBroker } from 'moleculer';
import { answerSlices } from './slices.mjs';

let lines = 0;
const logging = {
  name: 'Logging',
  localAction: (next, action) => (ctx) => {
    const startedAt = performance.now();
    const write = (code) => {
      lines += 1;
      return {
        service: action.name,
        requestId: ctx.requestID,
        code,
        durationMs: performance.now() - startedAt,
      };
    };
    return next(ctx).then(
      (value) => {
        write('ok');
        return value;
      },
      (error) => {
        write(error.code);
        throw error;
      },
    );
  },
};
const auth = {
  name: 'Auth',
  localAction: (next) => (ctx) => {
    if (ctx.meta.authorization !== 'Bearer secret') return Promise.reject(new Error('401'));
    ctx.meta.user = { id: 'ada', roles: ['user'] };
    if (!ctx.meta.user.roles.includes('user')) return Promise.reject(new Error('403'));
    return next(ctx);
  },
};
const rateLimit = {
  name: 'RateLimit',
  localAction: (next) => {
    const buckets = new Map();
    return (ctx) => {
      const now = performance.now();
      const bucket = buckets.get(ctx.meta.user?.id) ?? { tokens: 1e9, at: now };
      buckets.set(ctx.meta.user?.id, bucket);
      bucket.tokens = Math.min(1e9, bucket.tokens + ((now - bucket.at) / 1000) * 1e9) - 1;
      bucket.at = now;
      return bucket.tokens < 0 ? Promise.reject(new Error('429')) : next(ctx);
    };
  },
};

const broker = new ServiceBroker({
  logger: false,
  requestTimeout: 5000,
  retryPolicy: { enabled: true, retries: 2, delay: 20, maxDelay: 1000 },
  tracking: { enabled: true },
  circuitBreaker: { enabled: true, windowTime: 10 },
  bulkhead: { enabled: true, concurrency: 100, maxQueueSize: 100 },
  cacher: { type: 'MemoryLRU', options: { ttl: 60, max: 1000 } },
  metrics: { enabled: true },
  tracing: { enabled: true },
  middlewares: [logging, auth, rateLimit],
});
broker.createService({
  name: 'greeter',
  actions: {
    greet: {
      params: {
        $$strict: true,
        name: { type: 'string', min: 1 },
        times: { type: 'number', integer: true, optional: true },
      },
      cache: true,
      async handler(ctx) {
        return { text: `Hello ${ctx.params.name}` };
      },
    },
  },
});
await broker.start();
answerSlices((index) =>
  broker.call(
    'greeter.greet',
    { name: `n${index % 100_000}`, times: 1 },
    { meta: { authorization: 'Bearer secret' } },
  ),
);
