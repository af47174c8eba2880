import type { Lexicon } from './lexicon.ts';

export const nl: Lexicon = {
  language: 'nl',
  names: {
    email: 'e[ -]?mail(?:[ -]?adres)?|mailadres',
    phone: 'telefoon(?:nummer)?|mobiel(?: nummer)?|gsm(?:-nummer)?',
    url: 'website|webadres|link|url',
    secret: 'wachtwoord|password',
    money:
      '(?:\\w*)prijs|bedrag|\\w+bedrag|kosten|totaal|saldo|tarief|salaris|budget|huur|omzet|borg|contributie|boete',
    datetime: 'tijdstip(?: \\w+)*|datum en tijd|datum/tijd|starttijd|eindtijd',
    date: '\\w*datum|verjaardag|deadline|vervaldag|geldig (?:tot|van|vanaf)|einddatum|begindatum',
    integer:
      'aantal(?: \\w+)*|hoeveelheid|voorraad|leeftijd|jaar|\\w+jaar|duur(?: \\w+)*|dagen|uren|minuten|capaciteit|volgorde|punten|niveau|verdieping|kilometerstand|kamers|plaatsen',
    number:
      'gewicht|lengte|hoogte|breedte|breedtegraad|lengtegraad|temperatuur|afstand|oppervlakte|gemiddelde|beoordeling|cijfer',
    percent: 'percentage|korting|btw',
    boolean:
      'actief|beschikbaar|betaald|voltooid|gepubliceerd|goedgekeurd|bevestigd|verwijderd|is \\w+|gelezen',
    text: 'beschrijving|omschrijving|opmerking(?:en)?|notities?|inhoud|details?|reden|bericht|tekst|samenvatting|toelichting|diagnose|symptomen',
    list: "tags|labels|afbeeldingen|foto's|trefwoorden",
  },
  types: {
    string: 'tekenreeks|korte tekst|alfanumeriek|varchar|string|afbeelding|bestand|foto|tijd|tekst',
    text: 'lange tekst|vrije tekst|memo',
    integer: 'geheel getal|int(?:eger)?|autonummering',
    number: 'getal|numeriek|nummer',
    decimal: 'decimaal',
    money: 'valuta|geldbedrag|bedrag|euro|eur|€',
    boolean: 'ja ?/ ?nee|waar ?/ ?onwaar|bool(?:ean|eaans)?|vinkje',
    date: 'datum',
    datetime: 'datum en tijd|datum/tijd|tijdstempel',
    enum: 'opsomming|keuze(?:lijst)?|enum|dropdown',
    list: 'lijst|array',
    reference: 'verwijzende sleutel|vreemde sleutel|fk|verwijzing(?: naar)?|relatie(?: met)?',
    secret: 'wachtwoord|hash|versleuteld',
    json: 'object|json',
    percent: 'percentage',
    email: 'e[ -]?mail',
    phone: 'telefoon',
  },
  headers: {
    name: 'veld(?:naam)?|velden|kolom|attribuut|naam|benaming|eigenschap|gegeven|element',
    type: 'type|datatype|gegevenstype|formaat',
    description: 'beschrijving|omschrijving|opmerking(?:en)?|toelichting|betekenis|details?|doel',
    required: 'verplicht(?: veld)?|vereist',
    null: 'null|nullable',
    unique: 'uniek',
    default: 'standaard(?:waarde)?|beginwaarde',
    constraints: 'beperking(?:en)?|regels?|validatie',
    values: 'waarden|mogelijke waarden|toegestane waarden|opties',
    entity: 'entiteit(?:en)?|tabel(?:len)?|model(?:len)?|klassen?|objecten?|objecttype',
    fields: '(?:belangrijkste )?(?:velden|attributen|kolommen|eigenschappen|gegevens)',
    key: 'sleutel|pk|pk/fk',
    length: 'lengte',
    relations: 'relaties?',
    example: 'voorbeeld(?:en)?',
    label: 'weergavenaam|label',
  },
  flags: {
    required: 'verplicht|vereist|mag niet leeg zijn|niet leeg',
    optional: 'optioneel|niet verplicht|mag leeg zijn|indien (?:bekend|aanwezig)',
    unique: 'unieke?|geen dubbele',
    automatic:
      'automatisch(?: (?:gegenereerd|ingevuld|berekend))?|door het systeem (?:ingevuld|gegenereerd)|berekend',
    yes: 'ja|j|waar|x',
    no: 'nee|n|onwaar',
    default: 'standaard|aanvankelijk',
    key: 'primaire sleutel|pk|unieke sleutel',
    readOnly: 'alleen[- ]lezen|niet wijzigbaar|onveranderlijk',
    secret: 'versleuteld|gehasht',
    foreignKey: 'vreemde sleutel|verwijzende sleutel|fk|verwijzing naar|hoort bij|gekoppeld aan',
    positive: 'positief|groter dan (?:0|nul)',
    notNegative: 'niet negatief|groter dan of gelijk aan (?:0|nul)',
    atLeast: 'minimaal|ten minste|minstens|minimum|min\\.?',
    atMost: 'maximaal|ten hoogste|hoogstens|maximum|tot|max\\.?',
    characters: 'tekens|letters|cijfers',
  },
  and: 'en|alsmede|evenals',
  or: 'of',
  articles:
    'de|het|een|elke|elk|ieder|iedere|alle|nieuwe|nieuw|zijn|haar|hun|deze|dit|eigen|andere|bestaande|meerdere|verschillende|van|voor',
  aroundNames:
    'entiteit(?:en)?|tabel(?:len)?|model(?:len)?|attributen|velden|gegevens|informatie|beheer|beheren|registratie|module|klasse|structuur|crud|overzicht|van|voor|administratie',
  fieldWords:
    'velden|attributen|gegevens|informatie|eigenschappen|kolommen|bevat|heeft|bestaat uit|volgende|(?:moet|dient) (?:bevatten|hebben)|kenmerken|details',
  manage:
    'registreren|aanmaken|toevoegen|beheren|opslaan|bewaren|vastleggen|bewerken|wijzigen|aanpassen|bijwerken|verwijderen|bekijken|tonen|invoeren|plaatsen|publiceren|inplannen|reserveren|annuleren|archiveren|indienen|beheert|registreert|bewaart|crud',
  managing: 'beheer|registratie|administratie|overzicht|lijst|catalogus|aanmaak|invoer|crud',
  has: [
    /^(?:(?:elke?|iedere?|een|de|het)\s+)?(?<entity>[\p{L}][\p{L}-]{2,30})\s+(?:(?:moet|dient|kan)\s+)?(?:heeft|hebben|bevat|bevatten|bestaat uit)\s*:?\s*(?:de volgende (?:velden|gegevens)\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'met(?: de)?(?: volgende)?(?: velden| gegevens| attributen)?(?::)?|inclusief|bestaande uit|zoals|waaronder|onder vermelding van',
  stopNouns:
    'systeem|applicatie|app|software|platform|website|pagina|scherm|venster|weergave|formulier|knop|menu|dashboard|rapport|rapportage|grafiek|statistiek|interface|server|database|tabel|gegeven|informatie|detail|record|veld|attribuut|kolom|entiteit|model|object|functie|functionaliteit|eis|vereiste|documentatie|code|configuratie|beveiliging|authenticatie|autorisatie|toegang|inloggen|login|sessie|wachtwoord|rol|recht|profiel|validatie|fout|zoekfunctie|filter|sortering|export|import|wijziging|fase|planning|scope|doel|inleiding|probleem|oplossing|risico|beperking|regel|use case|proces|stap|status|type|naam|waarde|nummer|datum|tijd|lijst|actie|logica|integratie|herinnering|taal|thema|ontwerp|technologie|architectuur|invoer|uitvoer|resultaat|niveau|deel|keer|ding|beheer|registratie|administratie|overzicht|inhoud|periode|dag|maand|jaar|totaal|aantal|kwaliteit|prestatie|beschikbaarheid|beheerder',
  noData:
    'zonder (?:database|backend|server|opslag)|geen (?:database|backend|server|opslag|gegevens)(?: (?:nodig|vereist|opgeslagen|bewaard))?|er worden geen gegevens (?:opgeslagen|bewaard)|statische (?:site|website|pagina)|alleen (?:frontend|in de browser)',
  tool: 'opdrachtregel|commandoregel|terminal|console|cli\\b|--[a-z][a-z-]+|bibliotheek voor (?:ontwikkelaars|programmeurs)|script|spel|speler|vijand\\w*|landingspagina|herontwerp|portfolio|css|extensie|plug-?in|compiler|parser|algoritme|rekenmachine|omrekenaar|simulator|firmware|arduino|neuraal netwerk|dataset|invoerbestand|uitvoerbestand',
  noLogin:
    'zonder (?:inloggen|login|authenticatie|registratie|account)|geen (?:login|authenticatie|registratie|accounts)|openbaar toegankelijk|een gebruiker',
  denies: [
    /(?<entity>[\p{L} -]{2,40}?) (?:wordt|worden) niet (?:opgeslagen|bewaard|geregistreerd)/iu,
  ],
};
