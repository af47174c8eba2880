import type { FrameWords } from './frame-words.ts';

export const it: FrameWords = {
  each: "(?:per|di|a|su|in|con|da) (?:ogni|ciascun[oa']?|ognun[oa])(?: nuov[oa])?|accanto a ogni|(?:all'inserimento|alla registrazione) (?:di un[oa']?|del|della)",
  has: 'ha|hanno|avra|possiede|contiene|contengono|comprende|comprendono|include|riporta|si compone di|e composto da|e identificat[oa] da|e di un|appartiene a(?:l|lla)?',
  take: '(?:si )?(?:registra(?:no|re)?|annota(?:no|re)?|segna(?:no|re|to|ta)?|indica(?:no|re)?|inserisc(?:e|ono)|inserire|scriv(?:e|ono|ere)|scegli(?:e|amo)|sceglie|scelgono|scegliere|compila(?:no|re)?|conserva(?:no|re)?|allega(?:no|re)?|spunta(?:no|re)?|serve|servono|vuole|vogliamo|sapere|chiede|chiedono|salva(?:no|re)?|mette(?:re)?|aggiung(?:e|ere)|memorizza(?:no|re)?|prepara)',
  done: '(?:(?:e|sono|sara|saranno|viene|vengono|va|vanno|deve essere|devono essere|puo essere)(?: (?:anche|sempre|automaticamente))* (?:inserit|indicat|annotat|registrat|scelt|allegat|salvat|segnat|obbligatori|opzional|facoltativ|necessari|richiest)[oaie]?)',
  between: 'anche|inoltre|sempre|automaticamente|almeno|poi|solo|pure|di ognuno',
  stop: 'quando|se(?= si| il| la)|affinche|perche|prima|dopo|fino|secondo|ma|salvo|poiche|anche se|altrimenti|mentre|in tal caso|per legge',
  lead: "quando|se|dopo|prima|al|alla|all'|in|per|una volta|di|a|su|con|nel|nella|durante",
  small:
    'due|tre|quattro|cinque|sei|io|lui|lei|noi|loro|si|ci|ne|lo|li|le|gli|chi|che|quale|quando|dove|come|e|ed|sono|era|sara|ha|hanno|puo|possono|deve|devono|vuole|vogliamo|non|mai|o|ma|anche|per|con|senza|in|di|del|della|dei|a|al|alla|da|dal|su|sul|tra|fra|se|suo|sua|piu|molto|gia|solo|tutto|tutti|ogni|sceglie|scrive|segna|serve|fa',
  article:
    "il|lo|la|i|gli|le|l'|un[oa]?|un'|suo|sua|suoi|sue|ogni|quale|quali|nuov[oa]|anche|almeno un[oa]?|di ognuno|del|della|dei|degli|delle",
  joint: "di|del|della|dell'|dei|degli|delle|d'|a|in|da|al|alla",
  not: 'non|mai|nessun[oa]?|senza|ne|nulla|niente|fuori',
  weak: '(?:si )?(?:serve|servono|vuole|vogliamo|sapere|chiede|chiedono|mette(?:re)?|aggiung(?:e|ere)|prepara)',
  looking: '(?:si )?(?:scegli(?:e|amo)|scelgono|scegliere)',
  chosen:
    '(?:si )?(?:scegli(?:e|amo)|scelgono|scegliere|indica(?:no)?|registra(?:no)?|segna(?:no)?)',
  needed: 'obbligatori[oaei]?|deve|devono|necessari[oa]|serve|servono',
  free: "opzional[ei]|facoltativ[oaei]|se (?:si conosce|noto|nota|presente|disponibile)|puo (?:restare|essere) vuot[oa]|eventual[ei]|quando c'e",
  makes: {
    prenotare: 'prenotazione',
    noleggiare: 'noleggio',
    iscrivere: 'iscrizione',
    ordinare: 'ordine',
    prestare: 'prestito',
  },
  about:
    "cosa (?:ci serve|vogliamo) sapere (?:di|su|sui|sulle)|i|gli|le|il|la|lo|l'|gestione (?:dei|delle|degli|del|della)|modulo|schermata|scheda|maschera",
};
