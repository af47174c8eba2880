import type { SentenceWords } from './sentence-words.ts';

export const de: SentenceWords = {
  each: 'jede jeder jedes jeden jedem alle aller allen je pro',
  article:
    'der die das den dem des ein eine einen einem einer eines sein seine seinen ihr ihre ihren deren dessen kein keine neue neuen neuer neues',
  of: 'zu zum zur fur von vom uber bei beim je pro',
  at: 'in im an am auf aus durch nach vor mit_hilfe unter zwischen bis ab gegen wegen als wenn falls damit weil',
  have: 'entspricht hat haben besitzt besitzen enthalt enthalten umfasst umfassen beinhaltet beinhalten besteht_aus bestehen_aus verfugt_uber verfugen_uber betrifft tragt wird_beschrieben_durch werden_beschrieben_durch ist_gekennzeichnet_durch',
  keep: 'registrieren_sich registriert_sich melden_sich_an meldet_sich_an melden_an bewerben_sich anlegen angelegt speichern speichert gespeichert erfassen erfasst erfasse festhalten festgehalten halten_fest notieren notiert notieren hinterlegen hinterlegt ablegen abgelegt verwalten verwaltet merken aufschreiben schreiben_auf aufnehmen aufgenommen dokumentieren dokumentiert wissen brauchen benotigen benotigt braucht angeben angegeben anzugeben eintragen eingetragen kennen fuhren gefuhrt verzeichnen verzeichnet vermerkt vermerken vermerkt registriert pflegen gepflegt protokolliert interessieren',
  is: 'ist sind war wird werden worden soll sollen sollte muss mussen kann konnen konnte mochte mochten wollen will darf durfen wurde sein',
  who: 'ich wir sie man es uns system anwendung software app benutzer nutzer',
  info: 'daten angaben informationen attribute felder eigenschaften merkmale folgendes folgende folgenden folgender details stammdaten',
  with: 'mit samt inklusive inkl einschliesslich sowie_mit namlich wie bestehend_aus unter_angabe_von',
  which:
    'welche welcher welches welchen welchem wer wann wo ob wie wohin woher was wem wieviel wie_viele',
  it: 'jedem_davon sie er es ihnen ihm ihr diese dieser dieses davon dazu dafur',
  small:
    'da dazu auch noch nur immer meist mindestens weitere weiterhin ausserdem zusatzlich dann hier jeweils jeweilige jeweiligen gerne bitte fest auf ausserdem unbedingt zudem ferner dort zu um zusatzlich insbesondere wichtig einfach alles',
  and: 'und sowie',
  or: 'oder bzw',
  not: 'nicht nie keine kein keinen niemals ohne niemand',
  attribute:
    'name vorname nachname bezeichnung nummer nr titel typ art kategorie klasse grad stufe status zustand farbe grosse marke hersteller modell material einheit kennzeichen ort stadt land strasse plz anschrift adresse region raum etage geschlecht sprache nationalitat fach thema zweck grund ergebnis befund wetter methode quelle herkunft ziel format version barcode autor verfasser kontakt ansprechpartner geburtstag alter gewicht hohe lange breite volumen kapazitat menge anzahl betrag preis kosten gebuhr summe datum zeit uhrzeit tag monat jahr baujahr beginn ende frist dauer zeitraum rhythmus temperatur leistung druck priorität prioritat bewertung kommentar notiz notizen bemerkung bemerkungen beschreibung text bild foto datei dokument link email telefon telefonnummer fax webseite passwort rolle abteilung firma beruf gehalt satz rabatt steuer wahrung saldo rasse sorte verlag isbn platz regal charge dosis dosierung wert anteil inhaber lieferant sitzplatze standort fassungsvermogen einsatzort qualifikation schwerpunkt lizenz inhalt nachricht unterschrift kunde',
};
