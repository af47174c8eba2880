import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';

const ids =
  /^(?:id|_id|uuid|guid|identifier|unique id|unique identifier|record id|pk|codigo unico|identificador(?: unico)?|identifiant(?: unique)?|identificativo|eindeutige id|唯一标识|主键|主キー|識別子|식별자|고유 ?id|идентификатор|ид)$/u;
const times =
  /^(?:created(?: at| on| date| time| timestamp)?|updated(?: at| on| date| time| timestamp)?|modified(?: at| on| date| time)?|last (?:updated|modified)(?: at| on| date)?|(?:date|time) (?:created|updated|modified)|(?:creation|update|modification|last update) (?:date|time|timestamp)|timestamps|create time|update time|created and updated(?: at| timestamps?)?|fecha (?:de )?(?:creacion|actualizacion|modificacion|alta)|creado en|actualizado en|data (?:de |da )?(?:criacao|atualizacao|modificacao|ultima atualizacao)|criado em|atualizado em|date (?:de )?(?:creation|modification|mise a jour)|data (?:di )?(?:creazione|aggiornamento|modifica)|erstellt(?: am)?|erstellungsdatum|aktualisiert(?: am)?|anderungsdatum|geandert am|angelegt am|erstelldatum|作成日時?|更新日時?|登録日時|创建时间|更新时间|修改时间|创建日期|更新日期|생성일시?|수정일시?|작성일시?|등록일시?|생성 ?시간|수정 ?시간|дата (?:создания|изменения|обновления)|время (?:создания|изменения|обновления))$/u;

/** `id`, `createdAt` and `updatedAt`, which every record has, in the words of any language. */
export function isSystemField(name: string): boolean {
  const words = foldText(wordsOf(name).join(' '));
  return ids.test(words) || times.test(words);
}
