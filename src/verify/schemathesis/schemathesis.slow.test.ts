import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import { verifyService } from '#verify';
import { writeService } from '../../../test/support/write-service.ts';

const book = (name: string, type: 'string' | 'integer') =>
  buildField('book', { name, type: { kind: type }, required: true });

/** Few operations, all of them with accounts: a run takes half a minute. */
const blueprint = buildBlueprint({
  name: 'library',
  services: [
    buildService({
      name: 'library',
      entities: [
        buildEntity({
          name: 'book',
          plural: 'books',
          fields: [
            book('title', 'string'),
            book('pages', 'integer'),
            // What no schema can say of a text, and what it must not be blamed for.
            buildField('book', {
              name: 'weight',
              type: { kind: 'decimal', precision: 9, scale: 2 },
              min: { value: '0', exclusive: false },
              max: { value: '1000', exclusive: false },
            }),
          ],
        }),
      ],
    }),
  ],
});

/** A fault for each language, planted in the service, and what Schemathesis must find it as. */
const faults = {
  typescript: {
    file: 'src/records/write-routes.ts',
    right: 'status: 201',
    wrong: 'status: 200',
    code: 'verify/schemathesis-status',
    curl: /-X POST "\$URL"'\/api\/books' -H .*"authorization: Bearer \$TOKEN"/,
  },
  python: {
    file: 'app/fields/text.py',
    right: 'len(value) > self.max_length',
    wrong: 'len(value) > 9 * self.max_length',
    code: 'verify/schemathesis-invalid-accepted',
    curl: /--data-binary/,
  },
  rust: {
    file: 'src/records/store.rs',
    right: 'where _tenant = $1 and id = $2',
    wrong: 'where coalesce(_tenant, $1) is not null and id = $2',
    code: 'verify/schemathesis-other-tenant',
    curl: /BOOKS_ID=\$\(curl -sS -X POST "\$URL"'\/api\/books'/,
  },
} as const;

let root = '';

describe('verify --engine schemathesis', () => {
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'microforge-schemathesis-'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  for (const [target, fault] of Object.entries(faults)) {
    it(`finds nothing in a service of ${target}, and the fault that is planted in it`, async (t) => {
      const directory = join(root, target);
      await writeService(blueprint, directory, target);
      const clean = await verify(directory);
      if (clean?.verdict === 'not fully verified') {
        t.skip(clean.gates.find(({ verdict }) => verdict === 'skipped')?.reason ?? '');
        return;
      }
      assert.deepEqual(
        clean?.gates.flatMap(({ findings }) => findings),
        [],
      );
      const path = join(directory, fault.file);
      const text = readFileSync(path, 'utf8');
      assert.ok(text.includes(fault.right));
      writeFileSync(path, text.replace(fault.right, fault.wrong));
      const broken = await verify(directory);
      const finding = broken?.gates[1]?.findings.find(({ code }) => code === fault.code);
      assert.match(finding?.message ?? '', /\/api\/books/);
      assert.match(finding?.curl ?? '', fault.curl);
      assert.equal(broken?.verdict, 'failed');
    });
  }
});

async function verify(directory: string) {
  const signal = AbortSignal.timeout(500_000);
  const { value } = await verifyService({ directory, signal, gates: ['boot', 'schemathesis'] });
  return value;
}
