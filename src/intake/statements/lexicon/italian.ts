import type { Lexicon } from './cue.ts';

export const italian: Lexicon = {
  must: 'deve | devono | dovra | dovranno | dovrebbe | deve essere | devono essere | dovra essere | bisogna | obbligatorio | obbligatoria | obbligatori | obbligatorie | richiesto | richiesta | necessario | necessaria | richiede',
  cannot:
    'non sono mai | non e mai | non vengono mai | non viene mai | non deve | non devono | non puo | non possono | non dovra | non potra | non potranno | non deve essere | non devono essere | non puo essere | non possono essere | non puo piu | non puo piu essere | non possono piu essere | vietato | e vietato | non e consentito | non e possibile',
  can: 'puo | possono | potra | potranno | puo essere | possono essere | e consentito',
  not: 'non | mai | nessun | nessuna | nessuno',
  only: 'solo | soltanto | solamente | unicamente | esclusivamente',
  if: 'se | quando | qualora | nel caso in cui | finche | a condizione che | purche',
  thus: 'allora',
  unless: 'a meno che | salvo che | tranne se | eccetto se',
  until: 'finche non | fino a quando',
  once: 'una volta | una volta che | dopo essere stato | dopo che',
  and: 'e | ed | nonche | ma',
  or: 'o | oppure | ne | /',
  gt: 'maggiore di | maggiore del | maggiore della | maggiori di | superiore a | superiore al | superiore alla | piu di | > | superare | supera | eccedere | oltre',
  ge: 'almeno | minimo | come minimo | minimo di | un minimo di | maggiore o uguale a | maggiore o uguale al | superiore o uguale a | pari o superiore a | o piu | ≥ | > = | non meno di | non inferiore a | non prima di',
  lt: 'minore di | minore del | minore della | inferiore a | inferiore al | inferiore alla | meno di | < | al di sotto di',
  le: 'al massimo | massimo | massimo di | un massimo di | minore o uguale a | minore o uguale al | inferiore o uguale a | pari o inferiore a | fino a | o meno | ≤ | < = | non piu di | non superiore a | non oltre | entro',
  eq: 'uguale a | uguale al | pari a | esattamente | =',
  ne: 'diverso da | diversa da | ≠',
  after:
    'successiva a | successiva alla | successivo a | successivo al | dopo | dopo la | dopo il | posteriore a | posteriore alla',
  before:
    'precedente a | precedente alla | precedente al | prima di | prima della | prima del | anteriore a | anteriore alla | prima che',
  between: 'tra | fra | compreso tra | compresa tra | da',
  to: 'a | e | - | –',
  positive: 'positivo | positiva | positivi | positive | maggiore di zero',
  negative: 'negativo | negativa | negativi | negative',
  'non-negative': 'non negativo | non negativa | zero o maggiore',
  empty: 'vuoto | vuota | vuoti | vuote | essere vuoto | nullo | nulla | essere vuota',
  future: 'nel futuro | futura | futuro | una data futura',
  past: 'nel passato | passata | passato | una data passata',
  today: 'oggi | data odierna | la data odierna | data attuale',
  now: 'adesso | ora attuale',
  required:
    'obbligatorio | obbligatoria | obbligatori | obbligatorie | richiesto | richiesta | necessario | necessaria | indicato | indicata | specificato | specificata | avere | richiede | inserito | inserita | compilato | contenere | presente | essere indicato | essere specificato | essere specificata',
  optional: 'opzionale | facoltativo | facoltativa | opzionali',
  unique: 'unico | unica | univoco | univoca | univoci | essere unico',
  duplicate:
    'duplicati | duplicata | duplicate | esiste gia | gia esistente | ripetuto | duplicato | essere duplicato',
  immutable:
    'immutabile | immutabili | di sola lettura | fisso | fissa | non puo essere modificato | non puo essere modificata | non puo piu essere modificato | non puo piu essere modificata | non puo cambiare | non modificabile | non deve essere modificato',
  'one-of': 'uno di | una di | uno dei | una delle | uno tra | uno dei seguenti',
  plus: 'piu | +',
  characters: 'caratteri | carattere | lettere',
  digits: 'cifre | cifra',
  length: 'lunghezza | lungo | lunga | lunghezza di',
  count: 'numero di',
  sum: 'somma di | somma dei | somma delle | totale di',
  own: 'proprio | propria | propri | proprie | i propri | le proprie | i suoi | suoi',
  per: "per | per ogni | per ciascun | per lo stesso | per la stessa | all ' interno di | nello stesso",
  combination: 'combinazione | combinazione di | la combinazione di | coppia',
  same: 'stesso | stessa | stessi | stesse | lo stesso | la stessa',
  overlap: 'sovrapporsi | sovrappongono | si sovrappongono | sovrapporre',
  have: 'contenere | ha | hanno | con | contiene | contengono | esistono | esiste | possiede | avere | abbia | associati | associate | associato | ci sono | collegati',
  belong:
    'appartenere a | appartiene a | essere associato a | essere associata a | essere collegato a | associato a | appartenere ad',
  without: 'senza',
  create:
    'nuovo | nuova | nuovi | nuove | fare | creare | crea | creano | aggiungere | registrare | inserire | essere creato | essere creata | creazione di',
  read: 'vedere | visualizzare | consultare | leggere | elencare | cercare | accedere a',
  update:
    'modificare | modifica | modificano | aggiornare | cambiare | essere modificato | essere modificata | essere modificati | essere aggiornato',
  delete:
    'eliminare | elimina | eliminano | cancellare | cancella | rimuovere | essere eliminato | essere eliminata | essere eliminati | essere eliminate | essere cancellato | essere cancellata',
  manage: 'gestire | gestisce | gestiscono | amministrare',
  refuse: 'rifiutare | rifiuta | impedire | restituisce 409 | restituisce 422',
  exists: 'esiste gia | esistono gia',
  start: 'inizia in | stato iniziale e | lo stato iniziale e | inizialmente | viene creato in',
  terminal: 'restano | resta | sono definitivi | sono definitive | stato finale',
  creation: 'dopo la creazione | una volta creato | una volta creata',
  someone: 'utente | utenti | persona | persone',
  filler:
    "il | lo | la | i | gli | le | l ' | l ’ | un | uno | una | un ' | del | della | dei | delle | di | dello | al | alla | e | sono | essere | sia | siano | stato | stata | stati | viene | vengono | che | valore | valori | stato | campo | sistema | il sistema | , | ; | ogni | tutti | tutte | in | nel | nella | con | per | gia | anche | sempre | si | suo | sua | da | a | ad | dell ' | . | :",
};
