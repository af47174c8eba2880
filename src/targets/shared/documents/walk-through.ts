import { isReference, jsonName, writableFields } from '#blueprint';
import type { TargetInput } from '../../target.ts';
import type { Samples } from '../samples/create-samples.ts';
import { readSymbol } from '../samples/reference-symbol.ts';
import type { Sample } from '../samples/sample.ts';
import { fenced, section } from '../text/markdown.ts';
import { article } from '../text/article.ts';

/** Commands that register, create and list, to be pasted into a shell. */
export function walkThrough(input: TargetInput, samples: Samples): string {
  const sample = [...samples.values()].find(
    ({ entity, record }) => !entity.account && !Object.values(record).flat().some(needsOther),
  );
  if (sample === undefined) return '';
  const accounts = input.service.access === 'accounts';
  const login = accounts ? ' -H "authorization: Bearer $TOKEN"' : '';
  const json = "-H 'content-type: application/json'";
  return section(
    '## Try it',
    fenced('sh', [
      'URL=http://127.0.0.1:3000',
      ...(accounts ? register(samples, json) : []),
      '',
      `# Create ${article(sample.one)}`,
      `curl -s $URL${sample.path}${login} ${json} \\`,
      `  -d ${shell(body(sample))}`,
      '',
      `# List the ${sample.many}`,
      `curl -s $URL${sample.path}${login}`,
    ]),
  );
}

function register(samples: Samples, json: string): readonly string[] {
  const person = [...samples.values()].find(({ entity }) => entity.account);
  const account = {
    email: 'ada@example.com',
    password: 'correct horse battery',
    ...(person && body(person)),
  };
  return [
    '',
    '# Register: the answer holds a token',
    `TOKEN=$(curl -s $URL/api/auth/register ${json} \\`,
    `  -d ${shell(account)} |`,
    String.raw`  sed 's/.*"token":"\([^"]*\)".*/\1/')`,
  ];
}

/** What must be given, and a little more. */
function body({ entity, record }: Sample): Readonly<Record<string, unknown>> {
  const names = writableFields(entity)
    .filter((field) => !isReference(field) && record[jsonName(field)] !== null)
    .filter(({ required, default: usual }, index) => index < 3 || (required && usual === undefined))
    .map(jsonName);
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

function needsOther(value: unknown): boolean {
  return readSymbol(value) !== undefined;
}

/** JSON in single quotes. */
function shell(value: unknown): string {
  return `'${JSON.stringify(value).replaceAll("'", String.raw`'\''`)}'`;
}
