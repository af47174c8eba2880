/**
 * Is a text an OpenAPI document, rather than requirements that quote one? Its first line that says something
 * is a name of JSON or YAML, and `openapi` (or `swagger`, of the version before) is one of the outermost names.
 */
export function isOpenApi(text: string): boolean {
  const head = text.slice(0, 4_000_000);
  if (/^\s*\{/.test(head)) return /[{,]\s*"(?:openapi|swagger)"\s*:/.test(head);
  const first = /^(?:(?:[ \t]*#[^\n]*|---[ \t]*|%[A-Z][^\n]*|[ \t\r]*)\n)*([^\n]*)/.exec(head)?.[1];
  // What quotes a description fences it; in YAML nothing but a name begins a line.
  return (
    !/^(?:```|~~~)/m.test(head) &&
    /^["']?[A-Za-z][\w-]*["']?\s*:(?:\s|$)/.test(first ?? '') &&
    /^["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/m.test(head)
  );
}
