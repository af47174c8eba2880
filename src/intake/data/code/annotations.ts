import type { Bound } from '#blueprint';
import type { Facts } from '../../declaration/facts.ts';

const bound = (text: string, pattern: RegExp, exclusive = false): Bound | undefined => {
  const value = pattern.exec(text)?.[1];
  return value === undefined ? undefined : { value, exclusive };
};
const count = (text: string, pattern: RegExp): number | undefined => {
  const value = pattern.exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
};

/**
 * What is said of a member beside its type: annotations of Java, Kotlin and TypeScript, attributes of C#, tags of Go,
 * arguments of Python's fields, calls of Zod and Drizzle. Their words are the same, or nearly.
 */
export function annotated(text: string): Facts {
  const facts: Facts = {};
  if (
    /\b(?:NotNull|NotBlank|NotEmpty|NonNull|Required|IsNotEmpty)\b|\bnot null\b|\.notNull\(|\bnullable\s*[=:]\s*false|\bnull:\s*false|\brequired\s*[=:]\s*\[?\s*true|validate:"(?:[^"]*,)?required|binding:"(?:[^"]*,)?required/i.test(
      text,
    )
  )
    facts.required = true;
  if (
    /\b(?:IsOptional|nullable\s*[=:]\s*true|null\s*=\s*True|blank\s*=\s*True|required\s*[=:]\s*false)\b|\.(?:optional|nullable|nullish)\(/i.test(
      text,
    )
  )
    facts.required = false;
  if (/\bunique\b(?!\s*[=:]\s*\[?\s*false)|IsUnique\s*=\s*true|unique_?index/i.test(text))
    facts.unique = true;
  if (
    /@Id\b|\[Key\b|@Primary|\bprimary_key\s*=\s*True|\bprimaryKey\b|primary_key:\s*true/i.test(text)
  )
    facts.key = true;
  const given =
    /\bdefault(?:Value)?\s*[=:]\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|[Tt]rue|[Ff]alse|[A-Z]\w*\.\w+)/.exec(
      text,
    )?.[1] ?? /\.default\(\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false)\s*\)/.exec(text)?.[1];
  if (given !== undefined) facts.default = given.replace(/^['"]|['"]$/g, '');
  const maxLength =
    count(
      text,
      /\b(?:MaxLength|StringLength|max_length|maxlength|size|limit|length)\s*[(=:]\s*\[?\s*(\d{1,6})/i,
    ) ??
    count(text, /\bSize\([^)]*\bmax\s*=\s*(\d{1,6})/) ??
    count(text, /\b(?:String|VARCHAR|Unicode)\(\s*(\d{1,6})/);
  const minLength =
    count(text, /\b(?:MinLength|min_length|minlength)\s*[(=:]\s*\[?\s*(\d{1,6})/i) ??
    count(text, /\bSize\([^)]*\bmin\s*=\s*(\d{1,6})/);
  const number = '\\s*[(=:]\\s*"?(-?\\d+(?:\\.\\d+)?)';
  const min =
    bound(text, new RegExp(`(?:@(?:Decimal)?Min|\\b(?:ge|min_value|minimum|gte))${number}`)) ??
    bound(text, new RegExp(`\\b(?:gt|greaterThan)${number}`), true) ??
    bound(text, /\bRange\(\s*(-?\d+(?:\.\d+)?)/) ??
    (/@Positive\b|\bPositive\w*Field\b/.test(text)
      ? { value: '0', exclusive: /@Positive\b/.test(text) }
      : undefined);
  const max =
    bound(text, new RegExp(`(?:@(?:Decimal)?Max|\\b(?:le|max_value|maximum|lte))${number}`)) ??
    bound(text, new RegExp(`\\b(?:lt|lessThan)${number}`), true) ??
    bound(text, /\bRange\(\s*-?\d+(?:\.\d+)?\s*,\s*(-?\d+(?:\.\d+)?)/);
  if (maxLength !== undefined) facts.maxLength = maxLength;
  if (minLength !== undefined) facts.minLength = minLength;
  if (min !== undefined) facts.min = min;
  if (max !== undefined) facts.max = max;
  if (/\b(?:IsEmail|EmailAddress)\b|@Email\b|validate:"(?:[^"]*,)?email/.test(text))
    facts.type = { kind: 'email' };
  const oneOf = /\boneof=([^",]+)/.exec(text)?.[1]?.trim().split(/\s+/);
  if (oneOf !== undefined && oneOf.length > 1)
    facts.values = oneOf.map((value) => ({ value, label: value }));
  return facts;
}
