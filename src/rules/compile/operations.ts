// Instructions of rules as numbers: the operation, then its operands (in brackets here).

/** [verdict] */
export const CONSTANT = 0;
/** [part] */
export const ASK = 1;
/** 2 minus the verdict. */
export const NOT = 2;
/** Keeps the verdict. */
export const PUSH = 3;
/** [target]: drops what was kept and jumps if the verdict is false. */
export const POP_IF_FALSE = 4;
/** [target] */
export const POP_IF_TRUE = 5;
/** The smaller of the verdict and what was kept. */
export const LEAST = 6;
/** The larger. */
export const MOST = 7;
/** [target]: jumps if the verdict is false. */
export const IF_FALSE = 8;
/** [target] */
export const IF_TRUE = 9;
/** [slot, part] */
export const PRESENT = 10;
/** [left, right, operator, part] */
export const PAIR = 11;
/** [slot, tag, nothing, part, end of its tests] */
export const SLOT = 12;
/** [operator, constant, where to go if it does not hold] */
export const COMPARE = 13;
/** [set, where to go if it is none] */
export const MEMBER = 14;
/** [target]: an alternative holds. */
export const FOUND = 15;
/** [rule] */
export const STORE = 16;
