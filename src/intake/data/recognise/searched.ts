import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import { spanIn } from '../../document/span-in.ts';
import { statementsOf } from '../statements-of.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName, foldKeepingLength } from '../entity-name.ts';
import type { Recogniser } from '../reading.ts';
import { matchText } from '../../words/match-text.ts';

const shapes: readonly RegExp[] = [
  /(?:search(?:ing|es)?(?: for)?|find(?:ing)?|filter(?:ing)?|look up|sort(?:ing)?)\s+(?:(?:for|the|all|their|of)\s+)*(?<entity>[\p{L}][\p{L} -]{1,40}?)\s+(?:by|based on)\s+(?<fields>[^.;()]+)/u,
  /(?:buscar|busqueda(?: \p{L}+)? de|filtrar|consultar|filtrado de|busca de|pesquisar?|pesquisa de|filtragem de)\s+(?<entity>[\p{L}][\p{L} -]{1,40}?)\s+por\s+(?<fields>[^.;()]+)/u,
  /(?:rechercher?|recherche (?:de|des|d'un)|filtrer)\s+(?:les |des |un |une )?(?<entity>[\p{L}][\p{L} '-]{1,40}?)\s+par\s+(?<fields>[^.;()]+)/u,
  /(?:suche(?: nach)?|filtern von|suchen nach)\s+(?<entity>[\p{L}][\p{L} -]{1,40}?)\s+nach\s+(?<fields>[^.;()]+)/u,
  /(?:cercare|ricerca (?:di|dei|delle)|filtrare)\s+(?:i |le |gli )?(?<entity>[\p{L}][\p{L} -]{1,40}?)\s+per\s+(?<fields>[^.;()]+)/u,
  /(?:поиск|фильтрация|фильтровать|искать)\s+(?<entity>[\p{L}][\p{L} -]{1,40}?)\s+по\s+(?<fields>[^.;()]+)/u,
];

/** What can be searched for is there: "Search products by name, category or price range". */
export const searched: Recogniser = ({ document, vocabulary, kinds }) => {
  const claims: Claim[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'code' || !isAboutService(kinds[block.section]))
      continue;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 400) continue;
      const groups = shapes
        .map((shape) => matchText(shape, foldKeepingLength(sentence.text))?.groups)
        .find((found) => found !== undefined);
      const name =
        groups?.['entity'] === undefined ? undefined : entityName(groups['entity'], vocabulary);
      if (name === undefined) continue;
      const shape = {
        source: spanIn(document, block, sentence.start, sentence.end),
        section: block.section,
      };
      const parts = splitList(
        (groups?.['fields'] ?? '').replace(
          /\s(?:o|ou|or|oder|или)\s|(?<=\p{L}{3})\/(?=\p{L}{3})/gu,
          ', ',
        ),
        vocabulary,
      );
      const fields = parts.map((part) =>
        readField(
          part.text.replace(/\s+(?:range|interval)$/, '').replace(/^rango de |^faixa de /, ''),
          vocabulary,
        ),
      );
      if (
        fields.length === 0 ||
        !fields.every((field) => field !== undefined && field.name.split(' ').length <= 3)
      )
        continue;
      claims.push({ kind: 'entity', name: name.name, evidence: 'mentioned', ...shape });
      for (const field of fields) {
        if (field !== undefined)
          claims.push({
            kind: 'field',
            entity: name.name,
            name: field.name,
            facts: {},
            declared: false,
            evidence: 'mentioned',
            ...shape,
          });
      }
    }
  }
  return claims;
};
