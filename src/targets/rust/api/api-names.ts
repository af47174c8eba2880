import { snakeCase } from '#blueprint';
import { boundedName } from '../../shared/text/bounded-name.ts';
import { isReservedWord } from '../names.ts';

/** Modules of ours beside those of groups. */
const OURS = new Set(['collections', 'authenticate']);

/** The module of a group of operations. */
export function groupModule(name: string): string {
  const snake = snakeCase(name);
  return isReservedWord(snake) || OURS.has(snake) ? `${snake}_` : snake;
}

/** The module of a handler, and the function in it; no module is called like the one around it. */
export function handlerName(name: string, group: string): string {
  const snake = boundedName(snakeCase(name), 90, '_');
  return isReservedWord(snake) || snake === groupModule(group) ? `${snake}_` : snake;
}
