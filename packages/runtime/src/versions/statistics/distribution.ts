/** Probabilities of the whole numbers from `from` on. */
export interface Distribution {
  readonly from: number;
  readonly p: readonly number[];
}

const NEGLIGIBLE = 1e-12;

/** Of how many of `marked` things among `total` are in a random sample of `drawn`. */
export function hypergeometric(total: number, marked: number, drawn: number): Distribution {
  const lowest = Math.max(0, drawn + marked - total);
  const highest = Math.min(marked, drawn);
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (total + 2));
  // p(k+1) / p(k)
  const ratio = (k: number) =>
    ((marked - k) * (drawn - k)) / ((k + 1) * (total - marked - drawn + k + 1));
  return around(Math.min(highest, Math.max(lowest, mode)), lowest, highest, ratio);
}

/** Of how many of `n` things are kept when each is with probability `kept`. */
export function binomial(n: number, kept: number): Distribution {
  if (kept >= 1) return { from: n, p: [1] };
  const odds = kept / (1 - kept);
  const mode = Math.min(n, Math.floor((n + 1) * kept));
  return around(mode, 0, n, (k) => ((n - k) / (k + 1)) * odds);
}

/** Walks from the mode both ways, as far as it matters: no overflow, whatever the numbers are. */
function around(
  mode: number,
  lowest: number,
  highest: number,
  ratio: (k: number) => number,
): Distribution {
  const up = [1];
  for (let k = mode; k < highest; k += 1) {
    const next = (up.at(-1) ?? 0) * ratio(k);
    if (next < NEGLIGIBLE) break;
    up.push(next);
  }
  const down: number[] = [];
  for (let k = mode - 1, last = 1; k >= lowest; k -= 1) {
    last /= ratio(k);
    if (last < NEGLIGIBLE) break;
    down.push(last);
  }
  const all = [...down.reverse(), ...up];
  const sum = all.reduce((total, each) => total + each, 0);
  return { from: mode - down.length, p: all.map((each) => each / sum) };
}
