/** A name that is not longer than `longest`: long ones end in a checksum, so that they stay distinct. */
export function boundedName(name: string, longest: number, separator: string): string {
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - 9)}${separator}${checksum(name)}`;
}

/** FNV-1a, eight hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
