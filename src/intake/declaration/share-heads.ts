import type { Part } from './split-list.ts';

const shared =
  /^(?:start|begin|end|check-?in|check-?out|opening|closing|first|last|home|work|billing|shipping|delivery|min|max|minimum|maximum|purchase|sales?|departure|arrival|old|new|previous|next|issue|due)$/i;
const romance = /^(data|fecha|date|hora|heure|ora)\s+(?:de|d'|del|da|do|di)\s*\S+$/iu;

/** "start and end date" are two dates, "data de empréstimo e devolução" too. */
export function shareHeads(
  parts: readonly Part[],
  isPlain: (text: string) => boolean,
): readonly Part[] {
  const result: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]?.text.trim().split(/\s+/) ?? [];
    const before = romance.exec(result.at(-1)?.text.trim() ?? '');
    const bare = part.text.trim().replace(/^(?:an?|the|its) /i, '');
    if (shared.test(bare) && next.length === 2)
      result.push({ ...part, text: `${bare} ${(next[1] ?? '').replace(/s$/, '')}` });
    else if (
      before !== null &&
      index === parts.length - 1 &&
      /^[\p{L}]+$/u.test(part.text.trim()) &&
      isPlain(part.text.trim())
    )
      result.push({ ...part, text: `${before[1]} de ${part.text.trim()}` });
    else result.push(part);
  }
  return result;
}
