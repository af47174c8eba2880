/** Words of a step that decide where it stands in the flow, in every language that is read. */

/** "Otherwise, notify the customer": what it starts with, and the marks after it. */
export const OTHERWISE =
  /^(?:otherwise|or else|else|if not|sonst|andernfalls|ansonsten|sinon|dans le cas contraire|si no|de lo contrario|en caso contrario|caso contr[aá]rio|sen[aã]o|altrimenti|in caso contrario|иначе|в противном случае|否则|否則|不然|そうでなければ|それ以外の場合|それ以外|그렇지 않으면|그렇지 않은 경우|아니면)(?![\p{L}])\s*[,:、，]?\s*/iu;

/** Before a part of a line that is a step of its own: "…; if it is rejected, …; otherwise …". */
export const BEFORE_PART =
  /(?<=[.;；。])\s*(?=(?:if|in case|unless|otherwise|or else|else|wenn|falls|sofern|sonst|andernfalls|ansonsten|s['’]il|si|sinon|en cas|de lo contrario|se|sen[aã]o|caso|altrimenti|если|иначе|如果|若|如|否则|もし|そうでなければ|만약|그렇지 않으면)(?![\p{L}]))|(?<=[,，、])\s*(?=(?:otherwise|or else|sonst|andernfalls|ansonsten|sinon|de lo contrario|sen[aã]o|altrimenti|иначе|否则|그렇지 않으면)(?![\p{L}]))/iu;

/** "In parallel, …": done beside the step before. */
export const BESIDE =
  /^(?:at the same time|in parallel|meanwhile|simultaneously|concurrently|gleichzeitig|parallel dazu|parallel|zeitgleich|en parall[eè]le|en m[eê]me temps|simultan[eé]ment|al mismo tiempo|en paralelo|simult[aá]neamente|ao mesmo tempo|em paralelo|simultaneamente|nel frattempo|in parallelo|contemporaneamente|одновременно|параллельно|同时|与此同时|同時に|並行して|동시에|병렬로)(?![\p{L}])\s*[,:、，]?\s*/iu;

/** "Go back to step 2", "weiter mit Schritt 5", "返回步骤 2": the number is in one of the groups. */
export const GOES_TO =
  /(?:\b(?:go(?:es)?|jump|skip|return|back|continue|proceed|repeat|loop|restart|resume)\b|zur[uü]ck|weiter|spring|wiederhol|retour|revenir|reprendre|aller|volver|vuelve|regresa|ir (?:al?|ao)|continuar|voltar|volta|torna|tornare|riprend|вернуться|возврат|перейти|返回|回到|转到|戻|進|돌아|이동).{0,40}?(?:(?:steps?|schritt|[eé]tape|paso|passo|etapa|fase|шаг\p{L}*)\s*(?:no\.?\s*|n[º°]\s*|#\s*)?(\d{1,2})\b|(?:步骤|ステップ|第)\s*(\d{1,2})|(\d{1,2})\s*(?:단계|步))|(?:步骤|ステップ|第)\s*(\d{1,2})\s*(?:步)?\s*(?:に戻|へ戻|に進)|(\d{1,2})\s*단계(?:로|부터)/iu;

/** A step that only lets time pass. */
export const WAITS =
  /\b(?:waits?|waiting|pause[sd]?)\b|\bwarte|\battend(?:re|ez|s)?\b|\bespera[rn]?\b|\bagua?rda[rn]?\b|\baspetta|\battende|ожид|подожд|等待|待つ|待機|대기|기다/iu;

/** The program itself: "The system sends …", "システムが…". Also what stands for it in a table of actors. */
export const SYSTEM =
  /^(?:the |das |le |la |l'|el |il |o |a )?(?:system|app|application|backend|server|service|platform|software|api|scheduler|cron job|bot|ai|anwendung|plattform|dienst|syst[eè]me|plateforme|serveur|sistema|plataforma|aplicaci[oó]n|aplicativo|piattaforma|applicazione|система|сервер|приложение)(?=[\s:,'’]|$)|^(?:系统|系統|平台|システム|アプリ|サーバー?|시스템|서버|앱|플랫폼)/iu;

/** Words before whoever does it: "approved by the manager". */
export const BY = new Set(
  'by from durch von vom par por pelo pela da dal dalla dai от 由 によって'.split(' '),
);

/** Marks of a condition. Others of their kind ("when", "orders that are") say a time, or which record is meant. */
export const IF = new Set(
  'if|in case|provided|provided that|only if|wenn|falls|sofern|im fall|en cas de|si|s|en caso de|se|caso|qualora|in caso di|если|при условии|如果|若|如|倘若|场合|場合|もし|なら|만약|만일|경우'.split(
    '|',
  ),
);
