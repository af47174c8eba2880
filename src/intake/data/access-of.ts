import { anywhere } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import type { Reading } from './reading.ts';

const login = anywhere(
  'log ?in|sign ?in|authenticat\\w*|jwt|oauth|password|login|inicio de sesion|autenticac\\w*|contrasena|senha|connexion|mot de passe|anmeldung|anmelden|autenticazione|accesso|ログイン|認証|登录|로그인|인증|авторизац\\S*|аутентификац\\S*|вход',
);

/** `public` only where the requirements say that there is no login. */
export function accessOf({ document, vocabulary, kinds }: Reading): 'accounts' | 'public' {
  const denial = anywhere(vocabulary.lexicons.map((lexicon) => lexicon.noLogin).join('|'));
  let denied = false;
  for (const block of document.blocks) {
    const folded = foldText(block.text);
    if (denial.test(folded) || (kinds[block.section] === 'out-of-scope' && login.test(folded)))
      denied = true;
  }
  return denied ? 'public' : 'accounts';
}
