/**
 * Words that say which, not what, folded, as sources of patterns: "main entities", "entidades identificadas",
 * 「入力項目」. Where nothing but such a word is left beside "fields" or "data", no thing is named.
 */
export const qualifiers = [
  'identified|main|core|key|current|implemented|initial|proposed|draft|overview|logical|physical|conceptual|relational|required|minimum|basic|suggested|important|optional|detailed|full|complete|simple|simplified|default|recommended|mandatory',
  // What is said to sell it.
  'automated|automatic|advanced|unified|centrali[sz]ed|comprehensive|seamless|robust|intuitive|customi[sz]able|one-click|flexible|powerful|enhanced|intelligent|streamlined|digital|real-?time',
  // Romance languages.
  'identificad[oa]s?|principa(?:l|is|les|ux)|inicia(?:l|is|les)|detallad[oa]s?|detalhad[oa]s?|propuest[oa]s?|ob[lr]+igatori[oa]s?|ob(?:b)?ligator(?:i[oae]?|ie)|recomendad[oa]s?|obligatoires?|recommandées?',
  'esencial(?:es)?|essencia(?:l|is)|essentiel(?:le)?s?|essenzial[ei]|necesari[oa]s?|necessari[oaie]s?|nécessaires?|necessaires?|disponib(?:le|les|ili|ile)|disponíve(?:l|is)|disponive(?:l|is)|minim[oa]s?|personales|pessoais|personnel(?:le)?s|personali|generales|gerais|généraux|générales|generaux|generali|adicionales|adicionais|supplémentaires?|supplementaires?|complémentaires?|complementaires?|aggiuntiv[eoi]|opcional(?:es)?|opciona(?:l|is)|optionnel(?:le)?s?|facultati(?:f|ve|fs|ves)|opzional[ei]|siguientes|seguintes|suivant(?:e?s)|seguenti|divers[oa]s',
  // German and Dutch.
  'vorgeschlagene[nr]?|wichtige[nr]?|zentrale[nr]?|entwurf|empfohlene[nr]?|notwendige[nr]?|optionale[nrs]?|erforderliche[nrs]?|obligatorische[nrs]?|zusätzliche[nrs]?|zusatzliche[nrs]?|persönliche[nrs]?|personliche[nrs]?|allgemeine[nrs]?|weitere[nrs]?|folgende[nrs]?|basis|verplichte|optionele|aanvullende|algemene',
  // Slavic languages and Turkish.
  'основн\\S+|ключев\\S+|главн\\S+|головн\\S+|ключов\\S+|личн(?:ые|ых|ыми)|персональн\\S+|обязательн\\S+|необязательн\\S+|дополнительн\\S+|контактн\\S+|предусмотренн\\S+|особист\\S+|обов.язков\\S+|додатков\\S+',
  'wymagane|podstawowe|niezbędne|niezbedne|opcjonalne|osobowe|dodatkowe|utama|wajib|dasar|umum|tambahan|pribadi|lengkap|opsional|penting|terkait|berikut|baru|tersebut|otomatis|sederhana|sensitif|mereka|saya|kami|gerekli|zorunlu|opsiyonel|temel|kişisel|kisisel',
  // Without blanks between words.
  '구현된|구현되지|주요|핵심|현재|개인|필수|권장|추천|기본|입력|표시|제공|저장|기타|공통',
  '主要な?|主な|核心|基本|個人用?|具体|推奨|必須|任意|(?:想定)?csv|想定|対象|入力|表示|保存|出力|必要|その他の?',
  '推荐|必填|选填|输入|显示|展示|保存|基础|其他|其它|返回',
].join('|');

/** Folded: beside "fields" or "flow" such a word names no thing: "Editable fields", "Registration flow". */
const bare =
  /^(?:(?:non-?)?(?:editable|searchable|sortable|filterable|configurable|customi[sz]able|visible|hidden|shared|common|standard|general|special|custom|extra|stored|displayed|shown)|(?:registration|management|administration|operations|information|data|details?) (?:(?:work)?flow|process|system|page|screen|form|ui|ux|interface|website|app|application|dashboard)s?)$/u;

/**
 * What is left beside the words around a name says which fields, or what is done, and not of what.
 * @param text folded, as it was written
 * @param name folded, what is left of it
 */
export function isQualifierOnly(text: string, name: string): boolean {
  return (name !== text && bare.test(name)) || bare.test(text);
}
