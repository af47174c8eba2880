import type { Block, Code } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { readBraces } from '../code/braces.ts';
import type { CodeEntity, CodeReading } from '../code/code-entity.ts';
import { exampleLead } from '../code/example-lead.ts';
import { readErRelations } from '../code/er-relations.ts';
import { readNameless, readYaml } from '../code/other-shapes.ts';
import { readOutlines } from '../code/outlines.ts';
import { readDialect } from '../code/read-dialect.ts';
import { readExample } from '../code/read-example.ts';
import { kindOfTitle } from '../../sections/classify-sections.ts';
import { entityName } from '../entity-name.ts';
import { declaredName } from '../certain-name.ts';
import type { EntityName } from '../entity-name.ts';
import { introducedEntity } from '../introduced-entity.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** Languages of fences that declare no data: output, commands, styles. */
const otherLanguages =
  /^(?:bash|sh|shell|zsh|console|powershell|css|scss|html|xml|http|diff|dockerfile|nginx|toml|ini|env|tree|csv|tsv|makefile|svg|latex)$/;
/** Languages in which what looks like a table without "create table" is a call. */
const programs =
  /^(?:py|python|js|javascript|jsx|mjs|ts|typescript|tsx|go|rs|rust|java|kotlin|kt|c|cpp|cs|csharp|php|rb|ruby|swift|dart)$/;
/** Types that programs are made of, not records. */
const machinery =
  /(?:service|controller|repository|props|state|config|options|request|response|params|exception|error|handler|provider|module|component|context|payload|factory|adapter|client|hook|args|input|output|result|filter|query|command|test|spec|util|utils|helper|interface|api)$/i;

/** Keys of messages, not records. */
const envelopes =
  /^(?:body|data|headers?|params|query|payload|error|errors|meta|response|request|result|results|paths?|properties|schema|schemas|components|definitions|info|servers|scripts|dependencies|compilerOptions|env|config)$/i;

/** Records declared in fenced code. */
export const codeBlocks: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const block of reading.document.blocks) {
    if (
      block.kind !== 'code' ||
      otherLanguages.test(block.language) ||
      !isBelievable(reading.kinds[block.section])
    )
      continue;
    if (block.text.length > 200_000) continue;
    const isData = reading.kinds[block.section] === 'data';
    const { entities, enums, relations } = codeOf(block, reading, isData);
    for (const entity of entities) claims.push(...claimsOf(entity, block, reading, isData));
    for (const { start, end, ...relation } of relations ?? readErRelations(block.text))
      claims.push({
        kind: 'relation',
        ...relation,
        source: spanIn(reading.document, block, start, end),
        section: block.section,
      });
    for (const { name, values, start, end } of enums)
      claims.push({
        kind: 'enumeration',
        name,
        values,
        source: spanIn(reading.document, block, start, end),
        section: block.section,
      });
  }
  return claims;
};

function codeOf(block: Code, reading: Reading, isData: boolean): CodeReading {
  const { vocabulary } = reading;
  const declared = readDialect(block.text, vocabulary);
  const isCall =
    programs.test(block.language) && declared?.entities.some(({ table }) => table === false);
  if (declared !== undefined && isCall !== true) return declared;
  const nameless = readNameless(block.text, vocabulary);
  if (nameless !== undefined)
    return {
      entities:
        !isAnswer(nameless) && (isData || isExample(block, nameless, reading))
          ? [exampled(nameless, block, vocabulary)]
          : [],
      enums: [],
    };
  const braces = readBraces(block.text, block.language, vocabulary);
  if (braces.entities.length + braces.enums.length > 0) return braces;
  if (!isData) return { entities: [], enums: [] };
  const yaml = readYaml(block.text, vocabulary);
  return { entities: yaml.length > 0 ? yaml : readOutlines(block.text, vocabulary), enums: [] };
}

/** The values of an example tell types that its names do not: `"voltage": 12.4`. */
function exampled(
  nameless: CodeEntity,
  block: Code,
  vocabulary: Reading['vocabulary'],
): CodeEntity {
  const example = readExample(block.text, '', vocabulary);
  if (example === undefined) return nameless;
  const shown = new Map(example.fields.map(({ name, facts }) => [name, facts]));
  return {
    ...nameless,
    fields: nameless.fields.map((field) => {
      const isStated = (field.facts.type ?? field.facts.values) !== undefined;
      return isStated ? field : { ...field, facts: shown.get(field.name) ?? field.facts };
    }),
  };
}

/** `{"statusCode": 409, "message": "…", "error": "Conflict"}` is an answer, whatever the heading calls it. */
function isAnswer({ fields }: CodeEntity): boolean {
  return (
    fields.every(({ name }) => answers.test(name)) &&
    fields.some(({ name }) => /^(?:errors?|success|status_?code)$/i.test(name))
  );
}

const answers =
  /^(?:status|status_?code|code|message|msg|errors?|details?|success|ok|data|meta|type|title|instance|path|timestamp|request_?id|trace_?id)$/i;

/** An example in JSON below the heading of one thing, or a line that names it, shows what it has, wherever it stands. */
function isExample(block: Code, { fields }: CodeEntity, reading: Reading): boolean {
  const section = reading.document.sections[block.section];
  if (fields.length < 3 || !/^\s*\{\s*"[A-Za-z_]+"\s*:/.test(block.text)) return false;
  const lead = reading.document.blocks[block.lead];
  if (lead !== undefined && exampleLead(lead.text, reading.vocabulary) !== undefined) return true;
  return (
    section !== undefined &&
    section.depth > 1 &&
    reading.kinds[block.section] === 'unknown' &&
    kindOfTitle(section.title) === 'unknown' &&
    entityName(section.title, reading.vocabulary) !== undefined
  );
}

function claimsOf(
  entity: CodeEntity,
  block: Block,
  reading: Reading,
  isData: boolean,
): readonly Claim[] {
  const { document } = reading;
  const name = entity.name === undefined ? above(block, reading) : nameOf(entity.name, reading);
  if (name === undefined) return [];
  // A table is a record whatever it is called: `results`, `filters`.
  const isProgram = (!isData && machinery.test(name.name)) || envelopes.test(name.name);
  if (isProgram && entity.table !== true) return [];
  if (/^DTO/i.test(name.name)) return [];
  const place = (start: number, end: number) => ({
    source: spanIn(document, block, start, end),
    section: block.section,
  });
  return [
    {
      kind: 'entity',
      name: name.name,
      also: name.also,
      evidence: 'schema',
      ...place(entity.start, entity.end),
    },
    ...entity.fields.map((field): Claim => ({
      kind: 'field',
      entity: name.name,
      name: field.name,
      facts: field.facts,
      declared: true,
      evidence: 'schema',
      ...place(field.start, field.end),
    })),
    ...entity.keys.map((fields): Claim => ({
      kind: 'key',
      entity: name.name,
      fields,
      ...place(entity.start, entity.end),
    })),
  ];
}

function nameOf(name: string, { vocabulary }: Reading): EntityName | undefined {
  const bare = name.replace(/\s*\(.*/, '');
  return (
    entityName(name, vocabulary, true) ??
    (/^[A-Za-z]\w*$/.test(bare) ? { name: bare, also: [], announced: true } : undefined)
  );
}

/** What the heading or the line above calls the record. */
function above(block: Block, reading: Reading): EntityName | undefined {
  const { document, vocabulary } = reading;
  const lead = document.blocks[block.lead];
  if (lead !== undefined) {
    const name =
      introducedEntity(lead.text, vocabulary)?.name ??
      exampleLead(lead.text, vocabulary) ??
      entityName(lead.text, vocabulary, true);
    if (name !== undefined) return name;
  }
  const section = document.sections[block.section];
  return section === undefined || section.depth === 0
    ? undefined
    : declaredName(section, reading, true);
}
