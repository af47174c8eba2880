export { createRandom } from '../../src/verify/fuzz/random.ts';
export type { Random } from '../../src/verify/fuzz/random.ts';
