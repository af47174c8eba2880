import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Router } from '../template/src/api/router.ts';

function routerOf(...paths: readonly string[]): (path: string) => unknown {
  const router = new Router<string>();
  for (const path of paths) router.add('GET', path, path);
  return (path) => {
    const found = router.find(path)?.get('GET');
    return found && [found.value, found.parameters];
  };
}

test('text wins over parameters, and parameters over nothing', () => {
  const find = routerOf('/a/{x}', '/a/b', '/a/{x}/c', '/a/b/d', '/');
  assert.deepEqual(find('/a/b'), ['/a/b', {}]);
  assert.deepEqual(find('/a/z'), ['/a/{x}', { x: 'z' }]);
  assert.deepEqual(find('/a/b/c'), ['/a/{x}/c', { x: 'b' }]);
  assert.deepEqual(find('/'), ['/', {}]);
  for (const path of ['/a', '/a/', '/a/z/', '/b', '/a/b/e']) assert.equal(find(path), undefined);
});

test('parameters may be parts of a segment', () => {
  const find = routerOf('/c/{base}...{head}', '/c/{name}.{format}', '/c/{id}:open', '/c/{id}');
  assert.deepEqual(find('/c/main...dev')?.toString(), '/c/{base}...{head},[object Object]');
  assert.deepEqual(find('/c/a.b.json'), ['/c/{name}.{format}', { name: 'a', format: 'b.json' }]);
  assert.deepEqual(find('/c/7:open'), ['/c/{id}:open', { id: '7' }]);
  assert.deepEqual(find('/c/7'), ['/c/{id}', { id: '7' }]);
});

test('each method has its own names for the parameters', () => {
  const router = new Router<number>();
  router.add('GET', '/a/{x}', 1);
  router.add('PUT', '/a/{y}', 2);
  router.add('PUT', '/a/{z}', 3);
  assert.deepEqual(
    [...(router.find('/a/7') ?? [])],
    [
      ['GET', { value: 1, parameters: { x: '7' } }],
      ['PUT', { value: 2, parameters: { y: '7' } }],
    ],
  );
});

test('segments are decoded once, and what is no UTF-8 is nowhere', () => {
  const find = routerOf('/é/{x}', "/it's `$odd`\n*/{x}");
  assert.deepEqual(find('/%C3%A9/a%2Fb%2520'), ['/é/{x}', { x: 'a/b%20' }]);
  assert.equal(find('/%C3/a'), undefined);
  const odd = `/${encodeURIComponent("it's `$odd`\n*")}/1`;
  assert.deepEqual(find(odd), ["/it's `$odd`\n*/{x}", { x: '1' }]);
  assert.deepEqual(Object.keys((routerOf('/{__proto__}')('/x') as [string, object])[1]), [
    '__proto__',
  ]);
});

test('ever the same beginnings do not make it slow', { timeout: 5000 }, () => {
  const paths = Array.from({ length: 2000 }, (_, index) => `${'/{a}'.repeat(20)}/end${index}`);
  const find = routerOf(...paths);
  assert.equal(find(`${'/x'.repeat(20)}/none`), undefined);
});
