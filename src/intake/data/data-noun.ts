import { inferType } from '../declaration/infer-type.ts';
import { identifierOf } from '../names/identifier.ts';
import { nonLatin } from '../words/script.ts';
import type { Reading } from './reading.ts';

/** A word that names an attribute rather than an example or a state. */
export function isDataNoun(name: string, { vocabulary }: Reading): boolean {
  if (inferType(name, vocabulary) !== undefined) return true;
  if (nonLatin.test(name))
    return (
      identifierOf(name, vocabulary) !== '' &&
      vocabulary.lexicons.some((lexicon) => lexicon.glossary?.[name] !== undefined)
    );
  if (/(?:nummer|name|datum|art|typ|status|rolle|adresse|preis|betrag|code)$/i.test(name))
    return true;
  return /(?:^|\s)(?:name|title|code|type|status|category|address|gender|role|nombre|apellidos?|titulo|codigo|tipo|estado|categoria|direccion|nome|sobrenome|endereco|marca|modelo|nom|prenom|titre|categorie|adresse|vorname|nachname|titel|kategorie|indirizzo|cognome|titolo)$/iu.test(
    name.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''),
  );
}
