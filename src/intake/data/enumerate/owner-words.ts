/** What shows a list and does not have it. */
export const shown =
  /^(?:following|systems?|app\p{L}*|pages?|screens?|forms?|views?|dialogs?|tables?|lists?|data|information|fields?|dashboards?|filters?|search|exports?|reports?|charts?|results?|formulaires?|ecrans?|tableaux?|listes?|donnees|champs|pantallas?|formularios?|listas?|datos|campos|telas?|dados|schermat[ae]|modul[oi]|elenco|dati|campi|formulare?|seiten?|masken?|felder|daten|listen?)$/u;

/** An account is somebody's: "a tenant creates an account with a name". */
export const account = /^(?:user )?(?:accounts?|comptes?|kont(?:o|en)|cuentas?|contas?)$/u;

/** What only people do with attributes. */
export const acting =
  /^(?:enters?|fills? in|fills? out|notes?|writes? down|specif(?:y|ies)|provides?|gives?|logs?|gibt|tragt|notiert|vermerkt|ingresa|introduce|anota|saisit|indique|renseigne|inserisce|indica|annota|informa|preenche|voert|noteert)$/u;
