import type { Lexicon } from './lexicon.ts';

export const it: Lexicon = {
  language: 'it',
  names: {
    email: 'e[ -]?mail|indirizzo e[ -]?mail|posta elettronica',
    phone: 'telefono|cellulare|numero di telefono',
    url: 'sito(?: web)?|link|url',
    secret: 'password',
    money:
      'prezzo(?: \\w+)*|importo(?: \\w+)*|costo(?: \\w+)*|totale|saldo|tariffa|stipendio|budget|quota|affitto|valore',
    datetime: 'data e ora|data/ora|orario di (?:inizio|fine)|timestamp',
    date: 'data(?: \\w+)*|scadenza|nascita|compleanno',
    integer:
      'quantita(?: \\w+)*|giacenza|scorta|stock|eta|anno(?: \\w+)*|durata(?: \\w+)*|giorni|ore|minuti|numero (?:massimo |minimo |totale )?(?:di|dei|delle|degli) (?!serie|telefono|documento|fattura|conto|contratto|ordine|pratica|riferimento|polizza|cliente|socio|matricola)\\w+|capienza|capacita|ordine|punti|livello|piano|pagine|chilometraggio|camere|posti',
    number:
      'peso|altezza|larghezza|lunghezza|latitudine|longitudine|temperatura|distanza|superficie|volume|media|voto|valutazione',
    percent: 'percentuale|sconto|iva|aliquota|commissione',
    boolean:
      'attivo|attiva|disponibile|pagato|pagata|completato|completata|pubblicato|approvato|confermato|eliminato|verificato|e \\w+|letto',
    text: 'descrizione(?: \\w+)*|osservazioni|commenti?|note|nota|contenuto|dettagli|motivo|messaggio|testo|biografia|riassunto|istruzioni|diagnosi|sintomi',
    list: 'etichette|tag|immagini|foto|parole chiave',
  },
  types: {
    string: 'stringa|testo breve|alfanumerico|varchar|caratteri|immagine|file|foto|colore|ora',
    text: 'testo(?: lungo)?',
    integer: 'intero|numero intero|int',
    number: 'numero|numerico|reale|virgola mobile',
    decimal: 'decimale',
    money: 'valuta|monetario|euro|€',
    boolean: 'booleano|si ?/ ?no|vero ?/ ?falso|bool',
    date: 'data',
    datetime: 'data e ora|data/ora',
    enum: 'enumerazione|enum|menu a tendina|scelta',
    list: 'lista|elenco|array',
    reference: 'chiave esterna|fk|riferimento(?: a)?|relazione(?: con)?|appartiene a',
    secret: 'password|hash|cifrat[oa]',
    json: 'oggetto|json',
    percent: 'percentuale',
    email: 'e[ -]?mail',
    phone: 'telefono',
  },
  headers: {
    name: 'campo|campi|colonna|attributo|nome(?: del campo)?|proprieta|dato|elemento',
    type: 'tipo(?: di dato)?|formato',
    description: 'descrizione|dettagli?|commenti?|note?|significato|osservazioni|scopo',
    required: 'obbligatorio|richiesto|obbligatorieta',
    null: 'null|nullable',
    unique: 'univoco|unico|univocita',
    default: 'valore predefinito|predefinito|default|valore iniziale',
    constraints: 'vincol[oi]|regole?|validazion[ei]',
    values: 'valori(?: possibili| ammessi)?|opzioni|dominio',
    entity: 'entita|tabell[ae]|modell[oi]|class[ei]|oggett[oi]|risors[ae]|collezion[ei]',
    fields:
      'campi(?: principali)?|attributi(?: principali)?|dati(?: principali)?|colonne|proprieta|informazioni',
    key: 'chiave|pk',
    length: 'lunghezza|dimensione',
    relations: 'relazion[ei]|associazion[ei]',
    example: 'esempi(?:o)?',
    label: 'etichetta',
  },
  flags: {
    required: 'obbligatori[oae]?|richiest[oa]|non null[oa]|non puo essere vuot[oa]',
    optional:
      'opzional[ei]|facoltativ[oa]|nullable|puo essere null|se (?:presente|applicabile)|non obbligatori[oa]',
    unique: 'univoc[oai]|unic[oai]|senza duplicati',
    automatic: 'automatic[oa](?:mente)?|generat[oa] (?:automaticamente|dal sistema)|calcolat[oa]',
    yes: 'si|s|vero|x',
    no: 'no|falso',
    default: 'predefinit[oa]|di default|default|valore iniziale|inizialmente',
    key: 'chiave primaria|pk|identificativo univoco',
    readOnly: 'sola lettura|non modificabile|immutabile',
    secret: 'cifrat[oa]|crittografat[oa]|hash',
    foreignKey: 'chiave esterna|fk|riferimento a|relazione con|appartiene a|collegat[oa] a',
    positive: 'positiv[oa]|maggiore di (?:0|zero)',
    notNegative: 'non negativ[oa]|maggiore o uguale a (?:0|zero)',
    atLeast: 'minimo(?: di)?|almeno|min',
    atMost: 'massimo(?: di)?|al massimo|fino a|max',
    characters: 'caratter[ei]|lettere|cifre',
  },
  and: 'e|ed|nonche',
  or: 'o|oppure',
  articles:
    "il|lo|la|i|gli|le|l'|un|uno|una|ogni|ciascun|ciascuna|tutti|tutte|di|del|della|dei|degli|delle|dell'|nuovo|nuova|nuovi|nuove|suo|sua|suoi|sue|questo|questa|al|alla|vari|varie|diversi|altri|altre|propri|proprie",
  aroundNames:
    "entita|tabell[ae]|modell[oi]|attributi|campi|dati|informazioni|gestione|amministrazione|registrazione|modulo|classe|struttura|crud|anagrafica|consultazione|di|del|della|dei|degli|delle|dell'|per",
  fieldWords:
    'campi|attributi|dati|informazioni|proprieta|colonne|contiene|comprende|include|ha|possiede|deve (?:avere|contenere|includere)|dettagli|seguenti|memorizza|registra|caratteristiche|composto da',
  manage:
    'gestisce|registra|crea|memorizza|inserisce|salva|aggiunge|conserva|annullare|assegnare|caricare|emettere|iscrivere|pianificare|assegnazione|registrare|creare|gestire|amministrare|aggiungere|salvare|memorizzare|conservare|modificare|aggiornare|eliminare|cancellare|consultare|elencare|inserire|pubblicare|emettere|visualizzare|cercare|prenotare|archiviare|crud',
  managing:
    'gestione|registrazione|amministrazione|creazione|elenco|catalogo|consultazione|crud|anagrafica|aggiornamento|eliminazione|modifica|inserimento|archivio|storico|database',
  has: [
    /(?:sistema|applicazione|software|piattaforma|si)\s+(?:(?:deve|dovrà|devono)\s+)?(?:memorizza|registra|salva|conserva|archivia|memorizzare|registrare|salvare|conservare|archiviare)\s+(?<fields>.+?)\s+(?:per|di) (?:ogni|ciascuna?) (?<entity>[\p{L}]{3,25}(?: (?:de |d'|di )?[\p{L}]{3,25})??)\.?$/iu,
    /^(?:(?:ogni|ciascun|ciascuna|un|uno|una|il|lo|la|i|gli|le)\s+|(?:l|un)'\s*)?(?<entity>[\p{L}][\p{L}\p{N} \-']{1,40}?)\s+(?:(?:deve|devono|dovrà|può|possono|potrà)\s+)*(?:ha|hanno|avrà|avranno|avere|contiene|contengono|conterrà|contenere|comprende|comprendono|comprendere|include|includono|riguarda|includere|possiede|possiedono|possedere|è (?:composto|composta|caratterizzato|caratterizzata|descritto|descritta|definito|definita) da)\s+(?:(?:i seguenti|le seguenti|i|le)?\s*(?:dati|campi|attributi|informazioni|proprietà)\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'con (?:i seguenti )?(?:dettagli|dati|campi|attributi|informazioni)(?: come|:)?|con|incluso|inclusi|comprendente|quali|che (?:include|contiene|comprende|ha)|indicando|specificando|inserendo|come(?: ad esempio)?|contenente',
  stopNouns:
    "fatturazione|sistema|applicazione|app|software|piattaforma|sito|web|pagina|schermata|finestra|vista|modulo|form|pulsante|menu|cruscotto|dashboard|report|rapporto|grafico|statistica|interfaccia|utente finale|server|database|tabella|dato|informazione|dettaglio|record|campo|attributo|colonna|entita|modello|oggetto|funzione|funzionalita|requisito|documentazione|codice|configurazione|sicurezza|autenticazione|autorizzazione|accesso|login|sessione|password|ruolo|permesso|profilo|validazione|errore|ricerca|filtro|ordinamento|esportazione|importazione|versione|modifica|fase|ambito|obiettivo|scopo|introduzione|problema|soluzione|rischio|vincolo|regola|caso d'uso|flusso|processo|passo|stato|tipo|nome|identificativo|valore|numero|data|ora|elenco|lista|operazione|azione|logica|integrazione|avviso|promemoria|lingua|tema|design|tecnologia|architettura|input|output|risultato|livello|forma|parte|volta|cosa|opzione|squadra|amministratore|storico|consultazione|gestione|amministrazione|creazione|aggiornamento|eliminazione|visualizzazione|contenuto|tutto|transazione|periodo|giorno|mese|anno|tempo reale|totale|quantita|qualita|prestazioni",
  noData:
    'senza persistenza|nessun(?:a|o)? (?:dato|informazione) (?:viene |e )?(?:salvat|memorizzat|conservat)\\w*|senza (?:database|backend|server|base di dati)|non (?:richiede|necessita di|usa|utilizza) (?:un )?(?:database|backend|server)|nessun (?:database|backend|server)|solo (?:front-?end|lato client)|sito statico|pagina statica|in memoria',
  tool: 'riga di comando|terminale|console|cli\\b|--[a-z][a-z-]+|libreria (?:software|di funzioni)|script|gioco|videogioco|gioco di ruolo|giocatore|nemic[oi]|punti (?:vita|ferita|esperienza)|salvataggio della partita|landing|redesign|portfolio|css|estensione|plugin|compilatore|parser|algoritmo|calcolatrice|convertitore|simulatore|firmware|arduino|rete neurale|dataset|file di (?:input|output)',
  noLogin:
    "senza (?:login|autenticazione|registrazione|account|accesso)|non (?:richiede|e richiest[oa]|prevede) (?:il |l')?(?:login|autenticazione|registrazione)|accesso pubblico|utente singolo|nessun login",
  denies: [
    /(?:non (?:ci sarà|esiste|è prevista)|nessuna) (?:una )?(?:tabella|entità) (?:di |per (?:i |le |gli )?|dei |delle )?(?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)])/iu,
    /(?<entity>[\p{L} -]{2,40}?) non (?:vengono|viene|saranno|sarà) (?:salvat|memorizzat|registrat)[aoie]/iu,
  ],
};
