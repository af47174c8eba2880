import type { FrameWords } from './frame-words.ts';

export const de: FrameWords = {
  isVerbLast: true,
  each: '(?:fur|von|zu|bei|an) (?:jede[rmns]?|alle[nr]?)|(?:zu|bei|von) eine[rm]|beim (?:anlegen|erfassen|eintragen|aufnehmen|melden|buchen) (?:eine[rsn]|der|des)',
  has: 'hat|haben|bekommt|erhalt|besitzt|besitzen|enthalt|enthalten|umfasst|umfassen|beinhaltet|besteht aus|bestehen aus|tragt|fuhrt|halt fest|verfugt uber|gehort zu[rm]?',
  take: 'gespeichert|hinterlegt|vermerkt|gefuhrt|notieren|notiert|erfassen|erfasst|geben|gibt|angeben|anzugeben|tragen|tragt|eintragen|einzutragen|vermerken|vermerkt|festgehalten|festhalten|halten|speichern|speichert|hinterlegen|brauchen|braucht|benotigen|benotigt|wissen|kennen|wahlen|wahlt|auswahlen|aussuchen|merken|schreiben|schreibt|aufschreiben|fragen|dokumentieren|dokumentiert|aufgenommen|eingetragen|angegeben|erfragen|hangen|nehmen',
  done: '(?:(?:ist|sind|wird|werden|muss|mussen|kann|konnen|soll|sollen)(?: [a-z-]+){0,3}? (?:erfasst|notiert|vermerkt|angegeben|eingetragen|nachgetragen|hinterlegt|gewahlt|ausgewahlt|gesetzt|festgehalten|gespeichert|angehangt|zugeordnet|aufgenommen|dokumentiert|pflicht|pflichtfeld|pflichtfelder|pflichtangaben?|verpflichtend|erforderlich|optional|freiwillig|notig|zwingend)|ware schon|waren schon|darf fehlen|durfen fehlen)',
  between:
    'wir|man|ich|er|sie|uns|auch|noch|dann|dabei|ausserdem|zusatzlich|zudem|immer|nur|jeweils|dazu|daruber hinaus|der (?:gutachter|mitarbeiter|nutzer|verwalter)|die mitarbeiterin|bitte|mindestens|werden|wird',
  stop: 'weil|damit|sodass|so dass|wenn|falls|sobald|bevor|nachdem|denn|aber|sofern|obwohl|solange|bis der|bis die|um zu|wobei|meist|woraus',
  lead: 'wenn|falls|sobald|bevor|nachdem|nach|vor|bei|beim|fur|zu|zum|zur|von|vom|mit|ab|dazu|daneben|ausserdem|hierbei|dabei|am|im|in',
  small:
    'zwei|drei|vier|funf|sechs|beide|ich|wir|ihr|sie|er|es|man|uns|wer|was|wann|wo|wie|welche[rsnm]?|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|kann|konnen|muss|mussen|soll|sollen|darf|durfen|will|wollen|mochte|mochten|nicht|kein|keine|nie|und|oder|aber|auch|nur|noch|dann|da|hier|fur|von|vom|zu|zum|zur|bei|beim|mit|aus|auf|an|am|in|im|ins|nach|vor|uber|unter|durch|ohne|um|bis|ab|als|dass|ob|weil|wenn|damit|sich|davon|dazu|dabei|daruber|wieder|mehr|meist|schon|erst|sehr|so|sowie|je|pro|geben|tragen|legt|gibt|notieren|erfassen|wollen|wissen|brauchen|festgehalten|folgendes|alles|etwas',
  article:
    'der|die|das|den|dem|des|eine?|einen|einem|einer|eines|sein|seine|seinen|ihr|ihre|ihren|jede[rsnm]?|alle[rn]?|genau eine?[nrm]?|welche[rsnm]?|neue[rsnm]?|ausserdem|sowie|dazu|auch|noch|dieser|diese|dieses|betroffene[nrs]?|zugehorige[nrs]?|jeweilige[nrs]?|kurze|kurzen|ungefahre[nrs]?|genaue[nrs]?',
  joint: 'der|des|von|vom|am|im',
  not: 'nicht|kein|keine|keinen|keiner|nie|niemand|ohne|nirgends|weder|gestrichen',
  weak: 'geben|gibt|halten|brauchen|braucht|benotigen|wissen|kennen|schreiben|schreibt|fragen|hangen|nehmen|tragen|tragt|speichern',
  looking: 'wahlen|wahlt|auswahlen|aussuchen',
  chosen:
    'wahlen|wahlt|auswahlen|aussuchen|festgehalten|festhalten|notieren|erfassen|erfasst|eintragen|angeben',
  needed:
    'pflicht|pflichtfeld(?:er)?|pflichtangaben?|verpflichtend|erforderlich|zwingend|muss|mussen|unbedingt',
  free: 'optional|freiwillig|ware schon|waren schon|kein muss|darf fehlen|durfen fehlen|falls (?:vorhanden|bekannt)|wenn (?:vorhanden|bekannt)|darf leer (?:sein|bleiben)|kann leer bleiben|kann spater|konnen spater|wenn moglich',
  makes: {
    buchen: 'Buchung',
    reservieren: 'Reservierung',
    ausleihen: 'Ausleihe',
    verleihen: 'Verleih',
    bestellen: 'Bestellung',
    spenden: 'Spende',
    anmelden: 'Anmeldung',
  },
  about: 'was wir (?:uber|von|zu)|uber|aggregat|entitat|modul|maske|formular|die|der|das|den',
};
