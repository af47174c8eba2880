/** What a service said last before it gave up: the message of its last JSON log line, else the end of its log. */
export function fatalLine(log: string): string {
  const line = log
    .trim()
    .split('\n')
    .findLast((text) => text.startsWith('{'));
  const said = line === undefined ? undefined : parsed(line);
  const parts = [said?.msg, said?.err?.message, ...(said?.faults ?? [])];
  const text = parts.filter((part) => typeof part === 'string').join(': ');
  return text === '' ? log.trim().slice(-600) : text.slice(0, 600);
}

interface LogLine {
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
