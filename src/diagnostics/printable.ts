/**
 * Text that is safe to show on a terminal: control characters (C0, DEL, C1), bidirectional overrides,
 * line separators and lone surrogates appear as `\\u{…}`, so that untrusted text can neither move the
 * cursor, nor colour, nor hide anything. Tabs and line feeds too, unless they are in `keep`.
 */
export function printable(text: string, keep = ''): string {
  return text.replace(UNSAFE, (unit) =>
    keep.includes(unit) ? unit : `\\u{${(unit.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
