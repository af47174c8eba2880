import { foldText } from '../words/fold.ts';

/** Words for what is known of a thing, folded, without saying of which. */
const information =
  /^(?:les? |las? |the |i |gli |die |os? |as? |los )?(?:informations?|infos?|donnees|coordonnees|datos|dados|dati|informazioni|informacion|informacoes|daten|angaben|kontaktdaten|data|details|detalles|detalhes|dettagli|данные|информация|сведения|дані|інформація|gegevens|informasi|rincian|dane|基本情報|基本信息|기본 ?정보|개인 ?정보|個人情報)(?![\p{L}])(?! (?:de|du|des|of|del|della|di|do|da|dos|das|dei|von|van) )/u;

/** The text before a bracket stands for the thing that the heading names. */
export function isInformation(text: string): boolean {
  return information.test(foldText(text.trim()));
}
