/**
 * What people do to records beyond creating, reading, changing and deleting: the names of transitions.
 * Each is followed by the beginnings of its words in any language: `approv` is approve, approved, approval.
 * A beginning that ends in `=` is a whole word.
 */
const BEGINNINGS: Readonly<Record<string, string>> = {
  submit:
    'submi einreich eingereicht soumettre soumis= soumise= inviat presenta enviar enviad 提交 提出 제출 отправ подан',
  approve:
    'approv aprob aprueb aprov genehmig approuv freigegeben freigeb 批准 审批 审核通过 已批准 承認 승인 одобр утвер',
  reject: 'reject rechaz rejeit abgelehnt ablehn refus rifiut 驳回 拒绝 却下 반려 거절 거부 отклон',
  accept: 'accept aceptar aceptad aceit akzept angenommen accett 接受 受諾 수락 приня',
  decline: 'declin',
  confirm: 'confirm bestatig conferm 确认 確認 확정 подтвер',
  cancel: 'cancel storn annul annull abgesagt 取消 キャンセル 취소 отмен',
  close:
    'close= closed= closes= closing= closure= cerrar cerrad fechar fechad fechado schliess geschlossen clotur ferme= fermee= chiude chius 关闭 已关闭 完了済 クローズ 종료 마감 закры',
  open: 'open= opened= opens= abrir abiert= abierto= abierta= aberto= aberta= eroffn offen= ouvrir ouvert= apert 打开 公開中 открыт',
  reopen: 'reopen reabr wiedereroff rouvrir riapri 重新打开 再開 다시열',
  pay: 'pay= pays= paid= payed= paying= payment= pagar= pagad pago= paga= bezahl payer= paye= payee= paie pagat 支付 付款 已支付 支払 결제 지불 оплач оплат',
  ship: 'ship= ships= shipped= shipping= shipment= versend versandt= versendet expedi enviado= spedi dispatch 发货 已发货 出荷 発送 배송 отгру',
  deliver:
    'deliver entreg zugestellt geliefert liefer livre= livree= livraison consegn 送达 交付 配達 配送済 доставл',
  receive: 'receiv recib receb erhalten= empfang recu= recue= ricev 收到 受領 수령 получен',
  complete: 'complet done= erledigt= abgeschlossen abschliess 完成 完了 완료 заверш выполн',
  finish: 'finish finaliz terminar terminad beendet beenden terminer termine= concl',
  start:
    'start= starts= started= starting= iniciar iniciad comenz begonnen gestartet demarr avvia 开始 開始 시작 начат',
  begin: 'begin begun= began=',
  pause: 'pause pausa pausiert 暂停 一時停止 일시정지',
  resume: 'resum= resume= resumed= reanud retom fortsetz 恢复 재개',
  publish:
    'publish publica publiz veroffentlich publi= publie= publiee= publier pubblic 发布 公開 게시 опубликов',
  unpublish: 'unpublish',
  archive: 'archiv arquiv 归档 アーカイブ 보관 архив',
  restore: 'restor restaur wiederherstell ripristin 復元 복원 восстанов',
  activate:
    'active= aktiv= activo= activa= ativo= ativa= activat activar activad ativad ativar aktivier attiva 激活 有効化 활성화 активир',
  deactivate:
    'deactivat desactivar desactivad desativ deaktivier disattiv 停用 無効化 비활성화 деактив',
  suspend: 'suspend sospend gesperrt 停职 停止 정지 приостанов заблокир',
  block: 'block= blocked= blocks= bloque bloquead blockier',
  lock: 'lock= locked= locks=',
  unlock: 'unlock',
  expire: 'expir abgelaufen ablauf vencid scad 过期 期限切れ 만료 истек',
  assign: 'assign asignar asignad atribu zugewiesen zuweis assegn 分配 割り当て 배정 할당 назнач',
  resolve: 'resolv resuelt gelost= resolu risolt 解决 解決 해결 решен',
  review: 'review revis uberpruf gepruft 审核 レビュー 검토 провер',
  verify: 'verif 验证 検証 검증',
  schedule: 'schedul program= planifi 安排 予約済 예약 запланир',
  book: 'book= books= booked= booking=',
  reserve: 'reserv prenot 预订 予約 забронир',
  process:
    'process= processed= processing= procesad processad verarbeit bearbeitung= 处理 処理 처리 обработ',
  return:
    'return= returned= returns= devuel devolv zuruckgegeben retourn restitu 退货 归还 返品 返却 반납 반품 возвра',
  refund: 'refund reembols erstatt rembours rimbors 退款 返金 환불',
  sell: 'sell= sells= sold= vender= vendid verkauft= verkaufen= vendu vendre vendut 出售 已售 売却 판매 продан',
  borrow: 'borrow',
  lend: 'lend= lent= lends= loaned= prestad prestar emprestad emprestar ausgeliehen= verliehen= prete= 借出 貸出 대출 대여 выдан',
  release: 'releas liberad',
  send: 'send= sends= sent= gesendet= senden= envoy',
  fulfil: 'fulfil',
  invoice: 'invoiced= facturad faturad fakturiert facture=',
  escalate: 'escalat',
  withdraw: 'withdraw withdrawn= retirad zuruckgezogen 撤回 取り下げ 철회',
  freeze: 'freez frozen= congelad 冻结 凍結 동결',
  fail: 'fail= failed= fails= fallid falhou fehlgeschlagen= echou 失败 失敗 실패 неудач',
  retire: 'retir',
  check: 'checked=',
};

const WHOLE = new Map<string, string>();
const STARTS: (readonly [beginning: string, verb: string])[] = [];
for (const [verb, words] of Object.entries(BEGINNINGS))
  for (const word of words.split(' ')) {
    if (word.endsWith('=')) WHOLE.set(word.slice(0, -1), verb);
    else STARTS.push([word, verb]);
  }
const BY_FIRST = Map.groupBy(STARTS, ([beginning]) => beginning.charAt(0));

/** Longest ending that a word may add to a verb's beginning: `cancel` + `lations`. */
const LONGEST_ENDING = 7;

/** The verb that a folded word is a form of, such as `approve` for `approval` and `aprobado`. */
export function verbOf(word: string): string | undefined {
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  return (BY_FIRST.get(word.charAt(0)) ?? []).find(
    ([beginning]) => word.startsWith(beginning) && word.length - beginning.length <= LONGEST_ENDING,
  )?.[1];
}

/** Beginnings in scripts without spaces, where a word is found by reading on: `批准`, `승인`. */
export const unspacedVerbs: readonly (readonly [written: string, verb: string])[] = STARTS.filter(
  ([beginning]) => !/^[a-zа-я]/.test(beginning),
);
