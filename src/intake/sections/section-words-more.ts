import type { SectionKind } from './section-kind.ts';

/** Words of headings in Ukrainian, Dutch and Polish, in the order of `sectionWords`. */
export const moreSectionWords: readonly (readonly [SectionKind, RegExp])[] = [
  ['contents', /^(?:зміст|inhoud(?:sopgave)?)$/],
  [
    'out-of-scope',
    /поза (?:межами|рамками|обсягом)|не входить|не-цілі|buiten (?:de )?scope|niet inbegrepen|wykluczenia|poza zakresem/,
  ],
  ['future', /майбутн|подальш|плани розвитку|toekomst|latere fase|przyszl|plany rozwoju/],
  [
    'history',
    /історія змін|посилання$|література|versiegeschiedenis|wijzigingshistorie|historia zmian/,
  ],
  [
    'schedule',
    /терміни(?: |$)|план робіт|етапи|графік робіт|planning|mijlpalen|oplevering|harmonogram|etapy/,
  ],
  ['questions', /відкриті питання|запитання|openstaande (?:vragen|punten)|otwarte pytania/],
  ['testing', /тестуван|testplan|testowanie/],
  [
    'tech',
    /технологі|архітектур|стек|інфраструктур|розгортан|мови програмування|technologie|architectuur|infrastructuur|architektura|wdrozenie/,
  ],
  [
    'ui',
    /інтерфейс|екрани|дизайн|сторінки|звіти|статистика|schermen|gebruikersinterface|ontwerp|rapportage|interfejs|ekrany|raporty/,
  ],
  ['glossary', /терміни та визначення|глосарій|визначення|begrippen(?:lijst)?|slownik|definicje/],
  [
    'quality',
    /нефункціональн|продуктивн|безпек|надійн|niet-functionele|prestaties|beveiliging|niefunkcjonaln|wydajnosc|bezpieczenstwo/,
  ],
  ['lifecycle', /життєвий цикл|стани|статуси|levenscyclus|statussen|cykl zycia|statusy/],
  [
    'data',
    /вимоги до даних|модел[ьі] даних|база даних|бази даних|сутності|структура даних|таблиці|^дані|об'єкти даних|gegevens(?:model|structuur)?|datamodel|entiteiten|tabellen|model danych|baza danych|encje|tabele|struktura danych/,
  ],
  [
    'roles',
    /ролі|права доступу|актори|типи користувачів|rollen|rechten|gebruikersrollen|role i uprawnienia|role uzytkownikow|aktorzy|uprawnienia/,
  ],
  ['stories', /користувацьк\S+ істор|історії користувач|gebruikersverhalen|historyjki/],
  ['workflow', /сценарі|процеси|варіанти використання|processen|procesy|przypadki uzycia/],
  [
    'rules',
    /бізнес-правил|правила|обмеження|bedrijfsregels|regels$|beperkingen|reguly|zasady|ograniczenia/,
  ],
  ['integrations', /інтеграці|зовнішні системи|koppelingen|integraties|integracje/],
  ['examples', /приклад|voorbeelden|przyklady/],
  [
    'overview',
    /^вступ|мета$|цілі|загальна інформація|призначення|опис проєкту|опис системи|inleiding|doelstelling|achtergrond|overzicht|wstep|^cele?$|opis systemu/,
  ],
  [
    'requirements',
    /вимог|функці|функціонал|eisen|vereisten|functionaliteit|wymagania|funkcje|funkcjonaln/,
  ],
];
