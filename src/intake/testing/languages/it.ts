import type { LanguageRow } from './row.ts';

export const it: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Specifica

## Modello dei dati

### Cliente

| Campo | Tipo | Obbligatorio | Note |
|---|---|---|---|
| ragione sociale | testo breve | sì | |
| partita IVA | alfanumerico | sì | univoco |
| e-mail | stringa | no | |
| data di iscrizione | data | sì | |

### Fattura

| Campo | Tipo | Obbligatorio | Note |
|---|---|---|---|
| numero | intero | sì | progressivo |
| importo | decimale | sì | |
| cliente | riferimento a Cliente | sì | |
`,
    data: [
      'cliente: ragione-sociale string, partita-iva string, e-mail email, data-di-iscrizione date',
      'fattura: numero integer, importo money, cliente reference',
    ],
  },
  {
    shape: 'prose',
    text: `# Gestionale della palestra

Il sistema deve memorizzare per ogni socio il nome, il cognome, la data di nascita e il numero di telefono.
Di ogni corso si registrano il titolo, l'orario di inizio e il numero massimo di partecipanti.
Lo stato di un corso può essere programmato, in corso o concluso.
Ogni corso può avere al massimo 20 partecipanti.
`,
    data: [
      'socio: nome string, cognome string, data-di-nascita date, numero-di-telefono phone',
      'corso: titolo string, orario-di-inizio datetime, stato enum',
    ],
  },
  {
    shape: 'requirements',
    text: `# Requisiti funzionali

1. L'amministratore può creare, modificare ed eliminare i prodotti.
2. L'operatore deve poter registrare i fornitori con nome, indirizzo e partita IVA.
3. Il sistema deve consentire di gestire gli ordini ai fornitori.
4. Il sistema consente all'operatore di annullare gli ordini.
5. L'interfaccia deve essere responsive e intuitiva.
`,
    data: ['prodotto:', 'fornitore: nome string, indirizzo string', 'ordine:'],
  },
  {
    shape: 'bullets',
    text: `# Applicazione per il ristorante

## Gestione delle prenotazioni
- Inserimento, modifica e cancellazione delle prenotazioni
- Per ogni prenotazione: data e ora, numero di persone, note
- Stato della prenotazione (confermata, annullata, conclusa)

## Gestione dei tavoli
- Aggiunta e modifica dei tavoli (numero, capienza, zona)

## Requisiti non funzionali
- Tempi di risposta inferiori a 2 secondi
`,
    data: [
      'prenotazione: data-e-ora datetime, numero-di-persone integer, note text, stato enum',
      'tavolo: numero string, capienza integer, zona string',
    ],
  },
  {
    shape: 'plain',
    text: `# Canile comunale
Il canile vuole gestire gli animali, gli operatori e le adozioni.
1. Registrare gli animali: nome, specie (cane, gatto, altro), peso in kg, data di arrivo.
2. Per ogni operatore: nome, cognome, telefono.
3. Ogni adozione ha una data, un importo in euro, delle note opzionali e si riferisce a un animale.
4. Lo stato dell'adozione è richiesta, approvata o rifiutata.
`,
    data: [
      'animale: nome string, specie enum, peso number, data-di-arrivo date',
      'operatore: nome string, cognome string, telefono phone',
      'adozione: data date, importo money, note text, animale reference, stato enum',
    ],
  },
];
