import type { FieldType } from '#blueprint';

/** A limit or default of a field in the form in which values are stored. */
export function canonicalValue(type: FieldType, text: string): string {
  switch (type.kind) {
    case 'decimal':
      return padded(text, type.scale);
    case 'money':
      return padded(text, 2);
    case 'datetime':
      return new Date(text).toISOString();
    case 'uuid':
      return text.toLowerCase();
    default:
      return text;
  }
}

/** `5` → `5.00` at scale 2; more digits stay. */
function padded(text: string, scale: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = fraction.padEnd(scale, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
}
