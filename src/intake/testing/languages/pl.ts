import type { LanguageRow } from './row.ts';

export const pl: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Specyfikacja

## Model danych

### Klient

| Pole | Typ | Wymagane | Opis |
|---|---|---|---|
| imię | tekst | tak | |
| data urodzenia | data | nie | |
| e-mail | tekst | tak | unikalny |
`,
    data: ['klient: imie string, data-urodzenia date, e-mail email'],
  },
  {
    shape: 'requirements',
    text: `# Wymagania funkcjonalne

1. Administrator może dodawać, edytować i usuwać produkty.
2. Pracownik może rejestrować zamówienia.
3. Każde zamówienie zawiera numer, datę i kwotę.
4. Użytkownik może anulować zamówienie.
`,
    data: ['produkt:', 'zamowienie: numer string, data date'],
  },
];
