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
    [
      'marked words and what one thing is or another tell its states',
      '# Post\n\nA letter has a number and a weight. A letter is *announced* first, *sorted* after the scan and finally *handed over* or *lost*.\n\nA visit has a start and a patient name. When it is booked it is "scheduled"; on the day the desk marks it as "attended" or "missed".\n',
      [
        'letter: number string, weight number, status enum(announced|sorted|handed over|lost)',
        'visit: start datetime, patient-name string, status enum(scheduled|attended|missed)',
      ],
    ],
    [
      'states in other languages',
      '# Ferie\n\nUna domanda ha una data e una nota. Una domanda nasce «inviata», poi diventa «approvata» o «respinta».\n\n**Flusso:** inviata → approvata → chiusa\n',
      ['domanda: data date, nota text, status enum(inviata|approvata|respinta)'],
    ],
    [
      'words on buttons are no states',
      '# Shop\n\nA cart has a date and a total. The button is called "checkout", "pay" or "leave".\n\nA cart is shown on the page as "open", "shared" or "old".\n',
      ['cart: date date, total money'],
    ],
    [
      'what can be set to something is or is not',
      '# Fleet\n\nA bus has a plate and a capacity. A bus can be set to inactive. A customer has a name and an e-mail. A customer can be blocked. Staff can mark a permit as verified. A permit has a number and a date.\n\nA tour has a date and a state (open, blocked). A tour can be blocked.\n',
      [
        'bus: plate string, capacity integer, active boolean =true',
        'customer: name string!, email email, blocked boolean =false',
        'permit: verified boolean =false, number string, date date',
        'tour: date date, state enum(open|blocked)',
      ],
    ],
    [
      'the same in German',
      '# Fuhrpark\n\nEin Bus hat ein Kennzeichen und eine Farbe. Ein Bus kann deaktiviert werden. Ein Kunde hat Name und Telefon. Kunden können gesperrt werden.\n',
      [
        'bus: kennzeichen string, farbe string, aktiv boolean =true',
        'kunde: name string!, telefon phone, gesperrt boolean =false',
      ],
    ],
    [
      'the same in Spanish',
      '# Gimnasio\n\nUn socio tiene nombre y teléfono. Un socio puede ser bloqueado. Una tarifa tiene nombre y precio. Una tarifa que ya no se vende se marca como no disponible.\n',
      [
        'socio: nombre string!, telefono phone, bloqueado boolean =false',
        'tarifa: nombre string!, precio money, disponible boolean =true',
      ],
    ],
    [
      'an object in an example is a record where it has a name or number of its own',
      '# API\n\n### Trips\n\n- `POST /trips` – plans a trip\n\n```json\n{ "start": "2024-05-01", "driver": { "name": "Ann", "phone": "+44 20 7946 0000" }, "address": { "street": "Road 1", "town": "Leeds" } }\n```\n',
      ['trip: start date, driver → driver, address json', 'driver: name string!, phone phone'],
    ],
    [
      'examples, and when it is there, are no part of a declaration',
      '# Werkstatt\n\nHier führen wir die Anhänger der Firma.\n\n## Daten\n\n### Anhänger\n- Rufname, z. B. „Anna 1/46“ (Pflicht, eindeutig)\n- Kennzeichen (Pflicht)\n- höchste Zuladung in kg, falls bekannt\n- Baujahr\n',
      ['anhanger: rufname string!#, kennzeichen string!, hochste-zuladung number, baujahr integer'],
    ],
    [
      'attributes in a bracket are those of a contact, or of a record of their own',
      '# Camp\n\nA child has a name, a birthday and an emergency contact (name and phone). A booking has a number, a date, the boat (make, model, serial number) and an address (street, town, postcode).\n',
      [
        'child: name string!, birthday date, emergency-contact-name string, emergency-contact-phone phone',
        'booking: number string, date date, boat → boat, address string',
        'boat: make string, model string, serial-number string',
      ],
    ],
    [
      'what a heading names stays in focus where a sentence speaks of it',
      '# Kanzlei\n\n## Belege\n\nJeder Beleg hat eine Nummer und einen Betrag.\n\n## Nachfragen\n\nZu einem Beleg können wir mehrere Nachfragen stellen. Da brauchen wir den Fragetext, wer gefragt hat und wann.\n',
      [
        'beleg: nummer string, betrag money',
        'nachfrage: fragetext text, gefragt-von string, wann datetime',
      ],
    ],
    [
      'the report is not what is reported',
      '# Repairs\n\n## Repair requests\n\nA tenant reports a repair. The report takes: the flat or, for roofs, the building; a title; up to 5 photos; the trade, if they can tell; and whether we may enter when nobody is home.\n',
      [
        'repair: flat string, building string, title string!, photos string[]!, trade string, may-enter boolean!',
      ],
    ],
    [
      'all of a list are mandatory',
      '# Laboratorio\n\nCada frasco tiene código, color y fecha de caducidad, todos obligatorios.\n\nCada armario tiene nombre y número.\n',
      [
        'frasco: codigo string!, color string!, fecha-de-caducidad date!',
        'armario: nombre string!, numero string',
      ],
    ],
    [
      'what stands beside a sure attribute with an article is one, too',
      '# Portaria\n\nCada pacote tem um código e um tipo. A data e hora de chegada e o porteiro ficam gravados automaticamente.\n',
      ['pacote: codigo string, tipo string, data-e-hora-de-chegada date, porteiro string'],
    ],
    [
      'the steps of a use case are about what its heading names',
      '# Taller\n\n## CU-01 Registrar una bicicleta\n\n**Flujo principal**\n1. El mecánico abre la ficha nueva.\n2. Indica marca, modelo, color y fecha de compra.\n3. Anota el motivo.\n',
      ['bicicleta: marca string, modelo string, color string, fecha-de-compra date, motivo text'],
    ],
    [
      'a row of a catalogue of requirements is about what the heading above the table names',
      '# Leihstelle\n\n## 1 Ausleihen\n\n| Nr. | Anforderung | Art |\n|---|---|---|\n| 1.1 | Erfasst werden der Name der Person, Ausgabedatum, Rückgabedatum und die Art (kurz, lang). | A |\n| 1.2 | Betrieb im Rechenzentrum | A |\n',
      [
        'ausleihe: name-der-person string, ausgabedatum date, ruckgabedatum date, art enum(kurz|lang)',
      ],
    ],
    [
      'an attribute with one of its own, and an example in quotes',
      '# Pool\n\nEvery trainer has a name, a mobile number and a licence with an expiry date. Terms have a name such as "Summer", a first day and a remark if they like.\n',
      [
        'trainer: name string!, mobile-number phone, licence string, expiry-date date',
        'term: name string!, first-day string, remark text',
      ],
    ],
  ];

for (const [what, text, entities] of statements)
  test(what, () => {
    const { value } = readRequirements({ document: 'requirements.md', text });
    assert.deepEqual(outline(value), entities);
  });
