import type { SectionKind } from './section-kind.ts';

/** Words of headings in Ukrainian, Dutch, Polish and Indonesian, in the order of `sectionWords`. */
export const moreSectionWords: readonly (readonly [SectionKind, RegExp])[] = [
  ['contents', /^(?:зміст|inhoud(?:sopgave)?|daftar isi)$/],
  [
    'out-of-scope',
    /поза (?:межами|рамками|обсягом)|не входить|не-цілі|buiten (?:de )?scope|niet inbegrepen|wykluczenia|poza zakresem|(?:di )?luar (?:ruang )?lingkup|tidak termasuk/,
  ],
  [
    'future',
    /майбутн|подальш|плани розвитку|toekomst|latere fase|przyszl|plany rozwoju|masa depan|rencana (?:ke ?depan|pengembangan)|pengembangan (?:selanjutnya|lanjutan|ke ?depan)|tahap(?:an)? (?:pengembangan )?(?:selanjutnya|berikutnya)/,
  ],
  [
    'history',
    /історія змін|посилання$|література|versiegeschiedenis|wijzigingshistorie|historia zmian|riwayat (?:revisi|perubahan|versi|dokumen)|daftar pustaka|lampiran(?![a-z])/,
  ],
  [
    'schedule',
    /терміни(?: |$)|план робіт|етапи|графік робіт|planning|mijlpalen|oplevering|harmonogram|etapy|jadwal (?:proyek|pengembangan|pelaksanaan)|linimasa|tahapan(?![a-z])|rencana kerja/,
  ],
  [
    'questions',
    /відкриті питання|запитання|openstaande (?:vragen|punten)|otwarte pytania|pertanyaan(?: terbuka)?$/,
  ],
  ['testing', /тестуван|testplan|testowanie|pengujian|skenario uji/],
  [
    'tech',
    /технологі|архітектур|стек|інфраструктур|розгортан|мови програмування|technologie|architectuur|infrastructuur|architektura|wdrozenie|teknologi|arsitektur|infrastruktur(?![a-z])|lingkungan (?:teknis|pengembangan)|spesifikasi teknis|struktur (?:folder|direktori|proyek)|instalasi/,
  ],
  [
    'ui',
    /інтерфейс|екрани|дизайн|сторінки|звіти|статистика|schermen|gebruikersinterface|ontwerp|rapportage|interfejs|ekrany|raporty|antarmuka|tampilan|desain|halaman|laporan$|dasbor/,
  ],
  [
    'glossary',
    /терміни та визначення|глосарій|визначення|begrippen(?:lijst)?|slownik|definicje|glosarium|definisi|daftar istilah/,
  ],
  [
    'quality',
    /нефункціональн|продуктивн|безпек|надійн|niet-functionele|prestaties|beveiliging|niefunkcjonaln|wydajnosc|bezpieczenstwo|(?:kebutuhan |persyaratan |fitur )?non[ -]?fungsional|keamanan|kinerja|performa(?![a-z])|keandalan/,
  ],
  [
    'lifecycle',
    /життєвий цикл|стани|статуси|levenscyclus|statussen|cykl zycia|statusy|siklus hidup|alur status/,
  ],
  [
    'data',
    /вимоги до даних|модел[ьі] даних|база даних|бази даних|сутності|структура даних|таблиці|^дані|об'єкти даних|gegevens(?:model|structuur)?|datamodel|entiteiten|tabellen|model danych|baza danych|encje|tabele|struktura danych|(?:kebutuhan|model|basis|struktur|skema|kamus|rancangan|persyaratan) (?:data|database|basis data|koleksi|tabel|entitas)(?![a-z])|entitas(?![a-z])/,
  ],
  [
    'roles',
    /ролі|права доступу|актори|типи користувачів|rollen|rechten|gebruikersrollen|role i uprawnienia|role uzytkownikow|aktorzy|uprawnienia|(?:peran|aktor|hak akses)(?![a-z])|(?:target |karakteristik |jenis |tipe |kelas )?pengguna$|target pengguna|pengguna sistem/,
  ],
  [
    'stories',
    /користувацьк\S+ істор|історії користувач|gebruikersverhalen|historyjki|(?:cerita|kisah) pengguna/,
  ],
  [
    'workflow',
    /сценарі|процеси|варіанти використання|processen|procesy|przypadki uzycia|alur(?![a-z])|proses bisnis|skenario/,
  ],
  [
    'rules',
    /бізнес-правил|правила|обмеження|bedrijfsregels|regels$|beperkingen|reguly|zasady|ograniczenia|aturan(?![a-z])|batasan|ketentuan|validasi/,
  ],
  ['integrations', /інтеграці|зовнішні системи|koppelingen|integraties|integracje|integrasi/],
  ['examples', /приклад|voorbeelden|przyklady|contoh/],
  [
    'overview',
    /^вступ|мета$|цілі|загальна інформація|призначення|опис проєкту|опис системи|inleiding|doelstelling|achtergrond|overzicht|wstep|^cele?$|opis systemu|pendahuluan|latar belakang|tujuan|ringkasan(?! (?:data|transaksi))|deskripsi (?:umum|produk|sistem|proyek|singkat)|gambaran umum|(?:visi|misi)(?![a-z])|(?:ruang )?lingkup|sasaran|asumsi|risiko|metrik|perspektif produk|kesimpulan|manfaat/,
  ],
  [
    'requirements',
    /вимог|функці|функціонал|eisen|vereisten|functionaliteit|wymagania|funkcje|funkcjonaln|kebutuhan|persyaratan|fitur|fungsional|fungsi(?![a-z])/,
  ],
];
