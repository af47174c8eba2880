/** Brings a member of one language to `name: type` and what is said beside it. */
export interface CanonicalLine {
  readonly line: string;
  /** Annotations and tags, to be read by `annotated`. */
  readonly said: string;
}

const modifiers =
  /^(?:(?:public|private|protected|internal|static|final|readonly|virtual|override|required|abstract|sealed|transient|volatile|optional|repeated|pub(?:\(\w+\))?|val|var|let|const|lateinit|open)\s+)+/;
const typeFirst =
  /^([\p{L}_][\w.]*(?:<.*>)?(?:\[\])*\??)\s+([\p{L}_]\w*)\s*(?:\{[^}]*\}?)?\s*(?:=\s*([^;]+))?;?\s*(\/\/.*)?$/u;
const goMember = /^([A-Z]\w*)\s+([*\w.[\]{}]+)\s*(?:`([^`]*)`)?\s*(\/\/.*)?$/;

/** How members are written: `Type name;`, the same with a number as in Protocol Buffers, `Name Type \`tags\``, or `name: Type`. */
export type MemberOrder = 'type first' | 'numbered' | 'go' | 'name first';

/** The order of a block by the language of its fence, else by what only one of them has. */
export function memberOrder(language: string, text: string): MemberOrder {
  if (/^(?:go|golang)$/.test(language) || /(?:^|\n)\s*type\s+\w+\s+struct\s*\{/.test(text))
    return 'go';
  if (/^(?:java|cs|csharp|c#|dart|cpp|c\+\+)$/.test(language)) return 'type first';
  const isCSharp = /\{\s*get;/.test(text);
  const isJava =
    /(?:^|\n)\s*(?:private|protected|public)\s+(?:final\s+)?[A-Z]\w*(?:<[^>\n]*>)?\s+\w+\s*;/.test(
      text,
    );
  const isProto = /(?:^|\n)\s*message\s+\w+\s*\{/.test(text) && /=\s*\d+\s*[;[]/.test(text);
  if (isProto || /^proto(?:buf|3)?$/.test(language)) return 'numbered';
  return isCSharp || isJava ? 'type first' : 'name first';
}

/** A line as `name: type`, where the language writes it otherwise. */
export function canonicalLine(written: string, order: MemberOrder): CanonicalLine {
  let text = written.trim();
  let said = '';
  // Annotations before the member, on its line.
  for (
    let found = leading.exec(text);
    found !== null && said.length < 1000;
    found = leading.exec(text)
  ) {
    said += `${found[0]} `;
    text = text.slice(found[0].length).trim();
  }
  if (order === 'name first') return { line: text, said };
  if (order === 'go') {
    const found = goMember.exec(text);
    return found === null
      ? { line: text, said }
      : { line: `${found[1]}: ${found[2]} ${found[4] ?? ''}`, said: said + (found[3] ?? '') };
  }
  const isRepeated = /^repeated\s/.test(text);
  const found = typeFirst.exec(text.replace(modifiers, ''));
  if (found === null) return { line: text, said };
  const [, type = '', name = '', given = '', remark = ''] = found;
  const literal =
    /^\s*(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?[mfdL]?|true|false|[A-Z]\w*\.[A-Za-z_]\w*)\s*$/.test(
      given,
    );
  const value =
    order === 'type first' && literal ? ` = ${given.trim().replace(/(?<=\d)[mfdL]$/, '')}` : '';
  return {
    line: `${name}: ${type}${isRepeated ? '[]' : ''}${value} ${remark}`,
    said: order === 'numbered' ? said + given : said,
  };
}

const leading =
  /^(?:@(?!@)[\w.:]+(?:\((?:[^()]|\([^()]*\))*\))?|\[(?:[\w.]+(?:\([^)]*\))?(?:,\s*)?)+\](?=\s|$))/;
