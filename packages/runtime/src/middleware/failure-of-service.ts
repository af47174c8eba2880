import { RuntimeError } from '../errors/runtime-error.ts';

/** Whether the service is to blame: what a caller did wrong says nothing about its health. */
export const isFailureOfService = (error: unknown): boolean =>
  !(error instanceof RuntimeError) || error.status >= 500;

/** The stable code of any error; `error` for those that have none of ours. */
export const codeOf = (error: unknown): string =>
  error instanceof RuntimeError ? error.code : 'error';
