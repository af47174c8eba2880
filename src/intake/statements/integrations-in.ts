import type { Integration } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { Document } from '../document/document.ts';
import { spanIn } from '../document/span-in.ts';
import { sentencesOf } from '../words/sentences.ts';
import type { Line } from './line.ts';
import { nameOf } from './naming.ts';
import { vendors } from './vendors.ts';

const ESCAPED = vendors
  .map(([name]) => name)
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
const VENDOR = new RegExp(
  `(?<![\\p{L}\\p{N}@/._-])(?:${ESCAPED.join('|')})(?![\\p{L}\\p{N}_]|[/.-][\\p{L}])`,
  'gu',
);
const PURPOSE = new Map(vendors);
/** Words that take a name back: alternatives that were not chosen, things to be like. */
const NOT_USED =
  /\b(?:instead of|unlike|inspired by|similar to|like|such as jira|not|no|without|kein|sin|sem|sans|senza|à la|wie)\s[^.,;]{0,40}$/iu;
const COMMON_WORDS = new Set([
  'Square',
  'Box',
  'Make.com',
  'Segment',
  'Sage',
  'Resend',
  'Clerk',
  'Zoom',
  'Agora',
  'Slack',
  'UPS',
  'SAP',
  'Gemini',
  'Lark',
  'LDAP',
  'S3',
]);

/** Systems of others that the requirements name, with the sentence of the first mention as purpose. */
export function integrationsIn(document: Document, lines: readonly Line[]): readonly Integration[] {
  const found = new Map<string, { name: string; purpose: string; sources: SourceSpan[] }>();
  for (const { block, kind } of lines) {
    if (kind === 'ui' || kind === 'history' || block.kind === 'code') continue;
    for (const sentence of sentencesOf(block))
      for (const match of sentence.text.matchAll(VENDOR)) {
        const [name] = match;
        const before = sentence.text.slice(0, match.index);
        if (NOT_USED.test(before) || (COMMON_WORDS.has(name) && !speaksOfUse(sentence.text, kind)))
          continue;
        const key = canonical(name);
        const start = sentence.start + match.index;
        const source = spanIn(document, block, start, start + name.length);
        const known = found.get(key);
        if (known) known.sources.push(source);
        else
          found.set(key, {
            name,
            purpose: sentence.text.replaceAll(/\s+/g, ' ').slice(0, 300),
            sources: [source],
          });
      }
  }
  return [...found].map(([key, { name, purpose, sources }]) => ({
    id: `integration/${key}`,
    name: key,
    label: name,
    origin: 'stated',
    sources,
    purpose: purpose === name ? (PURPOSE.get(name) ?? '') : purpose,
  }));
}

/** Names that are words too count only where a connection is spoken of. */
function speaksOfUse(text: string, kind: string): boolean {
  return (
    kind === 'integrations' ||
    kind === 'tech' ||
    /integrat|\bvia\b|\busing\b|\bapi\b|\bwith\b|\bthrough\b|connect|notif|upload|stor|send|bucket|message|integr|über|mit\b|con\b|com\b|avec\b/i.test(
      text,
    )
  );
}

function canonical(name: string): string {
  const plain = nameOf(name.replace(/^(?:Amazon|AWS) (?=S3|SES|Cognito)/, '').toLowerCase(), 'en');
  return /^[a-z]/.test(plain) ? plain : `vendor-${plain}`;
}
