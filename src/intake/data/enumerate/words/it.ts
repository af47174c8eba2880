import type { SentenceWords } from './sentence-words.ts';

export const it: SentenceWords = {
  each: 'ogni ciascun ciascuna ciascuno tutti tutte',
  article: 'il lo la i gli le l un uno una suo sua suoi sue nuovo nuova questo questa',
  of: 'di del dello della dei degli delle d per su sul sulla riguardo a al',
  at: 'in nel nella da dal durante fra tra secondo sotto contro verso quando se come affinche',
  have: 'corrisponde_a corrispondono_a sono_composti_da sono_descritti_da sono_caratterizzati_da sono_identificati_da ha hanno avere avra contiene contengono comprende comprendono include includono possiede possiedono e_composto_da e_composta_da e_costituito_da e_descritto_da e_descritta_da e_identificato_da e_identificata_da e_caratterizzato_da e_caratterizzata_da si_compone_di riporta',
  keep: 'rotta_riceve endpoint_riceve corpo_richiede richiesta_richiede api_riceve iscrivono registrano registrati salva salvare salvati registra registrano registrare registrati registrate registriamo memorizza memorizzano memorizzare memorizzati conserva conservare conservati annota annotiamo annotare sapere conoscere servono serve indica indicare specifica specificare tiene tenere teniamo raccoglie raccogliere vogliamo inserisce archivia archiviare',
  is: 'e sono essere sara saranno deve devono dovra dovranno puo possono potra vanno va vengono viene',
  who: 'sistema applicazione si ci noi io utente piattaforma programma software',
  info: 'dati informazioni attributi campi proprieta seguente seguenti dettagli',
  with: 'con inclusi comprensivo come contenente indicando specificando insieme_a',
  which: 'che quale quali quando dove chi se cui quanto quanti',
  it: 'ognuno ciascuno ognuna ciascuna esso essa essi esse lui lei loro questi queste ne',
  small: 'anche solo sempre inoltre altri altre almeno poi qui principali ulteriori',
  and: 'e ed nonche',
  or: 'o oppure',
  not: 'non mai nessun nessuna senza nessuno',
  attribute:
    'nome cognome numero codice titolo tipo classe categoria livello stato colore taglia dimensione marca modello produttore materiale unita targa luogo citta paese via indirizzo regione sala piano sesso genere lingua nazionalita oggetto argomento tema motivo esito risultato metodo fonte origine destinazione formato versione autore contatto referente eta peso altezza lunghezza larghezza volume capacita quantita importo prezzo costo totale data ora giorno mese anno inizio fine scadenza durata periodo frequenza temperatura priorita valutazione punteggio commento nota note osservazioni descrizione testo immagine foto file documento link email telefono cellulare password ruolo reparto azienda professione stipendio sconto imposta valuta saldo specie razza varieta editore isbn posto scaffale lotto dose valore percentuale proprietario fornitore titolare posizione diagnosi turno responsabile',
};
