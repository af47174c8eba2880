import { foldText } from '../../words/fold.ts';

/** Actors that are parts of a system, and people who build it rather than use it. */
const COMPONENT =
  /gateway|\bsystem\b|scheduler|database|\bserver\b|service\b|\bapi\b|\bcron\b|\bjobs?\b|worker|queue|third.?part|provider|browser|\bbot\b|timer|engine|back.?end|front.?end|\bapp\b|application|platform|\bdb\b|cache|broker|microservice|module|component|\bllm\b|\bai\b|sistema|servidor|base de d(?:atos|ados)|systeme|datenbank|dienst|systemkomponente|系统(?!管理)|数据库|服务器|サーバ|データベース|システム(?!管理)|시스템(?! ?관리)|데이터베이스|система(?!тор)|база данных/u;
const BUILDER =
  /product (?:owner|manager)|developer|engineer|project manager|\btester\b|\bqa\b|stakeholder|\bteam\b|sponsor|analyst|designer|architect|scrum|devops|author of|desarrollador|desenvolvedor|entwickler|developpeur|开发|産品|開発者|개발자|разработчик/u;
/** Names for anybody, which tell nobody apart. */
const ANYBODY = new Set(
  'user|users|end user|end users|person|people|anyone|everyone|visitor|visitors|guest|guests|anonymous|human|actor|usuario|usuarios|persona|visitante|visitantes|utilisateur|utilisateurs|visiteur|utente|utenti|visitatore|benutzer|nutzer|anwender|besucher|用户|用戶|ユーザー|ユーザ|利用者|사용자|방문자|пользователь|гость'.split(
    '|',
  ),
);

/**
 * Whether a name can be that of a role: not a component, not the people who build the system.
 * @param acts a sentence says what they do in it, so that even a project manager is one of its users
 */
export function canBeRole(name: string, acts = false): boolean {
  const folded = foldText(name).trim();
  if (folded.length < 2 || folded.length > 40 || folded.split(' ').length > 4) return false;
  return (
    /^\p{L}/u.test(folded) &&
    !COMPONENT.test(folded) &&
    (acts || !BUILDER.test(folded)) &&
    !/[.!?:;]/.test(folded)
  );
}

/** Whether a name stands for anybody at all. */
export function isAnybody(name: string): boolean {
  return ANYBODY.has(foldText(name).trim());
}
