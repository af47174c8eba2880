import { anywhere } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { isBelievable } from './believable.ts';
import type { Reading } from './reading.ts';

const login = anywhere(
  'log ?in|sign ?in|authenticat\\w*|jwt|oauth|password|login|inicio de sesion|autenticac\\w*|contrasena|senha|connexion|mot de passe|anmeldung|anmelden|autenticazione|accesso|ログイン|認証|登录|로그인|인증|авторизац\\S*|аутентификац\\S*|вход',
);

/** What people do who have an account; "authentication" alone may be a header or a later phase. */
const acts = anywhere(
  'log ?ins?|logs in|logged in|log ?out|sign ?in|sign ?out|inici(?:o|ar) (?:de )?sesion|cerrar sesion|connexion|deconnexion|se connecter|anmeld\\w*|abmeld\\w*|ログイン|ログアウト|登录|로그인|로그아웃|вход|воити',
);
const negated = /(?:^|[^a-z])(?:no|not|without|sin|sem|sans|ohne|kein\w*|senza|без|нет)(?![a-z])/u;

/** From so many blocks that speak of logging in on, one that denies it is about something else: guests, or one client. */
const many = 3;

/** `public` only where the requirements say that there is no login, and do not describe one all the same. */
export function accessOf({ document, vocabulary, kinds }: Reading): 'accounts' | 'public' {
  const denial = anywhere(vocabulary.lexicons.map((lexicon) => lexicon.noLogin).join('|'));
  let denied = false;
  let affirmed = 0;
  for (const block of document.blocks) {
    const folded = foldText(block.text);
    const kind = kinds[block.section];
    const isDenied = denial.test(folded);
    const isMentioned = !isDenied && login.test(folded);
    if (isDenied || (kind === 'out-of-scope' && isMentioned)) denied = true;
    else if (
      block.kind !== 'code' &&
      isBelievable(kind) &&
      acts.test(folded) &&
      !negated.test(folded)
    )
      affirmed += 1;
  }
  return denied && affirmed < many ? 'public' : 'accounts';
}
