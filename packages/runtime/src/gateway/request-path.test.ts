import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRequestPath } from './request-path.ts';

describe('the path of a request', () => {
  it('is decoded for routing and kept for forwarding', () => {
    const routes = {
      '/orders/1?q=/../x': '/orders/1',
      '/%6frders/a%20b': '/orders/a b',
      'http://elsewhere/orders?x': '/orders',
      '/a.b/..c/%2e.d': '/a.b/..c/..d',
      '/café': '/café',
      '/': '/',
    };
    for (const [target, route] of Object.entries(routes)) {
      const read = readRequestPath(target);
      assert.equal(read?.route, route, target);
      assert.equal(read?.raw, target.replace('http://elsewhere', ''));
    }
  });

  it('is refused when two servers could read it differently', () => {
    const wrong = [
      '/public/../admin',
      '/public/%2e%2e/admin',
      '/public/.%2E',
      '/public/./admin',
      '/public/..%2fadmin',
      '/public%2Fadmin',
      '/public/%5c..',
      '/public\\admin',
      '//admin',
      '/public//admin',
      '/%00',
      '/%0d%0aset-cookie:x',
      '/%zz',
      '/%c0%af',
      '/a#b',
      '*',
      '',
      'ftp://x/y',
      'http://elsewhere',
    ];
    for (const target of wrong) assert.equal(readRequestPath(target), undefined, target);
  });
});
