import type { TraceContext } from '../component/trace-context.ts';

/** Says whether the spans of a trace are sent. @param parent the span that led here, if any */
export type Sampler = (traceId: string, parent: TraceContext | undefined) => boolean;

/** Fifty-two bits of an id: what a number holds exactly. */
const DIGITS = 13;

/**
 * A share of all traces, found in their ids, which are random: all processes that ask decide the same.
 * @param parentBased whoever decided before decides here, too
 */
export const ratioSampler = (ratio: number, parentBased: boolean): Sampler => {
  const below = ratio * 16 ** DIGITS;
  return (traceId, parent) =>
    parentBased && parent !== undefined
      ? parent.sampled
      : Number.parseInt(traceId.slice(-DIGITS), 16) < below;
};
