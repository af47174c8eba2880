/** Folded names of the entity that is the login itself. */
const names =
  /^(?:app ?users?|users?|user accounts?|user profiles?|accounts?|usuarios?|utilizador(?:es)?|utilisateurs?|benutzer|nutzer|anwender|utent[ei]|gebruikers?|uzytkownik\w*|kullanici\w*|pengguna|akun(?: pengguna)?|用户|用戶|用户信息|使用者|ユーザー?|利用者|会員|会员|회원|사용자|유저|пользовател\S+)$/u;

export function isAccountName(folded: string): boolean {
  return names.test(folded);
}

/** What somebody logs in with; a bank keeps accounts as well. */
export function isLoginName(folded: string): boolean {
  return login.test(folded);
}

const login = /^(?:(?:user |app )?accounts?|user profiles?)$/u;

const secrets =
  /^(?:(?:hashed |encrypted |user )?(?:password|passwort|kennwort|passwd|pwd|contrasena|clave|senha|mot de passe|mdp|wachtwoord|haslo|sifre|(?:kata )?sandi)(?: ?(?:hash|digest|hashed|encrypted|salt|confirmation))?|password ?\w*|パスワード|密码|口令|비밀번호|패스워드|пароль|хеш пароля|salt|refresh ?token|reset ?token|auth ?token|verification ?token)$/u;

/** What the account keeps itself, whatever the requirements say about storing it. */
export function isSecretName(folded: string): boolean {
  return secrets.test(folded);
}
