import type { Facts } from '../../declaration/facts.ts';
import { mergeFacts } from '../../declaration/facts.ts';
import { readDetails } from '../../declaration/read-details.ts';
import { codeType } from './code-type.ts';
import { readValues } from '../../declaration/read-values.ts';
import { inferType } from '../../declaration/infer-type.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';

export interface Member {
  readonly name: string;
  readonly facts: Facts;
}

/** One line of a record: `name?: string; // up to 80`, `name String? @unique`, `string name = 1;`, `private LocalDate born;`, `"id": "uuid",`. */
export function readMember(line: string, vocabulary: Vocabulary): Member | undefined {
  const remark =
    /(?:\/\/|#|--)\s*(.*)$/
      .exec(line.replace(/https?:\/\//g, (url) => ' '.repeat(url.length)))?.[1]
      ?.trim() ?? '';
  const code = line
    .replace(/\s*(?:\/\/|--|#(?!\w{3,8}")).*$/, '')
    .trim()
    .replace(/[,;]+$/, '')
    .trim();
  if (
    code === '' ||
    /^[}\])@*|]/.test(code) ||
    /\)\s*[{:]|=>|^(?:return|constructor|get|set|async|static|function|def|import|from)\b.*[({]/.test(
      code,
    )
  )
    return undefined;
  const found = named(code, vocabulary) ?? typed(code, vocabulary) ?? bare(code);
  if (found === undefined) return undefined;
  if (remark === '') return found;
  const details = readDetails(remark, vocabulary);
  const values =
    found.facts.values ??
    details.values ??
    (found.facts.type?.kind === 'string' &&
    (/[|/]/.test(remark) || /^[\w-]+(?:,\s*[\w-]+)+$/.test(remark)) &&
    !/e\.g|z\.\s?b|例|https?|例如|ex\./i.test(remark)
      ? readValues(remark)
      : undefined);
  const moment = found.facts.type?.kind === 'string' ? isoMoment.exec(remark)?.[1] : undefined;
  if (moment !== undefined)
    return {
      ...found,
      facts: {
        ...found.facts,
        type: { kind: moment.toLowerCase() === 'date' ? 'date' : 'datetime' },
        description: remark,
      },
    };
  // An example in a remark is no constraint.
  const { values: _, default: given, ...rest } = details;
  const facts = mergeFacts(
    { ...rest, ...(given === undefined ? {} : { default: given }) },
    found.facts,
  );
  return {
    name: found.name,
    facts: { ...facts, description: remark, ...(values === undefined ? {} : { values }) },
  };
}

/** `since: string; // ISO date` */
const isoMoment = /^(?:an? )?ISO(?:[ -]?8601)?[ -](date|date-?time|timestamp)$/i;

/** `name: type`, `"name": "type"`, `name = models.CharField(max_length=80)`. */
function named(code: string, vocabulary: Vocabulary): Member | undefined {
  const match =
    /^[+\-#~]?\s*(?:readonly |val |var |let |const |private |public |protected |static |final )*["'`]?([\p{L}_$][\p{L}\p{N}_$-]*)["'`]?\s*(\?)?\s*(?:[:：]|=(?!=))\s*(.+)$/u.exec(
      code,
    );
  if (match === null) return undefined;
  const raw = (match[3] ?? '').trim();
  if (/^\d+$/.test(raw) && !/["']/.test(code)) return undefined;
  const facts = readMemberType(raw, vocabulary);
  if (match[2] !== undefined) facts.required = false;
  // Go has one type for moments and days.
  if (/\btime\.Time\b/.test(raw) && inferType(match[1] ?? '', vocabulary)?.kind === 'date')
    facts.type = { kind: 'date' };
  return { name: match[1] ?? '', facts };
}

/** The type of a member with what languages put around it: `String!`, `string | null`, `CharField(max_length=80)`. */
export function readMemberType(raw: string, vocabulary: Vocabulary): Facts {
  const call = /^(?:\w+\.)*(?:Column\()?(?:\w+\.)*([A-Za-z]+?)(?:Field)?\s*\((.*)\)\s*\)?$/s.exec(
    raw,
  );
  const flags = /\s+(PK|FK|UK)(?:\s*,\s*(PK|FK|UK))*(?:\s+"[^"]*")?$/.exec(raw);
  if (flags !== null)
    return mergeFacts(
      readMemberType(raw.slice(0, flags.index), vocabulary),
      attributes(flags[0], vocabulary),
    );
  const before = raw.replace(/\s*=\s*(?:None|null|undefined|Field\(.*\)|field\(.*\))$/, '');
  const assigned = /^(.*?[^=!<>])\s=\s([^=>].*)$/.exec(before);
  const core = (assigned?.[1] ?? before).trim();
  const isQuoted = /^["'].*["']$/.test(core) && !/["']\s*\|/.test(core);
  const bare = (isQuoted ? core.slice(1, -1) : core).replace(/!$/, '');
  let facts: Facts = {};
  const direct =
    codeType(bare, vocabulary) ?? codeType(bare.replace(/\s*[(（].*$/, ''), vocabulary);
  if (direct !== undefined) facts = { ...direct };
  else if (call !== null && !/^(?:List|Set|Optional|Array)$/.test(call[1] ?? ''))
    facts = { ...callType(call[1] ?? '', call[2] ?? '', vocabulary) };
  else if (/\p{L}/u.test(bare)) facts.unknownType = bare;
  if (/^[A-Z][A-Za-z]+$/.test(bare)) facts.typeWords = bare;
  if (core.endsWith('!')) facts.required = true;
  if (/[([（]/.test(bare)) facts = mergeFacts(readDetails(bare, vocabulary), facts);
  const given = assigned?.[2]?.trim() ?? /\bdefault\s*=\s*([^,)]+)/.exec(raw)?.[1]?.trim();
  if (given !== undefined && !/^(?:None|null|undefined|Field|field)\b/.test(given))
    facts.default = given.replace(/^['"]|['"]$/g, '');
  const isNull =
    /=\s*(?:None|null|undefined)$|null\s*=\s*True|nullable\s*=\s*True|required:\s*false/.test(raw);
  if (isNull) facts.required = false;
  return facts;
}

/** Django, SQLAlchemy and Mongoose name types by calls. */
function callType(name: string, args: string, vocabulary: Vocabulary): Facts {
  const reference = /^(?:ForeignKey|OneToOne|relationship|ManyToMany)$/.exec(name);
  if (reference !== null) {
    const to = /^\s*(?:to\s*=\s*)?["']?([\w.]+)/.exec(args)?.[1]?.split('.')[0];
    const action = /on_delete\s*=\s*(?:models\.)?(CASCADE|SET_NULL)/.exec(args)?.[1];
    return {
      type: { kind: 'reference', to, cardinality: name === 'ManyToMany' ? 'many' : 'one' },
      ...(action === undefined ? {} : { onDelete: action === 'CASCADE' ? 'cascade' : 'clear' }),
    };
  }
  const inner = /^\s*(?:\w+\.)*([A-Z]\w*)\s*(?:\((\d+)\))?/.exec(args);
  const facts: Facts = {
    ...(codeType(
      name === 'Column' || name === 'mapped_column' ? (inner?.[1] ?? '') : name,
      vocabulary,
    ) ?? codeType(name.replace(/^(?:Positive|Small|Big)+/, ''), vocabulary)),
  };
  const length = /max_length\s*=\s*(\d+)/.exec(args)?.[1] ?? inner?.[2];
  if (length !== undefined) facts.maxLength = Number(length);
  if (/unique\s*=\s*True|unique:\s*true/.test(args)) facts.unique = true;
  if (/primary_key\s*=\s*True/.test(args)) facts.key = true;
  return facts;
}

/** `Type name`, `name Type`: which of the two is the type decides. */
function typed(code: string, vocabulary: Vocabulary): Member | undefined {
  const words = code
    .replace(/^[+\-#~]\s*/, '')
    .replace(
      /^(?:(?:private|public|protected|static|final|readonly|required|optional|repeated|internal|virtual)\s+)+/,
      '',
    );
  const isRepeated = /^repeated\s/.test(code);
  const match =
    /^([\p{L}_][\w.]*(?:<[^>]*>)?(?:\([\d, ]*\))?(?:\[\])?[?!]?)\s+([\p{L}_][\w]*(?:<[^>]*>)?(?:\([\d, ]*\))?(?:\[\])?[?!]?)(.*)$/u.exec(
      words,
    );
  if (match === null) return undefined;
  const [, left = '', right = '', rest = ''] = match;
  const leftType = codeType(left.replace(/!$/, ''), vocabulary);
  const rightType = codeType(right.replace(/!$/, ''), vocabulary);
  const rightIsType =
    rightType !== undefined &&
    (leftType === undefined ||
      leftType.type?.kind === 'reference' ||
      (/^[a-z]/.test(left) && /^[A-Z]/.test(right)) ||
      (!/^[A-Z]/.test(left) && /@|\?$|\[|\(|not null|pk/i.test(right + rest)));
  const name = rightIsType ? left : right;
  const type = rightIsType ? rightType : leftType;
  if (type === undefined && !/^[A-Z]/.test(rightIsType ? right : left)) return undefined;
  let facts: Facts = type === undefined ? { unknownType: rightIsType ? right : left } : { ...type };
  if (
    isRepeated &&
    facts.type !== undefined &&
    facts.type.kind !== 'reference' &&
    facts.type.kind !== 'list' &&
    facts.type.kind !== 'secret'
  )
    facts.type = { kind: 'list', items: facts.type };
  facts = mergeFacts(facts, attributes(rest, vocabulary));
  if (rightIsType && !/\?|\[/.test(right) && /^[A-Z]/.test(right)) facts.required ??= true;
  return { name: name.replace(/[?!]$/, ''), facts };
}

/** Prisma's remarks after the type, and made-up ones like them. */
function attributes(rest: string, vocabulary: Vocabulary): Facts {
  const facts: Facts = {};
  if (/@id\b|\bpk\b|primary key/i.test(rest)) facts.key = true;
  if (/@db\.Date\b/.test(rest)) facts.type = { kind: 'date' };
  if (/@unique\b|\bunique\b|\bUK\b/.test(rest)) facts.unique = true;
  if (/\bnot null\b/i.test(rest)) facts.required = true;
  if (/\bFK\b|foreign/i.test(rest))
    facts.type = { kind: 'reference', to: undefined, cardinality: 'one' };
  const to = /\[\s*ref\s*:\s*[<>-]\s*(\w+)/.exec(rest)?.[1];
  if (to !== undefined) facts.type = { kind: 'reference', to, cardinality: 'one' };
  const given = /@default\(([^)]*\)?)\)|default\s*[:=]\s*([^\],]+)/.exec(rest);
  const value = (given?.[1] ?? given?.[2])?.trim();
  if (value !== undefined) facts.default = value.replace(/^['"`]|['"`]$/g, '');
  const remark = /"([^"]+)"/.exec(rest)?.[1];
  return remark === undefined ? facts : mergeFacts(readDetails(remark, vocabulary), facts);
}

/** Only a name, as in made-up code. */
function bare(code: string): Member | undefined {
  return /^["']?[\p{L}_][\p{L}\p{N}_]{0,40}["']?$/u.test(code)
    ? { name: code.replace(/["']/g, ''), facts: {} }
    : undefined;
}
