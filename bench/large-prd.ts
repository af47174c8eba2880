const kinds = [
  'Customer',
  'Order',
  'Invoice',
  'Shipment',
  'Product',
  'Contract',
  'Ticket',
  'Asset',
  'Booking',
  'Payment',
];

/** Requirements with that many entities of eight fields each, every second one with a reference to the one before. */
export function largePrd(entities: number): string {
  const parts = Array.from({ length: entities }, (_, index) => {
    const name = entityName(index);
    const reference =
      index % 2 === 1
        ? `- ${entityName(index - 1).toLowerCase()} (reference to ${entityName(index - 1)}, required)\n`
        : '';
    return `### ${name}

- name (string, required, max 80)
- code (string, unique)
- description (text, optional)
- price (decimal(10,2), min 0)
- quantity (integer, default 0)
- start date (date)
- end date (date)
- status (open | active | closed)
${reference}
The end date must be after the start date.
`;
  });
  return `# Warehouse

A service that keeps the records below.

## Entities

${parts.join('\n')}`;
}

/** Readable and unique: Customer, Order, …, then CustomerB, OrderB, … */
function entityName(index: number): string {
  const round = Math.floor(index / kinds.length);
  return `${kinds[index % kinds.length]}${round === 0 ? '' : letters(round)}`;
}

/** Without vowels and `s`: no name may look like the plural of another. */
const alphabet = 'BCDFGHJKLMNPQRTVWXZ';

function letters(number: number): string {
  const last = alphabet.charAt(number % alphabet.length);
  const rest = Math.floor(number / alphabet.length);
  return rest === 0 ? last : `${letters(rest)}${last.toLowerCase()}`;
}
