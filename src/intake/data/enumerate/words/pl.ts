import type { SentenceWords } from './sentence-words.ts';

export const pl: SentenceWords = {
  each: 'kazdy kazda kazde kazdego kazdej kazdym kazdemu wszystkie wszystkich',
  article: 'jego jej ich nowy nowa nowe nowego nowej ten ta to ich danego danej',
  of: 'dla o od przy na',
  at: 'w we z ze do przez po przed podczas pod miedzy wedlug gdy jesli jak aby zeby',
  have: 'ma maja miec zawiera zawieraja zawierac posiada posiadaja posiadac sklada_sie_z skladaja_sie_z obejmuje opisany_jest_przez jest_opisany_przez jest_opisana_przez jest_okreslony_przez',
  keep: 'rejestruja_sie zapisuja_sie zapisuje zapisuja zapisywac zapisujemy zapisywane zapisywany przechowuje przechowuja przechowywac przechowywane przechowujemy rejestruje rejestrujemy rejestrowac notuje notujemy notowac potrzebujemy potrzebne potrzebny podaje podajemy podac wpisuje wpisujemy wpisac wiedziec znac okresla chcemy ewidencjonuje pamietamy',
  is: 'jest sa byc bedzie beda musi musza powinien powinna powinno powinny moze moga nalezy trzeba',
  who: 'system aplikacja my ja sie uzytkownik nam oprogramowanie program',
  info: 'dane danych informacje atrybuty pola nastepujace nastepujacy szczegoly',
  with: 'z wraz_z takie_jak zawierajacy zawierajaca zawierajace w_tym podajac',
  which: 'ktory ktora ktore ktorzy kiedy gdzie kto czy ile jaki jaka jakie co',
  it: 'on ona ono oni one go nim niej nich niego to',
  small: 'takze rowniez zawsze tylko co_najmniej inne ponadto potem tutaj',
  and: 'i oraz a_takze',
  or: 'lub albo',
  not: 'nie nigdy zaden zadna bez nikt',
  attribute:
    'nazwa nazwe imie nazwisko numer kod tytul typ rodzaj kategoria kategorie klasa poziom stan status kolor rozmiar marka marke model producent producenta material jednostka jednostke rejestracja miejsce miejscowosc miasto kraj ulica ulice adres region sala sale pietro plec jezyk narodowosc temat cel powod wynik metoda metode zrodlo pochodzenie format wersja autor autora kontakt wiek wage waga wysokosc dlugosc szerokosc pojemnosc ilosc liczba liczbe kwota kwote cena cene koszt suma data date czas godzina godzine dzien miesiac rok poczatek koniec termin okres temperatura priorytet ocena ocene komentarz notatki uwagi uwaga opis tekst zdjecie plik dokument link email e-mail telefon haslo rola stanowisko dzial firma firme zawod wynagrodzenie rabat podatek waluta saldo gatunek rasa rase odmiana wydawca isbn polka partia dawka dawke wartosc procent wlasciciel wlasciciela dostawca rozpoznanie specjalizacja specjalizacje specjalnosc',
};
