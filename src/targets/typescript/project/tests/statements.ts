import { call, print } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';

/** `const record = await createOrder(owner);`, for an indentation of two unless said otherwise. */
export function awaited(name: string, code: Code, indent = 2): string {
  return print(code, `const ${name} = await `, ';', indent);
}

/** `const change = { status: 'done' };` */
export function constant(name: string, code: Code): string {
  return print(code, `const ${name} = `, ';', 2);
}

/** `await owner.delete(path);` */
export function done(code: Code): string {
  return print(code, 'await ', ';', 2);
}

/** `assert.equal(answer.status, 201);` */
export function asserted(name: string, ...args: readonly Code[]): string {
  return print(call(name, ...args), '', ';', 2);
}
