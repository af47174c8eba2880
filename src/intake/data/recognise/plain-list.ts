/** "and – once it is back – the date": when it is there, said between two dashes. */
const aside = /\s[–—-]\s(?:[\p{Ll}][^–—,;.]{3,50})\s[–—-](?=\s)/gu;

/** "and, once it is back, the date" */
const once =
  /,?\s(?:and|und|et|y|e|en|i|и),\s(?:once|when|as soon as|sobald|falls|wenn|sofern|soweit|si|se|dès|une fois|cuando|una vez|quando|zodra)\s[^,]{2,40},\s/giu;

/** "the flat or, for stairwells, the building": either of them. */
const orElse = /\s(?:or|oder|ou|o),\s(?:for|in|at|if|bei|für|pour|para|per)\s[^,]{3,40},\s/giu;

/** ", as well as the date" */
const asWell = /,?\s(?:as well as|ainsi que|sowie|así como|assim como|nonché|evenals|а также)\s/giu;

/** "the trade, if they can tell": it may be missing. */
const ifAny =
  /,\s(?:if|when|where)\s(?:they|the \p{L}+|he|she|one|you|we|there)\s[^,()]{3,30}(?=,|$)/giu;

/** "a comment if they like" */
const atWill =
  /\sif (?:they|you|he|she|one|the \p{L}+) (?:likes?|wants?|wish(?:es)?|needs?)(?=,|$)/giu;
/** "a name such as “Summer”, a first day" */
const instance =
  /\s(?:such as|like|wie|comme|como|come) ["“«„][^"”»“]{1,40}["”»“](?=,|\s(?:and|und|et|y|e)\s|$)/giu;

/** "…, außerdem die Gebühr": said of the list, not of its part. */
const also =
  /(?<=,\s)(?:and |und |et |y |e |en )?(?:also|later(?: on)?|finally|additionally|außerdem|ausserdem|zudem|dazu|ferner|später|schließlich|zusätzlich|además|también|además de|aussi|également|ensuite|plus tard|inoltre|anche|poi|também|além disso|depois|ook|verder|daarnaast)\s+(?=\p{L})/giu;

/** "das Datum festgehalten, außerdem die Gebühr": the verb stands in the middle of the list. */
const verbInside =
  /\s(?:festgehalten|gespeichert|erfasst|hinterlegt|vermerkt|notiert|eingetragen|angegeben|vastgelegd|opgeslagen|bijgehouden|genoteerd)(?=,\s)/gu;

/** A way to reach somebody, or when something was said. */
const contact =
  '(?:e-?mails?(?: address| adresse)?|e-?mail-?adresse|telefon(?:nummer)?|tel[eé]fono|telefone|téléphone|telefono|phone(?: number)?|mobile(?: number)?|datum|date|fecha|data|correo(?: electrónico)?|courriel|adresse|address)';

/** "Ansprechpartner mit E-Mail und Telefon", "the answer with its date": attributes of their own. */
const together = new RegExp(
  `(?<=\\p{L}{3,}) (?:with|mit|con|com|avec|met) (?:an? |une? |una? |einem |einer |its |their |his |her |dem |der |seiner |ihrer |su |son |sa |seu |sua )?((?:\\p{L}+ )?${contact})(?= (?:and|und|y|e|et|en) |\\s*$|\\s*,)`,
  'giu',
);

/** "Telefon und Ansprechpartner mit E-Mail": two already. */
const beforeTogether = new RegExp(
  `\\s(?:and|und|y|e|et|en)\\s(?=(?:an? |the |une? |una? |ein |eine[nr]? )?\\p{L}{3,} (?:with|mit|con|com|avec|met) (?:an? |une? |una? |einem |einer )?(?:\\p{L}+ )?${contact}\\s*$)`,
  'iu',
);

/** A list in a sentence without what is said beside its parts. */
export function plainList(text: string): string {
  return text
    .replace(aside, '')
    .replace(once, ', ')
    .replace(orElse, ', ')
    .replace(asWell, ', ')
    .replace(ifAny, ' (optional)')
    .replace(atWill, ' (optional)')
    .replace(instance, '')
    .replace(also, '')
    .replace(verbInside, '')
    .replace(beforeTogether, ', ')
    .replace(together, ', $1')
    .replace(/\s(?:se|si|if|falls|wenn)$/iu, '');
}
