import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { isDataNoun } from '../data-noun.ts';
import { foldKeepingLength } from '../entity-name.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { fieldClaim } from './described-fields.ts';
import { nounFields } from './noun-fields.ts';

const romance: ReadonlySet<string> = new Set(['es', 'pt', 'fr', 'it']);

/**
 * "Mantener una bitácora de los cambios, indicando usuario, fecha y acción": what an audit trail holds. Such a
 * sentence stands among the demands on security, where nothing else is told of records.
 */
export const auditRecords: Recogniser = (reading) =>
  !romance.has(reading.language)
    ? []
    : reading.document.blocks.flatMap((block) =>
        block.kind === 'code' ||
        block.kind === 'heading' ||
        !isBelievable(reading.kinds[block.section])
          ? []
          : statementsOf(block).flatMap((sentence) => recordIn(sentence, block, reading)),
      );

function recordIn(sentence: Sentence, block: Block, reading: Reading): readonly Claim[] {
  if (sentence.text.length > 600) return [];
  const text = plainSentence(sentence.text);
  const found = trail.exec(foldKeepingLength(text));
  if (found === null) return [];
  const name = text.slice(found.index, found.index + (found.groups?.['name'] ?? '').length);
  const fields = nounFields(text.slice(found.index + found[0].length), reading, 3);
  const known = fields?.filter(({ field }) => isDataNoun(field.name, reading)).length ?? 0;
  if (fields === undefined || known < 1) return [];
  const place = {
    source: spanIn(reading.document, block, sentence.start, sentence.end),
    section: block.section,
  };
  return [
    { kind: 'entity', name, evidence: 'described', ...place },
    ...fields.map(({ field }) => fieldClaim(name, field, 'described', place)),
  ];
}

/** The name of the trail, what it is about, and the word behind which its attributes stand. Folded. */
const trail =
  /(?<!\p{L})(?<name>(?:registro|log|pista|trilha|bitacora) de auditoria|bitacora|(?:journal|piste|registre) d['’]audit|(?:registro|log|traccia) di audit|(?:historial|historico) de (?:operaciones|cambios|acciones|operacoes|alteracoes|mudancas|acoes)|historique des (?:operations|modifications|actions)|storico delle (?:operazioni|modifiche|azioni))(?!\p{L})[^.;:]{0,120}?(?:,\s|\s)(?:indicando|incluyendo|incluindo|registrando|contendo|especificando|indiquant|precisant|mentionnant|comprenant|avec|con|com)\s+(?:(?:el|la|los|o|a|os|as|le|les|il|l['’])\s?)?/u;
