import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { busyTime } from '../../../../test/support/busy-time.ts';
import { sweep } from '../../../../test/support/sweep.ts';
import { readRequirements } from '../../read-requirements.ts';
import { outline } from '../../testing/outline.ts';

const data = '## Data\n\n### Invoice\n- number (string, required)\n- total (money)\n\n';
const fenced = (title: string, language: string, code: string) =>
  `${data}## ${title}\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

/** Code that people show for other reasons; none of it is a record. */
const others: Readonly<Record<string, string>> = {
  'a React component': fenced(
    'User interface',
    'tsx',
    'export const InvoiceList = ({ invoices }: Props) => {\n  const [filter, setFilter] = useState("");\n  return <ul>{invoices.map((i) => <li key={i.id}>{i.number}</li>)}</ul>;\n};',
  ),
  'routes of Express': fenced(
    'Design',
    'js',
    "const app = express();\napp.use(cors({ origin: '*', credentials: true }));\nconst limiter = rateLimit({ windowMs: 60000, max: 100 });\napp.get('/invoices', async (req, res) => {\n  const invoices = await db.invoices.find({ active: true });\n  res.json({ data: invoices, total: invoices.length });\n});",
  ),
  'a pipeline': fenced(
    'Delivery',
    'yaml',
    'name: CI\non:\n  push:\n    branches: [main]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4',
  ),
  'a tree of files': fenced(
    'Structure',
    '',
    'src/\n├── api/\n│   ├── customers.ts\n│   └── invoices.ts\n└── db/',
  ),
  'a class of a program': fenced(
    'Design',
    'python',
    'class InvoiceService:\n    def __init__(self, repository: Repository, mailer: Mailer):\n        self.repository = repository\n\n    def send(self, invoice_id: UUID) -> None:\n        invoice = self.repository.get(invoice_id)',
  ),
  'a sequence diagram': fenced(
    'Flow',
    'mermaid',
    'sequenceDiagram\n  Clerk->>Service: POST /invoices\n  Service-->>Clerk: 201',
  ),
  'a flow chart': fenced(
    'Flow',
    'mermaid',
    'flowchart TD\n  A[Draft] --> B{Paid?}\n  B -->|yes| C[Done]',
  ),
  'settings of a service': fenced(
    'Deployment',
    'yaml',
    'services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: secret',
  ),
};

describe('code that declares no record', () => {
  for (const [name, text] of Object.entries(others)) {
    test(name, () => {
      const { value } = readRequirements({ document: 'requirements.md', text });
      assert.deepEqual(outline(value), ['invoice: number string!, total money']);
    });
  }
});

test('what is said not to be unique is not, and a first value counts, a number of a field does not', () => {
  const read = (language: string, code: string) =>
    outline(
      readRequirements({
        document: 'requirements.md',
        text: `## Data\n\n\`\`\`${language}\n${code}\n\`\`\`\n`,
      }).value,
    );
  const mongoose =
    'const boatSchema = new Schema({\n  name: { type: String, required: [true, "x"], unique: false, maxlength: [40, "x"] },\n  seats: Number,\n});';
  assert.deepEqual(read('js', mongoose), ['boat: name string! max40, seats integer']);
  const java =
    'public class Pier {\n  @Column(unique = false)\n  private String code;\n  private int berths = 5;\n}';
  assert.deepEqual(read('java', java), ['pier: code string, berths integer =5']);
  const proto = 'message Pier {\n  string code = 1;\n  int32 berths = 2;\n}';
  assert.deepEqual(read('proto', proto), ['pier: code string, berths integer']);
});

test('notations are read in linear time, whatever stands in them', () => {
  const long = (unit: string) => unit.repeat(Math.ceil(sweep(8000, 60_000) / unit.length));
  const hostile = [
    ['mermaid', `erDiagram\n${long('A ||--o{ ')}`],
    ['mermaid', `erDiagram\n  X {\n${long('string a PK, ')}`],
    ['mermaid', `classDiagram\n${long('class A{ + ')}`],
    ['plantuml', `@startuml\n${long('<<(')}`],
    ['dbml', `Table a {\n  b ${long('varchar(')}`],
    ['python', `class A:\n  x: ${long('Optional[')}`],
    ['python', `class A:\n${long('  x = (\n')}`],
    ['ts', `const a = z.object({ ${long('a: z.array(')}`],
    ['ts', `const a = z.object({ ${long('"a')}`],
    ['java', `public class A {\n${long('@A(')}`],
    ['java', `public class A {\n  private ${long('List<')}`],
    ['kotlin', `data class A(${long('val a: List<')}`],
    ['json', `{"properties": {${long('"a": {')}`],
    ['yaml', `properties:\n${long(' a:\n')}`],
    ['ruby', `create_table :a\n${long('t.string :a, ')}`],
    ['', `A\n├── ${long('a (')}`],
    [
      'ts',
      `const a = z.object({ a: ${'z.array('.repeat(sweep(400, 4000))}z.string()${')'.repeat(sweep(400, 4000))} })`,
    ],
    [
      'ts',
      `const a = z.object({ a: ${'z.lazy(() => '.repeat(sweep(300, 3000))}z.string()${')'.repeat(sweep(300, 3000))} })`,
    ],
    [
      'json',
      `{"properties":{"a":${'{"type":"array","items":'.repeat(sweep(200, 2000))}{}${'}'.repeat(sweep(200, 2000))}}}`,
    ],
    // A list that holds itself.
    ['yaml', 'Boat:\n  properties:\n    a: &a\n      type: array\n      items: *a\n'],
  ] as const;
  for (const [language, code] of hostile) {
    const before = busyTime();
    readRequirements({ document: 'requirements.md', text: fenced('Data', language, code) });
    const milliseconds = busyTime() - before;
    assert.ok(milliseconds < 1500, `${language} ${code.slice(0, 30)}: ${milliseconds} ms`);
  }
});
