import type { LanguageRow } from './row.ts';

export const nl: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Specificatie

## Gegevensmodel

### Klant

| Veld | Type | Verplicht | Omschrijving |
|---|---|---|---|
| voornaam | tekst | ja | |
| geboortedatum | datum | nee | |
| e-mailadres | tekst | ja | uniek |
`,
    data: ['klant: voornaam string, geboortedatum date, e-mailadres email'],
  },
  {
    shape: 'requirements',
    text: `# Functionele eisen

1. De beheerder kan producten aanmaken, wijzigen en verwijderen.
2. De medewerker moet bestellingen kunnen registreren.
3. Elke bestelling heeft een nummer, een datum en een totaalbedrag.
4. De gebruiker kan een bestelling annuleren.
`,
    data: ['product:', 'bestelling: nummer string, datum date'],
  },
];
