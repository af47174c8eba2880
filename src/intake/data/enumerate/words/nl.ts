import type { SentenceWords } from './sentence-words.ts';

export const nl: SentenceWords = {
  each: 'elk elke ieder iedere alle',
  article: 'de het een zijn haar hun nieuwe dit deze die dat',
  of: 'van voor over bij per',
  at: 'in op aan uit door na tijdens onder tussen tot vanaf tegen als wanneer omdat zodat naar',
  have: 'heeft hebben bevat bevatten bestaat_uit bestaan_uit omvat omvatten beschikt_over wordt_beschreven_door wordt_gekenmerkt_door kent',
  keep: 'schrijven_zich_in melden_zich_aan melden_zich aangemaakt bewaren bewaart bewaard opslaan slaat_op slaan opgeslagen slaat registreren registreert geregistreerd vastleggen vastgelegd leggen_vast leggen legt noteren noteert noteren genoteerd bijhouden bijgehouden houden_bij houden houdt weten nodig opgeven invullen ingevuld vermelden vermeldt vermeld kennen schrijven_op willen',
  is: 'is zijn was wordt worden moet moeten kan kunnen zal zullen mag mogen dient dienen wil',
  who: 'we wij ik je men systeem applicatie app software gebruiker gebruikers er',
  info: 'gegevens informatie velden attributen eigenschappen volgende kenmerken details',
  with: 'met inclusief zoals namelijk waaronder bestaande_uit samen_met met_daarbij',
  which: 'welke welk wie wanneer waar of hoe wat hoeveel waarvoor',
  it: 'het zij ze hij hen hem deze die daarvan daarbij ervan',
  small: 'ook altijd alleen minstens verder daarnaast dan hier graag overige vast bij op',
  and: 'en alsmede',
  or: 'of',
  not: 'niet nooit geen zonder niemand',
  attribute:
    'naam voornaam achternaam nummer code titel soort type categorie klasse niveau status staat toestand kleur maat grootte merk model fabrikant materiaal eenheid kenteken plaats locatie stad land straat postcode adres regio ruimte verdieping geslacht taal nationaliteit onderwerp thema doel reden resultaat uitslag methode bron herkomst bestemming formaat versie auteur contact contactpersoon leeftijd gewicht hoogte lengte breedte volume capaciteit hoeveelheid aantal bedrag prijs kosten totaal datum tijd tijdstip dag maand jaar bouwjaar begin einde termijn duur periode frequentie temperatuur prioriteit beoordeling score opmerking opmerkingen notitie notities omschrijving beschrijving tekst afbeelding foto bestand document link email e-mailadres telefoon telefoonnummer wachtwoord rol afdeling bedrijf beroep salaris korting belasting valuta saldo soort ras uitgever isbn plank partij dosis waarde percentage eigenaar leverancier houder functie specialisme vermogen geboortedatum',
};
