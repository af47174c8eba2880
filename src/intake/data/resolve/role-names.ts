import { foldText } from '../../words/fold.ts';
import { entityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';

/** What the sections about roles call the people: headings, first cells, and what stands before a colon. */
export function roleNames({ document, kinds, vocabulary }: Reading): readonly string[] {
  const names: string[] = [];
  for (const section of document.sections) {
    if (kinds[section.parent] === 'roles' && section.depth > 1) names.push(section.title);
  }
  for (const block of document.blocks) {
    if (kinds[block.section] !== 'roles') continue;
    if (block.kind === 'row') {
      const [first = '', ...others] = block.header;
      // In a table of who may do what, the people stand in the header.
      if (ofFunctions.test(foldText(first).trim())) names.push(...others);
      else names.push(block.cells[0]?.text ?? '');
    }
    if (block.kind === 'item')
      names.push(/^([^:：–—-]{2,30})\s*(?:[:：]|\s[-–—]\s|$)/u.exec(block.text)?.[1] ?? '');
  }
  return [
    ...new Set(
      names
        .map((name) => entityName(name, vocabulary, true)?.name ?? '')
        .filter((name) => foldText(name) !== ''),
    ),
  ];
}

const ofFunctions =
  /^(?:(?:core |main )?(?:functions?|features?|permissions?|actions?|resources?|operations?|modules?|capabilit(?:y|ies)|screens?|tasks?)|funcion(?:es|alidad(?:es)?)?|permisos?|accion(?:es)?|modulos?|recursos?|func(?:ao|oes)|funcionalidades?|permiss(?:ao|oes)|ac(?:ao|oes)|fonctions?|fonctionnalites?|actions?|droits?|ressources?|funktion(?:en)?|berechtigung(?:en)?|aktion(?:en)?|recht(?:e)?|funzion[ei]|funzionalita|permess[oi]|azion[ei]|functies?|rechten|funkcj[ae]|uprawnieni[ae]|функци[яи]|действи[ея]|права?|дії|функції|機能(?:名)?|操作|権限|画面|功能(?:模块|点)?|权限|模块|页面|기능|권한|작업|화면|메뉴)$/u;
