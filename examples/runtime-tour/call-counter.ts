import type { Middleware } from '@microforge/runtime';

/** A middleware of our own: counts how the calls of each service end, in the map that it is given. */
export const callCounter = (counts: Map<string, number>): Middleware => ({
  name: 'call-counter',
  // It only looks on: `watch` costs less than `wrap`, which could also change a call or its answer.
  watch: ({ id }) => ({
    leave: (_call, code) => {
      const key = `${id} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  }),
});
