import type { Lexicon } from './cue.ts';

export const german: Lexicon = {
  must: 'muss | mussen | soll | sollen | sollte | sollten | hat zu | ist zu | musste | erforderlich | pflicht | pflichtfeld | pflichtfelder | notwendig | verpflichtend | obligatorisch | zwingend | benotigt | braucht',
  cannot:
    'werden nie | wird nie | werden niemals | wird niemals | durfen keinen | darf nicht | durfen nicht | darf kein | darf keine | darf keinen | durfen keine | kann nicht | konnen nicht | darf niemals | nicht erlaubt | darf nicht mehr | durfen nicht mehr | kann nicht mehr | konnen nicht mehr | soll nicht | verboten | unzulassig | darf nie',
  can: 'darf | durfen | kann | konnen | ist berechtigt | sind berechtigt',
  not: 'nicht | kein | keine | keinen | keiner | nie | niemals',
  only: 'nur | ausschliesslich | lediglich | erst',
  if: 'wenn | falls | sofern | solange | im fall | bei status | sobald',
  thus: 'dann | so',
  unless: 'es sei denn | ausser wenn | ausser',
  until: 'bis',
  once: 'sobald | nachdem | nach der | nach dem',
  and: 'und | sowie | aber',
  or: 'oder | / | bzw .',
  gt: 'grosser als | mehr als | hoher als | grosser | uber | > | uberschreiten | ubersteigen | uberschreitet | ubersteigt | langer als',
  ge: 'mindestens | minimal | grosser oder gleich | grosser gleich | oder mehr | ≥ | > = | wenigstens | nicht kleiner als | nicht weniger als | nicht vor | fruhestens | nicht fruher als | gleich oder grosser | min .',
  lt: 'kleiner als | weniger als | kleiner | geringer als | niedriger als | < | unter | unterschreiten | kurzer als',
  le: 'hochstens | maximal | kleiner oder gleich | kleiner gleich | oder weniger | ≤ | < = | bis zu | nicht mehr als | nicht grosser als | nicht langer als | nicht hoher als | spatestens | nicht nach | nicht spater als | max . | innerhalb von',
  eq: 'gleich | genau | identisch mit | entsprechen | entspricht | ubereinstimmen | =',
  ne: 'ungleich | verschieden von | anders als | ≠',
  after: 'nach | nach dem | nach der | spater als | hinter | spater',
  before: 'vor | vor dem | vor der | fruher als | bevor | fruher',
  between: 'zwischen | von | im bereich von | im bereich',
  to: 'bis | und | - | –',
  positive:
    'positiv | positive | positiver | positives | grosser als null | grosser null | eine positive zahl',
  negative: 'negativ | negative | negativer | kleiner als null | kleiner null | negativen',
  'non-negative': 'nicht negativ | nicht - negativ | nichtnegativ | null oder grosser',
  empty: 'leer | leer sein | leer bleiben | fehlen | fehlt | nicht gesetzt',
  future: 'in der zukunft | zukunftig | in zukunft',
  past: 'in der vergangenheit | vergangen',
  today: 'heute | heutiges datum | aktuelles datum | dem heutigen datum | heutigen tag',
  now: 'jetzt | aktueller zeitpunkt | aktuelle uhrzeit',
  required:
    'erforderlich | pflicht | pflichtfeld | pflichtfelder | notwendig | verpflichtend | obligatorisch | angegeben werden | angegeben | ausgefullt | ausgefullt werden | gesetzt | gesetzt sein | vorhanden | vorhanden sein | benotigt | braucht | enthalten | haben | eingegeben werden | angegeben sein | zwingend',
  optional: 'optional | freiwillig',
  unique: 'eindeutig | einzigartig | eindeutig sein | einmalig',
  duplicate:
    'doppelte | doppelten | duplikate | bereits vergeben | bereits vorhanden | doppelt vorkommen | mehrfach vorkommen | doppelt vergeben werden | doppelt sein | doppelt | mehrfach vergeben werden',
  immutable:
    'unveranderlich | unveranderbar | schreibgeschutzt | fix | nicht anderbar | darf nicht geandert werden | kann nicht geandert werden | darf nicht mehr geandert werden | kann nicht mehr geandert werden | durfen nicht mehr geandert werden | darf nicht verandert werden | darf nicht bearbeitet werden',
  'one-of':
    'eines von | einer von | eine von | einer der | eine der | eines der folgenden | einer der folgenden | einer der werte',
  plus: 'plus | +',
  characters: 'zeichen | buchstaben',
  digits: 'ziffern | stellen | ziffer',
  length: 'lange | lang | lang sein | zeichenlange',
  count: 'anzahl der | anzahl von | anzahl',
  sum: 'summe der | summe von | summe aller',
  own: 'eigene | eigenen | eigener | eigenes | ihre eigenen | seine eigenen | eigen',
  per: 'pro | je | fur jede | fur jeden | fur jedes | innerhalb | innerhalb eines | innerhalb einer | fur denselben | im selben | im gleichen | in derselben',
  combination: 'kombination | kombination aus | kombination von | die kombination aus | paar',
  same: 'gleichen | gleiche | derselbe | dieselbe | dasselbe | denselben | demselben | derselben | desselben',
  overlap:
    'uberschneiden | uberlappen | sich uberschneiden | sich uberlappen | uberschneidet | kollidieren',
  have: 'hat | haben | mit | besitzt | besitzen | enthalt | enthalten | existieren | existiert | es gibt | zugeordnet | zugeordnete | gibt es | vorhanden | noch',
  belong:
    'gehoren zu | gehort zu | gehoren | gehort | zugeordnet | zugeordnet sein | zu einem | verknupft mit',
  without: 'ohne',
  create:
    'neue | neuen | erstellen | erstellt | erstellt werden | anlegen | angelegt werden | angelegt | hinzufugen | hinzugefugt werden | erfassen | registrieren',
  read: 'sehen | einsehen | ansehen | lesen | anzeigen | auflisten | suchen | eingesehen werden | zugreifen auf | abrufen',
  update:
    'bearbeiten | bearbeitet | bearbeitet werden | andern | geandert | geandert werden | aktualisieren | aktualisiert werden | verandern | verandert werden',
  delete: 'loschen | geloscht | geloscht werden | entfernen | entfernt | entfernt werden',
  manage: 'verwalten | verwaltet | verwaltet werden | pflegen',
  refuse: 'ablehnen | abgelehnt | abgelehnt werden | verhindern | verweigern',
  exists: 'existiert bereits | bereits existiert | existiert schon | bereits vorhanden',
  start:
    'beginnt mit | startet mit | anfangszustand ist | initialstatus ist | beginnt im status | startet im status | initial | wird im status angelegt',
  terminal: 'bleiben | bleibt | sind endgultig | ist endgultig | endzustand | endstatus',
  creation: 'nach der erstellung | nach dem anlegen | nach erstellung | nach der anlage',
  someone: 'benutzer | nutzer | anwender | person | personen | jemand | niemand',
  filler:
    'er | sie | ihm | der | die | das | den | dem | des | ein | eine | einen | einem | einer | eines | ist | sind | sein | wird | werden | wurde | wurden | worden | wert | werte | status | zustand | feld | system | das system | , | ; | jede | jeder | jedes | jeden | alle | aller | allen | es | auch | immer | beide | zu | in | im | am | an | auf | fur | mit | liegen | liegt | betragen | betragt | als | von | bereits | noch | ihr | sich | dieses | dieser | diese | lauten | habe | mehr | . | :',
};
