import { remembered } from '../../remembered.ts';
import { stem, wordsOf } from '../../words/stem.ts';
import { isAboutService } from '../believable.ts';
import type { Reading } from '../reading.ts';

/** In how many blocks each stem occurs, and where words are not separated, the text to search. */
export class Mentions {
  readonly #blocks = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
    const isWide = ['ja', 'zh', 'ko'].includes(reading.language);
    for (const block of reading.document.blocks) {
      if (block.kind === 'code' || !isAboutService(reading.kinds[block.section])) continue;
      if (isWide) this.#texts.push(block.text);
      for (const word of new Set(wordsOf(block.text).map((each) => stem(each, reading.language)))) {
        this.#blocks.set(word, (this.#blocks.get(word) ?? 0) + 1);
      }
    }
  }

  /** In how many blocks about the service a name occurs; of a phrase, its rarest word. */
  of(name: string): number {
    if (this.#texts.length > 0 && /[^\x20-\x7e]/.test(name))
      return this.#texts.filter((text) => text.includes(name)).length;
    const counts = wordsOf(name).map(
      (word) => this.#blocks.get(stem(word, this.#reading.language)) ?? 0,
    );
    return counts.length === 0 ? 0 : Math.min(...counts);
  }
}

/** Those of a document, counted once. */
export const mentionsIn = remembered((reading: Reading) => new Mentions(reading));
