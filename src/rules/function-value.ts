import type { Value } from './value.ts';

/** A parameter of a function, and of which type its argument has to be. */
export interface Parameter {
  readonly name: string;
  readonly type?: string;
}

/** A function as a value. */
export class FunctionValue {
  readonly kind = 'function';
  readonly parameters: readonly Parameter[];
  readonly call: (args: readonly Value[]) => Value;

  constructor(parameters: readonly Parameter[], call: (args: readonly Value[]) => Value) {
    this.parameters = parameters;
    this.call = call;
  }
}
