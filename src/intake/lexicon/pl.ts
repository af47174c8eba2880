import type { Lexicon } from './lexicon.ts';

export const pl: Lexicon = {
  language: 'pl',
  names: {
    email: 'e-?mail|adres e-?mail|poczta elektroniczna',
    phone: '(?:numer )?telefonu?|telefon kontaktowy|komorka',
    url: 'strona (?:www|internetowa)|link|url|adres www',
    secret: 'haslo|hash hasla',
    money:
      'cen[aey](?: \\w+)*|kwot[aey]?|koszt(?: \\w+)*|wartosc|saldo|budzet|wynagrodzenie|oplata|suma|stawka|czynsz|kara',
    datetime:
      'data i (?:godzina|czas)|czas (?:rozpoczecia|zakonczenia)|znacznik czasu|godzina (?:rozpoczecia|zakonczenia)',
    date: 'dat[aey](?: \\w+)*|termin(?: \\w+)*|urodziny',
    integer:
      'ilosc(?: \\w+)*|liczba(?: \\w+)*|wiek|rok(?: \\w+)*|czas trwania|dni|godziny|minuty|pojemnosc|kolejnosc|punkty|poziom|pietro|przebieg|stan magazynowy',
    number:
      'waga|wzrost|wysokosc|szerokosc|dlugosc|temperatura|odleglosc|powierzchnia|srednia|ocena',
    percent: 'procent|rabat|vat|prowizja|znizka',
    boolean:
      'aktywn[ya]|dostepn[ya]|oplacon[ya]|zakonczon[ya]|opublikowan[ya]|zatwierdzon[ya]|potwierdzon[ya]|usuniet[ya]|czy \\w+',
    text: 'opis(?: \\w+)*|uwagi|komentarze?|notatk[ai]|tresc|szczegoly|powod|wiadomosc|tekst|streszczenie|diagnoza|objawy',
    list: 'tagi|etykiety|zdjecia|obrazy|slowa kluczowe',
  },
  types: {
    string: 'lancuch(?: znakow)?|krotki tekst|znaki|varchar|plik|obraz|zdjecie|czas|tekst',
    text: 'dlugi tekst|tekst wielowierszowy',
    integer: 'liczba calkowita|calkowita|int',
    number: 'liczba|numeryczny|rzeczywista',
    decimal: 'dziesietna|liczba dziesietna',
    money: 'kwota|waluta|pieniadze|zl|pln',
    boolean: 'logiczny|tak ?/ ?nie|bool(?:ean)?',
    date: 'data',
    datetime: 'data i (?:godzina|czas)|znacznik czasu',
    enum: 'wyliczenie|lista wyboru|enum|slownik',
    list: 'lista|tablica',
    reference: 'klucz obcy|fk|odwolanie do|relacja (?:z|do)|referencja(?: do)?',
    secret: 'haslo|hash',
    json: 'obiekt|json',
    percent: 'procent',
    email: 'e-?mail',
    phone: 'telefon',
  },
  headers: {
    name: 'pole|pola|kolumna|atrybut|nazwa(?: pola)?|wlasciwosc|element|parametr',
    type: 'typ(?: danych| pola)?|format',
    description: 'opis|uwagi|komentarz|znaczenie|szczegoly|przeznaczenie',
    required: 'wymagane?|wymagalnosc|obowiazkow[ey]',
    null: 'null|nullable',
    unique: 'unikaln[yea]|unikalnosc',
    default: '(?:wartosc )?domyslna|domyslnie',
    constraints: 'ograniczenia|reguly|walidacja',
    values: '(?:dozwolone |mozliwe )?wartosci|opcje',
    entity: 'encj[ae]|tabel[ae]|model[e]?|klas[ay]|obiekt[y]?',
    fields: '(?:glowne |kluczowe )?(?:pola|atrybuty|dane|kolumny|wlasciwosci)',
    key: 'klucz|pk',
    length: 'dlugosc',
    relations: 'relacj[ae]|powiazania',
    example: 'przyklad(?:y)?',
    label: 'etykieta',
  },
  flags: {
    required: 'wymagan[yea]|obowiazkow[yea]|nie moze byc pust[yea]',
    optional: 'opcjonaln[yeai]e?|nieobowiazkow[yea]|moze byc pust[yea]',
    unique: 'unikaln[yeai]|bez powtorzen',
    automatic: 'automatyczn(?:ie|[yea])|generowan[yea]|wyliczan[yea]',
    yes: 'tak|t|prawda|x',
    no: 'nie|n|falsz',
    default: 'domyslnie|domysln[yea]',
    key: 'klucz glowny|pk|unikalny identyfikator',
    readOnly: 'tylko do odczytu|niezmienn[yea]|nieedytowaln[yea]',
    secret: 'zaszyfrowan[yea]|hash',
    foreignKey: 'klucz obcy|fk|odwolanie do|powiazan[yea] z|nalezy do',
    positive: 'dodatni[ea]?|wieksz[yea] (?:od|niz) (?:0|zera)',
    notNegative: 'nieujemn[yea]|wieksz[yea] lub rown[yea] (?:0|zeru)',
    atLeast: 'co najmniej|minimum|min\\.?|przynajmniej',
    atMost: 'co najwyzej|maksymalnie|maksimum|max\\.?|do',
    characters: 'znakow|znaki|liter|cyfr',
  },
  and: 'i|oraz|a takze',
  or: 'lub|albo|czy',
  articles:
    'kazd[yeaą]\\w*|wszystkie|wszystkich|now[yeaą]|nowych|swoje|swoj|jego|jej|ich|t[ea]|inne|rozne|o|dla|dane o|informacje o',
  aroundNames:
    'encj[ae]|tabel[ae]|model|atrybuty|pola|dane|informacje|zarzadzanie|obsluga|rejestracja|modul|klasa|struktura|crud|lista|ewidencja|kartoteka|baza',
  fieldWords:
    'pola|atrybuty|dane|informacje|wlasciwosci|kolumny|zawiera|zawierac|posiada|ma|sklada sie z|nastepujace|cechy|parametry',
  manage:
    'rejestrowac|tworzyc|utworzyc|dodawac|dodac|zarzadzac|zapisywac|przechowywac|edytowac|zmieniac|modyfikowac|aktualizowac|usuwac|usunac|przegladac|prowadzic|publikowac|wprowadzac|skladac|rezerwowac|anulowac|dodawanie|dodanie|edycja|edytowanie|modyfikacja|modyfikowanie|usuwanie|usuniecie|tworzenie|utworzenie|rejestrowanie|przegladanie|wyswietlanie|wyszukiwanie|crud',
  managing:
    'zarzadzanie|rejestracja|ewidencja|dodawanie|edycja|edytowanie|usuwanie|tworzenie|utworzenie|modyfikacja|wyswietlanie|wyszukiwanie|lista|katalog|obsluga|crud|baza|rejestr',
  has: [
    /^(?:każd[yae]\s+)?(?<entity>[\p{L}][\p{L}-]{2,30})\s+(?:(?:musi|powinien|powinna|powinno|może)\s+)*(?:zawiera|zawierać|posiada|posiadać|ma|mieć|składa się z)(?![\p{L}])\s*:?\s*(?:następujące (?:pola|dane|atrybuty)\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including: 'z (?:polami|danymi|atrybutami)|zawierając\\S*|w tym|podajac|takie jak|z podaniem',
  stopNouns:
    'system\\w*|aplikacj\\w+|serwis\\w*|stron\\w+|ekran\\w*|okn\\w+|formularz\\w*|przycisk\\w*|menu|panel\\w*|raport\\w*|wykres\\w*|statystyk\\w+|interfejs\\w*|serwer\\w*|baz[aey] danych|tabel\\w+|dan(?:e|ych)|informacj\\w+|rekord\\w*|pol[ae]|atrybut\\w*|encj\\w+|model\\w*|obiekt\\w*|funkcj\\w+|funkcjonaln\\w+|wymagani\\w+|dokumentacj\\w+|kod\\w*|test\\w*|konfiguracj\\w+|bezpieczenstw\\w+|uwierzytelniani\\w+|autoryzacj\\w+|dostep\\w*|logowani\\w+|rejestracj\\w+|sesj\\w+|hasl\\w+|rol[aei]|uprawnieni\\w+|profil\\w*|blad|bled\\w+|wyszukiwani\\w+|filtr\\w*|sortowani\\w+|eksport\\w*|import\\w*|plik\\w*|wersj\\w+|zmian\\w*|etap\\w*|cel\\w*|wstep|problem\\w*|rozwiazani\\w+|ryzyk\\w+|ograniczeni\\w+|regul\\w+|proces\\w*|krok\\w*|status\\w*|stan(?:u|y|ow)?|typ\\w*|nazw\\w+|wartosc\\w*|numer\\w*|dat[aey]|czas\\w*|lista|operacj\\w+|akcj\\w+|logik\\w+|integracj\\w+|powiadomieni\\w+|jezyk\\w*|wyglad|technologi\\w+|architektur\\w+|wynik\\w*|poziom\\w*|czesc\\w*|raz|mozliwosc\\w*|administrator\\w*|histori\\w+|zarzadzani\\w+|tresc\\w*',
  noData:
    'bez (?:bazy danych|backendu|serwera|zapisywania)|nie (?:zapisuje|przechowuje)(?: \\w+)? ?(?:danych|niczego|informacji)|dane nie sa (?:zapisywane|przechowywane)|nie wymaga (?:bazy danych|serwera|backendu)|statyczn\\w+ (?:strona|witryna)|tylko (?:frontend|po stronie klienta)',
  tool: 'wiersz\\w* polecen|linii polecen|konsol\\w+|terminal\\w*|cli\\b|--[a-z][a-z-]+|bibliotek\\w+ (?:programist|funkcji)\\w*|skrypt\\w*|gr[aęye]\\b|gracz\\w*|przeciwnik\\w*|landing|redesign|portfolio|css|wtyczk\\w+|kompilator\\w*|parser\\w*|algorytm\\w*|kalkulator\\w*|konwerter\\w*|symulator\\w*|firmware|arduino|siec\\w* neuronow\\w+|plik\\w* (?:wejsciow|wyjsciow)\\w+',
  noLogin:
    'bez (?:logowania|rejestracji|uwierzytelniania|kont)|(?:logowanie|rejestracja) nie (?:jest|sa) wymagan\\w+|publicznie dostepn\\w+|jeden uzytkownik',
  denies: [
    /(?<entity>[\p{L} -]{2,40}?) nie (?:są|jest|będą|będzie) (?:zapisywan|przechowywan)\S+/iu,
  ],
};
