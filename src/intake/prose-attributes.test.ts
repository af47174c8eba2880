import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** What headings, labels, stories and single sentences say about attributes: text → outline of the entities. */
const statements: readonly (readonly [what: string, text: string, entities: readonly string[]])[] =
  [
    [
      'a sentence without a verb is the list of what the heading names',
      '# Glassworks\n\n## Data\n\n### Kiln\n\nName, serial number (unique) and the date until which the permit is valid. All three are mandatory.\n\n### Firing\n\nWritten by the operator for one kiln: start time, peak temperature as number, remarks as free text, and photos.\n',
      [
        'kiln: name string!, serial-number string#, permit-valid-until date',
        'firing: start-time datetime, peak-temperature number, remarks text, photos string[]',
      ],
    ],
    [
      'a heading that is written before its list in the same line',
      '# Verger\n\n## Référentiels\n\n*Parcelles.* Libellé, surface en hectares, commune (facultatif).\n\n*Jours de gel.* Date et motif.\n',
      [
        'parcelle: libelle string, surface number!, commune string',
        'jour-de-gel: date date, motif text',
      ],
    ],
    [
      'the same in German, below data of all kinds',
      '# Werkstatt\n\n## Stammdaten\n\n### Werkbank\n\nBezeichnung, Standort und Baujahr.\n\n## 2 Daten\n\n### Auftrag\n\nNummer (eindeutig), Datum und, sobald erledigt, Betrag.\n',
      [
        'werkbank: bezeichnung string!, standort string, baujahr integer',
        'auftrag: nummer string#, datum date, betrag money',
      ],
    ],
    [
      'a bold name with a remark heads a list, and a label in a line of its own its paragraph',
      '# Telemetry\n\n## Data model\n\n**probes** – one for each mast\n- `id` uuid pk\n- `code` varchar(20), unique\n\n**readings** – append only\n- `id` uuid pk\n- `probe_id` fk → probes, not null\n- `value` numeric(8,2), not null\n',
      ['probe: code string# max20', 'reading: probe → probe!, value decimal(8,2)!'],
    ],
    [
      'labels of an e-mail head their paragraphs',
      'Liebe Kolleginnen,\n\nBoote:\nKennzeichen (eindeutig), Länge in Metern, Baujahr. Außerdem der Liegeplatz.\n\nEigner:\nName, Telefon und Ansprechpartner mit E-Mail.\n\nViele Grüße\n',
      [
        'boote: kennzeichen string#, lange number, baujahr integer',
        'eigner: name string!, telefon phone, ansprechpartner string, e-mail email',
      ],
    ],
    [
      'a sentence says what is entered, set or mandatory',
      '# Garage\n\n## Repairs\n\nA repair has a number and a date. Finishing time is set automatically. When declining, the clerk has to enter a reason. The customer can add a remark to the repair. A receipt must be attached.\n',
      [
        'repair: number string, date date, finishing-time string, reason text, remark text, receipt string',
      ],
    ],
    [
      'nobody enters what is not said to be entered',
      '# Garage\n\n## Repairs\n\nA repair has a number and a date. The clerk never enters a reason. Mechanics can choose a language. A repair can have several invoices.\n',
      ['repair: number string, date date'],
    ],
    [
      'a story says whose the points below it are',
      '# Ferry\n\n### Book a berth\nAs a skipper I want to request a berth for my boat so that I can stay.\n\nAcceptance criteria\n- I choose the harbour, an arrival date, a departure date and a berth type (inner, outer)\n- Name and phone are mandatory\n- A berth is free of charge on Sundays\n',
      [
        'berth: harbour string, arrival-date date, departure-date date, berth-type enum(inner|outer), name string!, phone phone!',
      ],
    ],
    [
      'in Italian a sentence of its own gives one attribute more',
      '# Officina\n\n## Riparazioni\n\nOgni riparazione ha un numero e una data. Al rifiuto, il meccanico deve inserire il motivo. Il preventivo è obbligatorio.\n',
      ['riparazione: numero string, data date, motivo text'],
    ],
    [
      'in French a sentence of its own gives one attribute more',
      '# Garage\n\n## Réparations\n\nChaque réparation a un numéro et une date. À la sortie, on saisit le kilométrage. Le motif est facultatif.\n',
      ['reparation: numero string, date date, kilometrage integer, motif text'],
    ],
    [
      'in Portuguese, too, and everything belongs to somebody',
      '# Oficina\n\n## Consertos\n\nCada conserto tem um número e uma data. Ao recusar, o mecânico informa o motivo. A data de entrega é registrada automaticamente. Todo conserto pertence a um cliente. Cada cliente tem nome e telefone.\n',
      [
        'conserto: numero string, data date, motivo text, data-de-entrega date, cliente → cliente!',
        'cliente: nome string!, telefone phone',
      ],
    ],
    [
      'and in German',
      '# Werkstatt\n\n## Reparaturen\n\nJede Reparatur hat eine Nummer und ein Datum. Beim Ablehnen muss ein Grund angegeben werden. Der Meister vermerkt das Ergebnis und eine Bemerkung.\n',
      ['reparatur: nummer string, datum date, grund text, ergebnis string, bemerkung text'],
    ],
    [
      'of several records of another, each belongs to it',
      '# Bakery\n\nAn order has a number and a date. An order consists of one or more lines. Each line has a product and a quantity. A customer has a name and a phone. A customer can have several orders.\n',
      [
        'order: number string, date date, customer → customer',
        'line: product string, quantity integer, order → order',
        'customer: name string!, phone phone',
      ],
    ],
    [
      'before a long list of attributes even menus are a kind of record, and an account is somebody’s',
      '# Cantine\n\nLe cuisinier publie les menus : une date, une entrée, un plat, un fromage et un dessert. Un parent déclare un ou plusieurs enfants : nom, prénom, date de naissance et classe. Un parent crée son compte avec son nom, son téléphone et son adresse postale.\n',
      [
        'menu: date date, entree string, plat string, fromage string, dessert string',
        'enfant: nom string!, prenom string, date-de-naissance date, classe string',
        'parent: nom string!, telephone phone, adresse-postale string',
      ],
    ],
    [
      'how something is written is no part of its name',
      '# Shops\n\nA shop has a name, opening hours as free text and a size in square metres.\n',
      ['shop: name string!, opening-hours text, size integer'],
    ],
  ];

for (const [what, text, entities] of statements)
  test(what, () => {
    const { value } = readRequirements({ document: 'requirements.md', text });
    assert.deepEqual(outline(value), entities);
  });
