import type { GeneratedFile } from '#files';
import { accountsSupport } from './accounts-support.ts';
import { accountsTests } from './accounts-tests.ts';
import { fieldsTests } from './fields-tests.ts';
import { permissionsTests } from './permissions-tests.ts';
import { profileTests } from './profile-tests.ts';
import { protocolTests } from './protocol-tests.ts';
import { recordsTests } from './records-tests.ts';
import { referencesTests } from './references-tests.ts';
import { rulesTests } from './rules-tests.ts';
import { samplesFile } from './samples-file.ts';
import { statesTests } from './states-tests.ts';
import type { TestContext } from './test-context.ts';
import { uniqueTests } from './unique-tests.ts';

/** The service's own tests: linear in the number of entities. */
export function testFiles(context: TestContext): readonly GeneratedFile[] {
  const { input } = context;
  const samples = [...context.samples.values()];
  const accounts = input.service.access === 'accounts';
  const files = [
    ...(accounts ? [accountsSupport(context), ...accountsTests(context)] : []),
    protocolTests(context),
    ...samples.flatMap((sample) => [
      samplesFile(sample, context),
      sample.entity.account ? profileTests(sample, context) : recordsTests(sample, context),
      ...fieldsTests(sample, context),
      uniqueTests(sample, context),
      referencesTests(sample, context),
      rulesTests(sample, context),
      statesTests(sample, context),
      permissionsTests(sample, context),
    ]),
  ];
  return files.filter((file) => file !== undefined);
}
