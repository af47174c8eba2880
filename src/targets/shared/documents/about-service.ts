import type { Blueprint, Service } from '#blueprint';
import { listWords } from '../text/list-words.ts';

/** Kinds of records that are named; a service may keep hundreds. */
const MOST = 8;

/** What the service is, in the words of the requirements; without any, what it keeps. */
export function aboutService(
  { system }: Blueprint,
  { description, entities, operations = [] }: Service,
): string {
  const words = description || system.description;
  if (words !== '') return words;
  if (entities.length === 0) return `Has ${operations.length} operations.`;
  const kinds = entities.slice(0, MOST).map(({ plural }) => plural.replaceAll('-', ' '));
  const more = entities.length - kinds.length;
  return `Keeps ${listWords(more > 0 ? [...kinds, `${more} more kinds of records`] : kinds)}.`;
}
