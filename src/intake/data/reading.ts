import type { Document } from '../document/document.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import type { Language } from '../words/language.ts';
import type { Claim } from './claim.ts';

/** What every recogniser reads. */
export interface Reading {
  readonly document: Document;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** One for each section. */
  readonly kinds: readonly SectionKind[];
  /** A sentence or two instead of a document. */
  readonly brief: boolean;
}

/** Finds one shape in the whole document. Deterministic and linear. */
export type Recogniser = (reading: Reading) => readonly Claim[];
