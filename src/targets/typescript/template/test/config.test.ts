import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { ConfigError, readConfig } from '../src/config.ts';

const defaults = { service: 'example', rateLimitPerMinute: 60_000 };

test('runs on nothing but defaults', () => {
  const config = readConfig({}, defaults);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.port, 3000);
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.databaseFile, 'data/example.db');
});

test('takes an empty setting for one that is not there', () => {
  assert.deepEqual(readConfig({ PORT: '', DATABASE_URL: '' }, defaults), readConfig({}, defaults));
});

test('names every fault at once', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://localhost/example',
    JWT_SECRET: 'short',
    RATE_LIMIT_PER_MINUTE: 'many',
    BODY_LIMIT_BYTES: '-1',
    CORS_ORIGINS: '*',
    EVENT_SINK_URL: 'nowhere',
    SHUTDOWN_TIMEOUT_SECONDS: 'soon',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'example.com',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector',
  };
  assert.throws(
    () => readConfig(wrong, defaults),
    (error) => {
      assert.ok(error instanceof ConfigError);
      const named = error.faults.map((fault) => fault.split(' ')[0] ?? '');
      assert.deepEqual(named.toSorted(), Object.keys(wrong).toSorted());
      return true;
    },
  );
});
