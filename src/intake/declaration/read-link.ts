import type { FieldReading } from './read-field.ts';

const link =
  /^(?:(?:the |o |a |el |la |le |il |der |die )?(?:links?|relation(?:ship)?|references?|connection|vínculo|ligação|relação|referência|enlace|relación|referencia|lien|relation|référence|rattachement|collegamento|riferimento|relazione|legame|verweis|bezug|verknüpfung|zuordnung|связь|ссылка|привязка|зв['’]язок|посилання|прив['’]язка|koppeling|verwijzing|powiązanie|relacja)\s+(?:to|with|com|ao?|à|con|al|avec|au|zu[rm]?|mit|auf|с|со|на|к|з|із|зі|до|met|naar|z)\s+)(?<targets>.{3,60})$/iu;
const refers =
  /^(?:si riferisce a(?:d|l|lla|gli|i)?|se refiere a(?:l)?|corresponde a(?:l)?|refere-se ao?|corresponde ao?|se rapporte (?:à|au)|bezieht sich auf|относится к|стосується|refers? to|(?:is|are) linked to|pertenece a(?:l)?|pertence ao?|appartient (?:à|au)|gehör(?:t|en) zu|pertenecen a(?:l)?|appartiennent (?:à|au)|appartengono a(?:l|lla|d)?|pertencem ao?|belongs? to|horen bij|принадлежат|nale[żz](?:y|ą) do|appartiene a(?:l|lla|d)?|принадлежит|належить|hoort bij)\s+(?<targets>.{3,60})$/iu;
const article =
  /^(?:exactly )?(?:an?|the|one|uma?|o|a|una?|el|la|le|les|l['’]|il|lo|une?|der|die|das|dem|den|eine[mrn]?|genau eine[mrn]?|een|de|het)\s+/iu;

/**
 * What a point such as "Vínculo com uma consulta específica" or "Зв'язок з лікарем та пацієнтом" points to.
 * @returns undefined when the text is no link
 */
export function readLink(text: string, and: RegExp): readonly string[] | undefined {
  const bare = text.trim().replace(/[.;。]$/, '');
  const targets = (link.exec(bare) ?? refers.exec(bare))?.groups?.['targets'];
  return targets
    ?.split(new RegExp(`\\s+(?:${and.source})\\s+|,\\s*`, 'u'))
    .map((target) => oneWord(target.trim().replace(article, '')))
    .filter((target) => target !== '');
}

/** Adjectives stand before the noun in Slavic languages, behind it in Romance ones. */
function oneWord(target: string): string {
  const words = target.split(/\s+/);
  return (/\p{Script=Cyrillic}/u.test(target) ? words.at(-1) : words[0]) ?? '';
}

/** The field that such a point declares. */
export function linkTo(name: string): FieldReading {
  const type = { kind: 'reference', to: name, cardinality: 'one' } as const;
  return { name, alias: undefined, facts: { type }, declared: true };
}
