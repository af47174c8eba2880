import type { Lexicon } from './lexicon.ts';

export const de: Lexicon = {
  language: 'de',
  names: {
    email: 'e[ -]?mail(?:[ -]?adresse)?|mailadresse',
    phone: 'telefon(?:nummer)?|handy(?:nummer)?|mobilnummer|rufnummer',
    url: 'webseite|website|homepage|link|url',
    secret: 'passwort|kennwort|password',
    money:
      '(?:\\w*)preis|betrag|kosten|gesamt(?:preis|betrag|summe|kosten)?|summe|gebuhr|budget|gehalt|lohn|saldo|miete|rechnungsbetrag|stundensatz|umsatz|kaution|einkaufspreis|verkaufspreis|\\w+betrag|\\w+kosten',
    datetime: 'zeitpunkt|zeitstempel|datum und uhrzeit|startzeit|endzeit|beginn|timestamp|\\w+ am',
    date: '\\w*datum|geburtstag|frist|fallig(?: am|keit)?|termin|gultig (?:bis|von|ab)|ablaufdatum|tag(?: de[rs] \\w+)?|\\w+tag',
    integer:
      '\\w*anzahl|\\w+(?<!postleit|bankleit)zahl|menge|bestand|lagerbestand|mindestbestand|alter|jahr|baujahr|dauer(?: \\w+)*|tage|stunden|minuten|kapazitat|reihenfolge|position|punkte|stufe|etage|seiten(?:zahl)?|kilometerstand|zimmer|platze|stuckzahl|sortierung',
    number:
      'gewicht|grosse|hohe|breite|lange|breitengrad|langengrad|temperatur|entfernung|flache|volumen|durchschnitt|bewertung|note',
    percent: 'prozent(?:satz)?|rabatt|mwst|mehrwertsteuer|steuersatz|provision|zinssatz',
    boolean:
      'aktiv|inaktiv|verfugbar|bezahlt|erledigt|abgeschlossen|veroffentlicht|genehmigt|bestatigt|geloscht|verifiziert|ist \\w+|gelesen|archiviert|gesperrt|abgehakt',
    text: 'beschreibung|bemerkung(?:en)?|kommentar(?:e)?|notiz(?:en)?|inhalt|details?|grund|nachricht|text|zusammenfassung|anleitung|hinweis(?:e)?|diagnose|symptome|anmerkung(?:en)?',
    list: 'schlagworte|tags|bilder|fotos|stichworte',
  },
  types: {
    string:
      'zeichenkette|kurztext|zeichen|alphanumerisch|varchar|string|bild|datei|foto|farbe|uhrzeit|zeit',
    text: 'text|freitext|langtext|mehrzeiliger text|textfeld',
    integer: 'ganzzahl|ganze zahl|int(?:eger)?|autowert',
    number: 'zahl|numerisch|gleitkommazahl|fliesskommazahl',
    decimal: 'dezimal(?:zahl)?|kommazahl',
    money: 'wahrung|geldbetrag|betrag|euro|eur|€',
    boolean: 'wahrheitswert|ja ?/ ?nein|wahr ?/ ?falsch|bool(?:esch)?|checkbox',
    date: 'datum',
    datetime: 'datum und uhrzeit|datum/uhrzeit|zeitstempel|datum & uhrzeit',
    enum: 'aufzahlung|auswahl(?:liste|feld)?|enum|dropdown',
    list: 'liste|array|mehrfachauswahl',
    reference:
      'fremdschlussel|fk|referenz(?: auf)?|verweis(?: auf)?|beziehung(?: zu)?|gehort zu|verknupfung(?: mit| zu)?',
    secret: 'passwort|hash|verschlusselt|gehasht',
    json: 'objekt|json',
    percent: 'prozent',
    email: 'e[ -]?mail',
    phone: 'telefon',
  },
  headers: {
    name: 'feld(?:name)?|felder|spalte|attribut(?:e|name)?|name|bezeichnung|eigenschaft|datenfeld|merkmal|element|bezeichner',
    type: 'typ|datentyp|format|art',
    description:
      'beschreibung|erklarung|kommentar|bemerkung(?:en)?|bedeutung|hinweise?|details?|zweck|anmerkung(?:en)?|inhalt|erlauterung',
    required: 'pflicht(?:feld)?|erforderlich|obligatorisch|muss|pflichtangabe',
    null: 'null|nullable|null erlaubt',
    optional: 'optional',
    unique: 'eindeutig|unique',
    default: 'standard(?:wert)?|vorgabe(?:wert)?|default|initialwert|vorbelegung',
    constraints: 'einschrankung(?:en)?|regeln?|validierung(?:en)?|bedingung(?:en)?',
    values: 'werte(?:bereich)?|mogliche werte|erlaubte werte|auspragungen|optionen',
    entity:
      'entitat(?:en)?|tabellen?|modelle?|klassen?|objekte?|ressourcen?|datenobjekte?|objekttyp',
    fields:
      '(?:wichtige |wesentliche )?(?:felder|attribute|spalten|eigenschaften|daten|datenfelder|merkmale)',
    key: 'schlussel|pk|pk/fk',
    length: 'lange|maximallange',
    relations: 'beziehung(?:en)?|relation(?:en)?',
    example: 'beispiele?',
    label: 'anzeigename',
  },
  flags: {
    required:
      'pflicht(?:feld|angabe)?|erforderlich|obligatorisch|muss (?:angegeben|vorhanden|gesetzt) sein|darf nicht (?:leer|null) sein|nicht leer|zwingend',
    optional:
      'optional|nullable|freiwillig|falls vorhanden|kann leer sein|darf leer sein|nicht erforderlich|wenn vorhanden',
    unique: 'eindeutig(?:e[rsn]?)?|einmalig|keine duplikate|unique',
    automatic:
      'automatisch(?: (?:generiert|gesetzt|erzeugt|vergeben|berechnet))?|autowert|vom system (?:vergeben|gesetzt|erzeugt)|berechnet',
    yes: 'ja|j|wahr|x',
    no: 'nein|n|falsch',
    default: 'standard(?:wert|massig)?|default|vorgabe|initial|vorbelegt(?: mit)?',
    key: 'primarschlussel|pk|eindeutige id',
    readOnly: 'nur lesbar|schreibgeschutzt|nicht (?:anderbar|editierbar)|unveranderlich',
    secret: 'gehasht|verschlusselt',
    foreignKey: 'fremdschlussel|fk|referenz auf|verweis auf|gehort zu|verknupft mit|bezug zu',
    positive: 'positiv|grosser (?:als )?(?:0|null)',
    notNegative: 'nicht negativ|grosser (?:oder )?gleich (?:0|null)|darf nicht negativ sein',
    atLeast: 'mindestens|minimum|minimal|min\\.?',
    atMost: 'hochstens|maximal|maximum|bis zu|max\\.?',
    characters: 'zeichen|buchstaben|ziffern|stellen',
  },
  and: 'und|sowie',
  or: 'oder|bzw\\.?',
  articles:
    'der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|jede|jeder|jedes|jeden|alle|aller|neue|neuer|neues|neuen|seine|ihre|sein|ihr|dieser|diese|dieses|von|vom|mehrere|verschiedene|eigene|eigenen|weitere|beliebige|bestehende|zu|zur|zum|fur',
  aroundNames:
    'aggregat|entitat(?:en)?|tabellen?|modelle?|attribute?|felder|daten|informationen|verwaltung|verwalten|erfassung|stammdaten|modul|klasse|struktur|crud|anlegen|pflege|von|der|des|fur|die|das|zu',
  fieldWords:
    'felder|attribute|daten|informationen|eigenschaften|spalten|enthalt|umfasst|hat|besitzt|besteht aus|beinhaltet|folgende[ns]?|(?:soll|muss) (?:enthalten|haben|umfassen)|speichert|angaben|merkmale|details',
  manage:
    'verwaltet|erfasst|speichert|erstellt|bearbeitet|legt an|pflegt|stornieren|abschicken|aufgeben|eingeben|ansehen|hinterlegen|genehmigen|ablehnen|annehmen|widerrufen|zuweisen|einreichen|hochladen|abschliessen|erfassen|anlegen|erstellen|verwalten|hinzufugen|speichern|bearbeiten|andern|aktualisieren|loschen|anzeigen|auflisten|eintragen|pflegen|fuhren|veroffentlichen|ausstellen|registrieren|buchen|reservieren|planen|abrufen|einsehen|archivieren|verfolgen|crud',
  managing:
    'verwaltung|erfassung|anlage|pflege|erstellung|liste|katalog|registrierung|crud|bearbeitung|ubersicht|datenbank|stammdaten|loschung|anlegen',
  has: [
    /^(?:(?:jede[rs]?|ein|eine|der|die|das|alle)\s+)?(?<entity>[\p{L}][\p{L}\p{N} -]{1,40}?)\s+(?:(?:soll|sollen|muss|müssen|kann|können|wird)\s+)*(?:hat|haben|enthält|enthalten|umfasst|umfassen|besitzt|besitzen|beinhaltet|beinhalten|besteht aus|bestehen aus|betrifft|umfasst|speichert|verfügt über|verfügen über|wird beschrieben durch)\s*:?\s*(?:(?:die |den |das )?(?:folgenden?|folgendes|folgender)?\s*(?:felder|attribute|daten|informationen|eigenschaften|angaben)?\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'mit(?: den)?(?: folgenden)?(?: feldern| attributen| angaben| daten| informationen)?(?: wie|:)?|inklusive|einschliesslich|bestehend aus|wie(?: zum beispiel| z\\. ?b\\.)?|samt|inkl\\.|unter angabe von|und (?:deren|dessen)',
  stopNouns:
    'stammdaten|integritat|datensicherung(?:en)?|verschlusselung|konsistenz|system|anwendung|app|software|plattform|seite|webseite|website|bildschirm|fenster|ansicht|formular|button|schaltflache|menu|dashboard|bericht|report|diagramm|statistik|oberflache|benutzeroberflache|endbenutzer|server|datenbank|tabelle|datum|daten|information|detail|datensatz|feld|attribut|spalte|entitat|modell|objekt|funktion|funktionalitat|anforderung|dokumentation|code|konfiguration|sicherheit|authentifizierung|autorisierung|zugriff|anmeldung|login|abmeldung|registrierung|sitzung|passwort|rolle|berechtigung|profil|validierung|fehler|suche|filter|sortierung|export|import|anderung|meilenstein|zeitplan|umfang|ziel|zweck|einleitung|problem|losung|risiko|einschrankung|regel|geschaftsregel|anwendungsfall|ablauf|prozess|schritt|status|zustand|typ|name|kennung|wert|nummer|uhrzeit|liste|operation|aktion|logik|integration|erinnerung|sprache|thema|design|technologie|architektur|eingabe|ausgabe|ergebnis|stufe|form|teil|mal|ding|unternehmen|verlauf|verwaltung|erfassung|pflege|erstellung|aktualisierung|loschung|bearbeitung|anzeige|ubersicht|inhalt|transaktion|zeitraum|tag|monat|jahr|echtzeit|summe|anzahl|qualitat|leistung|verfugbarkeit|archiv|reaktivierung|haken|fokus|trennung|struktur|nutzer soll|schnittstelle|umgebung|vorschau|parser|rohtext|kopfzeile|footer|polling',
  noData:
    'keine persistenz|ohne persistenz|keine (?:daten|informationen) (?:werden )?(?:gespeichert|persistiert)|ohne (?:datenbank|backend|server)|keine? (?:datenbank|backend|server|datenhaltung|speicherung)(?: (?:notig|erforderlich|benotigt))?|nur (?:im browser|clientseitig|lokal)|statische (?:seite|webseite|website)|im arbeitsspeicher',
  tool: 'kommandozeile|kommandozeilen\\w*|terminal|konsole|cli\\b|--[a-z][a-z-]+|programmbibliothek|skript|spiel|videospiel|rollenspiel|spieler|lebenspunkte|gegner|landing|redesign|relaunch|portfolio|css|erweiterung|plugin|compiler|parser|algorithmus|taschenrechner|konverter|simulator|firmware|arduino|mikrocontroller|neuronales netz|datensatz(?:e)? zum training|eingabedatei|ausgabedatei',
  noLogin:
    'ohne (?:anmeldung|login|authentifizierung|registrierung|benutzerkonto|konto)|keine? (?:anmeldung|login|authentifizierung|registrierung|benutzerkonten|benutzerverwaltung)|offentlich zuganglich|einzelbenutzer|single[- ]user',
  denies: [
    /keine? (?:eigene |separate |gesonderte )?(?:tabelle|entität|entity) (?:für )?(?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)]| nötig| notwendig)/iu,
    /(?<entity>[\p{L} -]{2,40}?) (?:wird|werden) nicht (?:gespeichert|persistiert|erfasst|verwaltet)/iu,
  ],
};
