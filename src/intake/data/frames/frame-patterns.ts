import { remembered } from '../../remembered.ts';
import type { FrameWords } from './words/frame-words.ts';

/** The words of a language as patterns over its plain letters. */
export interface FramePatterns {
  /** A verb; groups `has`, `take` or `done`. */
  readonly verb: RegExp;
  readonly isVerbLast: boolean;
  readonly each: RegExp;
  readonly between: RegExp;
  readonly stop: RegExp;
  readonly lead: RegExp;
  readonly small: RegExp;
  /** One word that is a verb: it ends a name. */
  readonly verbWord: RegExp;
  readonly article: RegExp;
  readonly joint: RegExp;
  readonly not: RegExp;
  readonly weak: RegExp;
  readonly looking: RegExp;
  readonly chosen: RegExp;
  readonly needed: RegExp;
  readonly free: RegExp;
  readonly about: RegExp;
}

/** Made at the first sentence of a language. */
export const framePatterns = remembered((words: FrameWords): FramePatterns => {
  const alone = (list: string, flags = '') =>
    new RegExp(`(?<![a-z0-9-])(?:${list})(?![a-z0-9-])`, flags);
  return {
    verb: new RegExp(
      `(?<![a-z0-9'-])(?:(?<done>${words.done})|(?<has>${words.has})|(?<take>${words.take}))(?![a-z0-9-])`,
      'g',
    ),
    isVerbLast: words.isVerbLast === true,
    each: new RegExp(`(?<![a-z0-9-])(?:${words.each})\\s*(?<=[\\s'])`),
    between: new RegExp(`^[\\s,]*(?:${words.between})(?![a-z0-9-])[\\s,]*`),
    stop: alone(words.stop),
    lead: new RegExp(`^(?:${words.lead})(?![a-z0-9-])`),
    small: new RegExp(`^(?:${words.small})$`),
    verbWord: new RegExp(
      words.nounsAreVerbs === true ? '(?!)' : `^(?:${words.has}|${words.take})$`,
    ),
    article: new RegExp(`^(?:(?:${words.article})(?:\\s+|(?<=')))+`),
    joint: new RegExp(`^(?:${words.joint})$`),
    not: alone(words.not),
    weak: new RegExp(`^(?:${words.weak})$`),
    looking: new RegExp(`^(?:${words.looking})$`),
    chosen: new RegExp(`^(?:${words.chosen})$`),
    needed: alone(words.needed),
    free: alone(words.free),
    about: new RegExp(`^(?:(?:${words.about})(?:\\s+|(?<=')))+`),
  };
});
