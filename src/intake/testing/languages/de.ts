import type { LanguageRow } from './row.ts';

export const de: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Pflichtenheft

## Datenmodell

### Mitglied

| Feld | Datentyp | Pflichtfeld | Beschreibung |
|---|---|---|---|
| Vorname | Zeichenkette | ja | |
| Geburtsdatum | Datum | ja | |
| E-Mail-Adresse | Text | nein | eindeutig |
| Beitrag | Betrag | ja | |

### Kurs

| Feld | Datentyp | Pflichtfeld | Beschreibung |
|---|---|---|---|
| Bezeichnung | Zeichenkette | ja | |
| Beginn | Datum/Uhrzeit | ja | |
| Teilnehmerzahl | Ganzzahl | nein | |
`,
    data: [
      'mitglied: vorname string, geburtsdatum date, e-mail-adresse email, beitrag money',
      'kurs: bezeichnung string, beginn datetime, teilnehmerzahl integer',
    ],
  },
  {
    shape: 'prose',
    text: `# Werkstattverwaltung

Das System soll zu jedem Kunden den Namen, die Anschrift und die Telefonnummer speichern.
Ein Auftrag besteht aus Auftragsnummer, Annahmedatum und einer optionalen Beschreibung.
Der Status eines Auftrags kann offen, in Arbeit oder abgeschlossen sein.
Nur der Meister darf einen Auftrag abschließen.
`,
    data: [
      'kunde: name string, anschrift string, telefonnummer phone',
      'auftrag: auftragsnummer string, annahmedatum date, beschreibung text, status enum',
    ],
  },
  {
    shape: 'requirements',
    text: `# Funktionale Anforderungen

- /F10/ Der Benutzer kann Projekte anlegen, bearbeiten und löschen.
- /F20/ Der Benutzer kann Aufgaben mit Titel, Priorität und Fälligkeitsdatum erfassen.
- /F30/ Der Administrator verwaltet die Mitarbeiter.
- /F40/ Der Administrator kann Mitarbeiter anlegen.
- /F50/ Die Oberfläche soll übersichtlich sein.
`,
    data: [
      'projekt:',
      'aufgabe: titel string, prioritat string, falligkeitsdatum date',
      'mitarbeiter:',
    ],
  },
  {
    shape: 'bullets',
    text: `# Lastenheft

## Produktdaten

- Bücher mit Titel, Autor, ISBN und Erscheinungsjahr
- Leser mit Name, Adresse und Ausweisnummer
- Ausleihen mit Ausleihdatum und Rückgabedatum

## Produktfunktionen

- Buch anlegen
- Buch löschen
- Leser anlegen
`,
    data: [
      'buch: titel string, autor string, isbn string, erscheinungsjahr integer',
      'leser: name string, adresse string, ausweisnummer string',
      'ausleihe: ausleihdatum date, ruckgabedatum date',
    ],
  },
  {
    shape: 'plain',
    text: `# Tierheim
Das Tierheim möchte Tiere, Pfleger und Adoptionen verwalten.
1. Tiere erfassen: Name, Tierart (Hund, Katze, Sonstiges), Gewicht in kg, Ankunftsdatum.
2. Für jeden Pfleger: Vorname, Nachname, Telefonnummer.
3. Jede Adoption hat ein Datum, einen Betrag in Euro, optionale Bemerkungen und ein Tier.
4. Der Status einer Adoption ist beantragt, genehmigt oder abgelehnt.
`,
    data: [
      'tier: name string, tierart enum, gewicht number, ankunftsdatum date',
      'pfleger: vorname string, nachname string, telefonnummer phone',
      'adoption: datum date, betrag money, bemerkungen text, tier reference, status enum',
    ],
  },
];
