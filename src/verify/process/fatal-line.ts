/**
 * What a service said before it gave up: its last JSON log line that it calls fatal, else its last one, else
 * the end of its log.
 */
export function fatalLine(log: string): string {
  const lines = log
    .trim()
    .split('\n')
    .flatMap((text) => (text.startsWith('{') ? (parsed(text) ?? []) : []));
  const said = lines.findLast(({ level }) => level === 'fatal') ?? lines.at(-1);
  const parts = [said?.msg, said?.err?.message, ...(said?.faults ?? [])];
  const text = parts.filter((part) => typeof part === 'string').join(': ');
  return text === '' ? log.trim().slice(-600) : text.slice(0, 600);
}

interface LogLine {
  readonly level?: unknown;
  readonly msg?: unknown;
  readonly err?: { readonly message?: unknown } | null;
  readonly faults?: readonly unknown[];
}

function parsed(line: string): LogLine | undefined {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}
