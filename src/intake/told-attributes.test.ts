import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** What single sentences say is written down of what their passage speaks of: text → outline of the entities. */
const statements: readonly (readonly [what: string, text: string, entities: readonly string[]])[] =
  [
    [
      'what a clerk must enter belongs to what the heading registers',
      "# Ferry port\n\n### US-1 Register a trailer\n\nAs a clerk I want the dimensions of every trailer so that it fits the deck.\n\n- I must enter the trailer's plate, its length overall and its height, both in metres with two decimals.\n- The permit number is optional because some have none.\n- I can tick whether there is a cooling unit.\n- The insurance policy number and the date the insurance expires are recorded.\n",
      [
        'trailer: plate string!, length-overall string!, height number!, permit-number string, cooling-unit boolean, insurance-policy-number string, expires-on date',
      ],
    ],
    [
      'a heading that says what is done with something is about what comes of it',
      '# Club\n\n### Book a court\n\n- I choose the court, the start time and the end time.\n- A cancellation reason is needed when it is cancelled.\n\n### Courts\n\n- A court has a number and a surface (clay or grass).\n',
      [
        'court: number string, surface string',
        'booking: court → court, start-time datetime, end-time datetime, cancellation-reason text',
      ],
    ],
    [
      'a sentence without a verb, and one about the thing before',
      '# Garage\n\n## What we need to know about drivers\n\nWhen you join we ask for your name, your email and date of birth. Your licence number, and what category you are.\n\n## Vans\n\nEvery van gets a number. Plate, maker, model and first registration.\n',
      [
        'driver: name string!, email email, date-of-birth date, licence-number string, category string',
        'van: plate string, maker string, model string, first-registration string',
      ],
    ],
    [
      'before a colon stands the thing, or what has the values behind it',
      '# Orchard\n\n## Picking\n\nAfter picking, someone logs a harvest: which tree, when it was picked, the weight in kg. A photo can be attached.\n\n## Trees\n\nA tree has a number and a variety. I choose a condition: good, fair or poor.\n',
      ['harvest: tree → tree, weight number, photo string', 'tree: number string, variety string'],
    ],
    [
      'German: behind the verb, before it and in a question',
      '# Verleih\n\n**Geräte.** Jedes Gerät bekommt eine Inventarnummer. Beim Anlegen eines Geräts geben wir die Bezeichnung, den Hersteller und das Kaufdatum an. Ein Foto wäre schön.\n\n**Ausleihen.** Bei einer Ausleihe wird festgehalten, welches Gerät mitgenommen wird und wann es abgeholt wurde. Den Betrag tragen wir ein.\n',
      [
        'gerat: inventarnummer string, bezeichnung string!, hersteller string, kaufdatum date, foto string',
      ],
    ],
    [
      'French: without headings, of what a sentence names',
      '# Cantine\n\nPour chaque élève, on saisit le nom, le prénom et la date de naissance. Le régime (standard, végétarien) est obligatoire.\n\nUn menu comporte une date, une entrée et un dessert, et on précise si le menu est bio.\n',
      [
        'eleve: nom string, prenom string, date-de-naissance date, regime enum(standard|végétarien)!',
      ],
    ],
    [
      'Spanish: reflexive verbs, and a relative clause in the list',
      '# Pliego\n\n## Expedientes\n\nDe cada expediente se registrará el número, la fecha de entrada y el importe que se reclama. Deberá constar el motivo del rechazo.\n\n## Recibos\n\nEl recibo lleva número correlativo, el expediente del que viene, el importe y la fecha de vencimiento.\n',
      [
        'expediente: numero string, fecha-de-entrada date, importe money, motivo-del-rechazo text!',
        'recibo: numero-correlativo string, expediente → expediente, importe money, fecha-de-vencimiento date',
      ],
    ],
    [
      'Portuguese: what is noted',
      '# Oficina\n\n## Abastecimentos\n\nO frentista anota a data, os litros e o hodômetro. É preciso informar também o preço por litro.\n',
      ['abastecimento: data date, litros string, hodometro string, preco money'],
    ],
    [
      'Italian: what is written, and yes or no',
      '# Laboratorio\n\n## Rilievi\n\nSi indicano la data, il supporto e la tecnica. Va segnato se è vincolata. Alla fine si scrive la data di consegna.\n',
      [
        'rilievo: data date, supporto string, tecnica string, vincolata boolean, data-di-consegna date',
      ],
    ],
    [
      'Dutch: what is kept',
      '# Depot\n\n## Fietsen\n\nVan elke fiets noteren we het merk, de kleur en het framenummer. De vindplaats wordt ook vastgelegd.\n',
      ['fiets: merk string, kleur string, framenummer string'],
    ],
    [
      'a column says what each row of requirements is about',
      '# Export\n\n| ID | Subject | Requirement |\n|---|---|---|\n| R1 | Claim | An owner submits a claim: name, e-mail address and an explanation. |\n| R2 | Claim | A rejection reason is mandatory. |\n| R3 | Buyer | Company name, VAT number, contact person, e-mail. |\n| R4 | Buyer | The manager approves buyers before they take part in a sale. |\n',
      [
        'claim: name string, email email, explanation text, rejection-reason text!',
        'buyer: company-name string, vat-number string, contact-person string, email email',
      ],
    ],
    [
      'what is seen, asked, denied, many, or said of people is no attribute',
      '# Garage\n\n## Repairs\n\nA repair has a number and a date. As a clerk I want to see the total price so that I can tell it. We never note the mileage. A repair can have several photos. The clerk keeps calm. All three are mandatory. Mechanics can choose a language.\n',
      ['repair: number string, date date'],
    ],
    [
      'what must be there in one case only may be missing',
      '# Garage\n\n## Repairs\n\nEvery repair has a number and a date. When it is declined, I have to type in the cause and the storage fee.\n',
      ['repair: number string, date date, cause string, storage-fee money'],
    ],
  ];

for (const [what, text, entities] of statements)
  test(what, () => {
    const { value } = readRequirements({ document: 'requirements.md', text });
    assert.deepEqual(outline(value), entities);
  });
