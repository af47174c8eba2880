import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** @throws a problem 406 if `Accept` admits no JSON */
export function requireJsonAccepted(request: FastifyRequest): void {
  const { accept } = request.headers;
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return;
  const admits = accept
    .slice(0, 4000)
    .split(',')
    .some((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
      return JSON_RANGES.has(range) && !refused;
    });
  if (!admits) throw new Problem('not-acceptable', 'Answers are application/json.');
}

const JSON_RANGES = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/problem+json',
]);
