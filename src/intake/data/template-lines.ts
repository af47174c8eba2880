import { foldText } from '../words/fold.ts';

/** The form that a requirement is written in ("Priority: … Input: … Output: …") is no record. */
export function isTemplate(lines: readonly string[]): boolean {
  const count = lines.filter(
    (line) =>
      priority.test(line) ||
      templateWords.test(foldText(/^[^:：(|]{1,30}/u.exec(line)?.[0] ?? '').trim()),
  ).length;
  return count >= 2 || lines.filter((line) => button.test(line)).length >= 2;
}

/** What a screen shows to be pressed is no attribute of it. */
const button =
  /^(?:an? |una? |um |un |le |ein )?(?:button|botón|botão|bouton|pulsante|schaltfläche|knop|przycisk|кнопк[аиу]|buton|按钮|ボタン|버튼)(?=$|[\s:«"“„「『(])/iu;

/** How urgent the requirement is; a field would say all that it can be. */
const priority = /^priority\s*[:：]\s*(?:critical|high|medium|low|must|should|could|p\d)[\s.]*$/iu;

const templateWords =
  /^(?:inputs?|processing|outputs?|actors?|pre-?conditions?|post-?conditions?|triggers?|rationale|acceptance criteria|main flow|alternative flows?|edge cases?|purpose|interaction|entradas?|saidas?|processamento|atores?|pre-condic\S+|pos-condic\S+|fluxo \S+|criterios? de aceit\S+|salidas?|actores|precondicion\S*|postcondicion\S*|flujo \S+|masukan|keluaran|aktor|prakondisi|pascakondisi|fungsionalitas|akteure?|vorbedingung\S*|nachbedingung\S*|eingaben?|ausgaben?|entrees?|sorties?|acteurs?|入力|処理|出力|输入|输出|处理|前置条件|입력|출력)$/u;
