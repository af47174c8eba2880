import type { OperationPair, OperationSide } from './compare-parameters.ts';
import { isObject, listOf, objectOf, own } from './json.ts';

/** Compares who may call an operation. */
export function compareSecurity({ comparison, operation, old, next }: OperationPair): void {
  const before = waysIn(old);
  const after = waysIn(next);
  const place = { pointer: next.operation.pointer, operation };
  const lost = before.filter((way) => !after.some((other) => isWithin(other, way)));
  if (lost.length > 0) {
    const why = lost.some(isOpen)
      ? 'It needs credentials now: those who send requests without any are refused.'
      : 'A way to authenticate is gone, or asks for more: those who use it are refused.';
    comparison.breaking('security', place, why);
  } else if (after.some(isOpen) && !before.some(isOpen)) {
    comparison.compatible('security', place, 'It needs no credentials any more.');
  } else if (after.some((way) => !before.some((other) => isWithin(other, way)))) {
    const why = 'There is another way to authenticate: the old ones still work.';
    comparison.compatible('security', place, why);
  }
}

function isOpen(way: ReadonlySet<string>): boolean {
  return way.size === 0;
}

/** Is everything that `inner` asks for asked for by `outer` too? */
function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((item) => outer.has(item));
}

/** The alternatives, each the set of what it asks for; schemes by what they are, not by their name. */
function waysIn({ reader, operation }: OperationSide): readonly ReadonlySet<string>[] {
  const stated = own(operation.node, 'security') ?? own(reader.root, 'security');
  const ways = listOf(stated).filter(isObject);
  if (ways.length === 0) return [new Set()];
  const components = { node: objectOf(own(reader.root, 'components')), pointer: '/components' };
  const schemes = reader.child(components, 'securitySchemes');
  return ways.map((way) => {
    const asked = Object.entries(way).flatMap(([name, scopes]) => {
      const {
        type,
        in: place,
        name: key,
        scheme,
        openIdConnectUrl,
      } = reader.child(schemes, name).node;
      const identity = JSON.stringify([
        type ?? name,
        place,
        key,
        typeof scheme === 'string' ? scheme.toLowerCase() : scheme,
        openIdConnectUrl,
      ]);
      return [identity, ...listOf(scopes).map((scope) => `${identity} ${String(scope)}`)];
    });
    return new Set(asked);
  });
}
