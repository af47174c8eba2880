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
  {
    shape: 'plain',
    text: `# Asiel
Het asiel wil dieren, medewerkers en adopties beheren.
1. Dieren registreren: naam, soort (hond, kat, anders), gewicht in kg, aankomstdatum.
2. Voor elke medewerker: voornaam, achternaam, telefoonnummer.
3. Elke adoptie heeft een datum, een bedrag in euro, optionele opmerkingen en een dier.
4. De status van een adoptie is aangevraagd, goedgekeurd of afgewezen.
`,
    data: [
      'dier: naam string, soort enum, gewicht number, aankomstdatum date',
      'medewerker: voornaam string, achternaam string, telefoonnummer phone',
      'adoptie: datum date, bedrag money, opmerkingen text, dier reference, status enum',
    ],
  },
];
