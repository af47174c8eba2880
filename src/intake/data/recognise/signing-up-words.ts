import type { Language } from '../../words/language.ts';

/** How a language says that somebody gets an account, folded, as sources of patterns. */
export interface SigningUpWords {
  /** What the account is called where the document has no word for it. */
  readonly account: string;
  /** "sign up", "registration". */
  readonly register: string;
  /** What stands between that and `by` and says nothing: "of users", "on the platform". */
  readonly aside?: string;
  /** "with", "by entering": what is given follows. */
  readonly by?: string;
  /** Where what is given stands first: "entering … one registers". */
  readonly given?: string;
}

const romance =
  "(?:(?:de|del|do|da|d'un|d'|un|una|uma|en|no|na|sur|dans|su|nel|nella|el|la|le|a|o|di|degli|dei|des|nuevos?|novos?|nouveaux?|nuov[io])? ?(?:usuari[oa]s?|utilisateurs?|utent[ei]|sistema|systeme|plataforma|plateforme|piattaforma|compte|cuenta|conta|account|app|site)|se)";

export const signingUpWords: Readonly<Partial<Record<Language, SigningUpWords>>> = {
  en: {
    account: 'User',
    register:
      'sign(?:s|ing)?[ -]?up|regist(?:er|ers|ering|ration)|(?:create|creates|creating) an? (?:new )?account|account creation',
    aside:
      '(?:(?:of|for|in|on|to|an?|the|new) ?)*(?:users?|system|platform|app|site|account|themselves|account)',
    by: 'with|by|using|via|through|providing|entering|by (?:entering|providing|giving|using)|requires?|with (?:the )?following',
  },
  es: {
    account: 'Usuario',
    register:
      'registr(?:o|arse|arme|ar|a|an|ando)|crear (?:una )?(?:nueva )?cuentas?|creacion de (?:una )?(?:nueva )?cuentas?',
    aside: romance,
    by: 'con|mediante|usando|a traves de|por|indicando|ingresando|proporcionando|introduciendo',
  },
  pt: {
    account: 'Usuário',
    register:
      '(?:auto)?cadastr(?:o|ar-se|ar|e|a|ando)|registr(?:o|ar-se|ar)|criar (?:uma )?(?:nova )?contas?|criacao de (?:uma )?(?:nova )?contas?',
    aside: romance,
    by: 'com|mediante|usando|por|via|informando|fornecendo|preenchendo|atraves de|utilizando',
  },
  fr: {
    account: 'Utilisateur',
    register: "(?:s')?inscri(?:ption|re|t|vent)|creer un compte|creation (?:d'un|de) comptes?",
    aside: romance,
    by: 'avec|par|via|en (?:saisissant|indiquant|fournissant|renseignant)|au moyen de|a partir de',
  },
  it: {
    account: 'Utente',
    register: 'registra(?:zione|rsi|re)|iscri(?:zione|versi)|crea(?:re|zione) (?:di )?un account',
    aside: romance,
    by: 'con|tramite|mediante|via|inserendo|fornendo|usando|attraverso',
  },
  de: {
    account: 'Benutzer',
    register: 'registrier(?:ung|en|t)|(?:benutzer|nutzer)?konto (?:anlegen|erstellen)',
    aside: '(?:(?:von|der|neuer|im|am|als|sich) ?)*(?:benutzern?|nutzern?|system|sich)',
    by: 'mit|per|uber|durch|unter angabe (?:von|des|der)|mittels',
  },
  nl: {
    account: 'Gebruiker',
    register: 'registr(?:atie|eren)|account aanmaken',
    aside: '(?:van|voor|in|op) (?:(?:de|het|een) )?(?:gebruikers?|systeem|platform)',
    by: 'met|via|door|aan de hand van',
  },
  pl: {
    account: 'Użytkownik',
    register: 'rejestracj[aie]|(?:za)?rejestrowa\\S+|zalozyc konto|zalozenie konta',
    aside: '(?:sie|(?:nowego |nowych )?uzytkownik\\p{L}*|w (?:systemie|aplikacji|serwisie)|konta)',
    by: 'za pomoca|z podaniem|poprzez|przez|przy uzyciu|podajac',
  },
  ru: {
    account: 'Пользователь',
    register: '(?:за)?регистр\\S+|созда(?:ть|ние) (?:аккаунт|учетн\\S+ запис\\S+)\\S*',
    aside:
      '(?:(?:нов\\S+ )?пользовател\\p{L}*|в (?:системе|приложении|сервисе)|на (?:сайте|платформе))',
    by: 'по|с помощью|через|с указанием|указав|указыва\\S+|вводит\\S*|при помощи',
  },
  uk: {
    account: 'Користувач',
    register: '(?:за)?реєстр\\S+|створ\\S+ (?:акаунт|обліков\\S+ запис)\\S*',
    aside: '(?:(?:нов\\S+ )?користувач\\p{L}*|в (?:системі|застосунку)|на (?:сайті|платформі))',
    by: 'за допомогою|через|із зазначенням|вказавши|за|вказує\\S*',
  },
  id: {
    account: 'Pengguna',
    register:
      'registrasi|pendaftaran|mendaftar(?:kan diri)?|daftar akun|membuat akun(?: baru)?|buat akun',
    aside: '(?:(?:akun|pengguna|baru|user|ke|di|dalam|sistem|aplikasi|sebagai) ?)+',
    by: 'dengan(?: (?:mengisi|memasukkan|menggunakan|memberikan))?|menggunakan|melalui|via|memakai',
  },
  tr: {
    account: 'Kullanıcı',
    register: 'kayit|kullanici olustur\\S*|uye(?:lik)?|kaydol\\S*',
    given: 'ile|alinarak|girerek|girilerek|vererek|kullanarak|bilgileriyle',
  },
  ja: {
    account: 'ユーザー',
    register: '会員登録|ユーザー?登録|新規登録|アカウント(?:を)?(?:登録|作成)|サインアップ',
    given: '(?:を|で)(?:入力|記入|指定|登録|使用|設定)',
  },
  zh: { account: '用户', register: '注册', given: '(?:来|进行|完成)?(?=注册)' },
  ko: {
    account: '사용자',
    register: '회원 ?가입|가입',
    given: '(?:을|를|으로|로) ?(?:입력|이용|사용|통해|작성|기입)?',
  },
};
