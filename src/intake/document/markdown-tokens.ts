// In one file: what it is made of would be 18, each to be found at every start.
import MarkdownIt from 'markdown-it/browser';
import type { Token } from 'markdown-it';

/**
 * CommonMark with tables and strike-through. Indented code is off: people indent whole documents,
 * and what is indented is meant to be read.
 */
export function markdownTokens(text: string): readonly Token[] {
  const parser = new MarkdownIt({ html: true, maxNesting: 50 }).disable('code');
  return parser.parse(text, {});
}
