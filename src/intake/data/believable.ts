import type { SectionKind } from '../sections/section-kind.ts';

const denied: ReadonlySet<SectionKind> = new Set([
  'out-of-scope',
  'future',
  'contents',
  'history',
  'schedule',
  'testing',
  'examples',
]);
const beside: ReadonlySet<SectionKind> = new Set([
  'tech',
  'ui',
  'quality',
  'glossary',
  'questions',
  'overview',
]);

/** What a declaration here says may be believed. */
export function isBelievable(kind: SectionKind | undefined): boolean {
  return kind === undefined || !denied.has(kind);
}

/** Sections about other things than data: only a declaration with types is believed there. */
export function isBeside(kind: SectionKind | undefined): boolean {
  return kind !== undefined && beside.has(kind);
}

/** What prose here says may be believed: it is about what the service does. */
export function isAboutService(kind: SectionKind | undefined): boolean {
  return isBelievable(kind) && (kind === undefined || !beside.has(kind));
}
