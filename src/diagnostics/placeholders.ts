/**
 * A parameter object for documentation: each property reads as `{name}`, and stays so whatever a
 * message does with it (`join`, `map`, `toFixed`, iteration).
 */
export function placeholders(): object {
  return new Proxy({}, { get: (_, name) => placeholder(`{${String(name)}}`) });
}

function placeholder(text: string): unknown {
  const self: unknown = new Proxy(() => text, {
    get(_, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return () => text;
      if (key === Symbol.iterator) return () => [self].values();
      return self;
    },
    apply: () => self,
  });
  return self;
}
