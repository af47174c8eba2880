import type { Plan } from './plan.ts';

/** A plan and the place of its rule's verdict. */
export type NumberedPlan = readonly [rule: number, plan: Plan];
