import type { Quality } from '#blueprint';
import type { Document } from '../document/document.ts';
import { foldText } from '../words/fold.ts';
import type { Line } from './line.ts';
import { statementsOf } from './line.ts';
import { slugOf, uniqueNames } from './naming.ts';
import { plainNumber } from './text/numbers.ts';
import type { DataModel } from '../data-model.ts';
import { matchText } from '../words/match-text.ts';

type Category = Quality['category'];
interface Reading {
  readonly category: Category;
  readonly value?: number;
  readonly unit?: string;
}

const NUMBER = String.raw`(?<value>\d[\d.,]*)`;
const SECOND = 's|sec|seconds?|segundos?|sekunden?|secondes?|secondi|сек(?:унд[ы]?)?|秒|초';
const MINUTE = 'min|minutes?|minutos?|minuten?|minuti|минут[ыу]?|分|分钟|분';
const HOUR = 'h|hours?|horas?|stunden?|heures?|ore|ora|час(?:а|ов)?|小时|時間|시간';
const REQUESTS =
  'requests?|req|calls?|api calls|peticiones|solicitudes|requisicoes|anfragen|requetes|richieste|запрос(?:а|ов)?|次请求|个请求|请求|次|リクエスト|回|요청|개의 요청|건';

/** A pattern for folded text and what it says; the first that fits is taken. */
const READERS: readonly (readonly [
  RegExp,
  (groups: Record<string, string>, text: string) => Reading,
])[] = [
  [
    new RegExp(
      `${NUMBER}\\s*(?:${REQUESTS})\\s*(?:per|/|a|each|every|por|pro|je|par|al|в|每|ごと|당)\\s*(?:user|ip|client|account|usuario)?\\s*(?:per|/|por)?\\s*(?<per>${SECOND}|${MINUTE}|${HOUR})(?![a-z])`,
      'u',
    ),
    rate,
  ],
  [
    new RegExp(
      `(?:每|per|1)\\s*(?<per>${SECOND}|${MINUTE}|${HOUR})(?:に|あたり|당)?[^\\d]{0,12}${NUMBER}\\s*(?:${REQUESTS})`,
      'u',
    ),
    rate,
  ],
  [new RegExp(`(?<per>초|분|시간)당\\s*(?:최소|최대)?\\s*${NUMBER}`, 'u'), rate],
  [
    new RegExp(`${NUMBER}\\s*(?:rps|tps|qps)\\b`, 'u'),
    ({ value }) => ({ category: 'throughput', ...amount(value), unit: 'per-second' }),
  ],
  [
    new RegExp(
      `(?:per page|page|pagina|seite|페이지|ページ|页)[^\\n]{0,60}(?:default|기본|por defecto|padrao|par defaut|standard|默认|デフォルト)\\D{0,6}${NUMBER}`,
      'u',
    ),
    ({ value }) => ({ category: 'page-size', ...amount(value), unit: 'items' }),
  ],
  [
    new RegExp(
      `(?:page size|per page|items? per page|results? per page|records? per page|por pagina|par page|pro seite|每页|ページ(?:あたり|ごと)|페이지당)[^\\d\\n]{0,30}${NUMBER}`,
      'u',
    ),
    ({ value }) => ({ category: 'page-size', ...amount(value), unit: 'items' }),
  ],
  [
    new RegExp(
      `${NUMBER}\\s*(?:items?|records?|results?|rows|elementos|itens|registros|resultados|eintrage|elements|elementi|条|件|개)?\\s*(?:per page|a page|por pagina|par page|pro seite|per pagina|每页|/ ?page|/ページ)`,
      'u',
    ),
    ({ value }) => ({ category: 'page-size', ...amount(value), unit: 'items' }),
  ],
  [
    new RegExp(
      `(?:paginat|seitenweise|页)[^\\d\\n]{0,40}${NUMBER}\\s*(?:items|records|results|per)`,
      'u',
    ),
    ({ value }) => ({ category: 'page-size', ...amount(value), unit: 'items' }),
  ],
  [
    new RegExp(
      `(?:upload|body|request size|payload|file size|attachment|files?|tamano|tamanho|datei|fichier|文件|ファイル|파일)[^\\d\\n]{0,50}${NUMBER}\\s*(?<unit>kb|mb|gb|kib|mib)`,
      'u',
    ),
    bytes,
  ],
  [
    new RegExp(
      `${NUMBER}\\s*%[^\\n]{0,30}(?:availab|uptime|disponib|verfugbar|가동|可用|稼働|доступн)`,
      'u',
    ),
    availability,
  ],
  [
    new RegExp(
      `(?:availab\\w*|uptime|disponib\\w*|verfugbarkeit|sla|가동률|可用性|稼働率|доступност\\w*)[^\\d\\n]{0,40}${NUMBER}\\s*%`,
      'u',
    ),
    availability,
  ],
  [
    new RegExp(
      `(?:latenc|respon|p9\\d|load|respuesta|resposta|antwort|reponse|risposta|within|under|less than|faster|응답|响应|応答|로딩|отклик|ответ|carga|ladezeit|表示|조회)[^\\n]{0,80}?${NUMBER}\\s*(?<unit>ms|milliseconds?|millisekunden|миллисекунд|毫秒|ミリ秒|밀리초|${SECOND})(?![a-z])`,
      'u',
    ),
    latency,
  ],
  [
    new RegExp(
      `(?:<|≤|under|below)\\s*${NUMBER}\\s*(?<unit>ms|milliseconds?|毫秒|${SECOND})(?![a-z])`,
      'u',
    ),
    latency,
  ],
  [
    new RegExp(
      `(?:retain|retention|kept|keep|stored for|purge|conserv|aufbewahr|гран|хран|保存|保管|보관|保留|guard|arquiv)[^\\d\\n]{0,60}${NUMBER}\\s*(?<unit>days?|months?|years?|dias?|mes(?:es)?|anos?|tage?n?|monate?n?|jahre?n?|jours?|mois|ans|giorni|mesi|anni|дн\\w*|месяц\\w*|лет|天|日|日間|个月|年|일|개월|년)`,
      'u',
    ),
    retention,
  ],
  [
    new RegExp(
      `${NUMBER}\\s*(?<unit>days?|years?|天|日|일|년|년간|日間)(?:간)?\\s*(?:保存|保管|보관|保留|retention)`,
      'u',
    ),
    retention,
  ],
  [
    new RegExp(
      `${NUMBER}\\+?\\s*(?:명\\S*\\s*)?(?:concurrent|simultaneous|usuarios (?:concurrentes|simultaneos)|usuarios simultaneos|gleichzeitige|utilisateurs simultanes|동시|并发|同時|одновременн)`,
      'u',
    ),
    ({ value }) => ({ category: 'throughput', ...amount(value), unit: 'users' }),
  ],
  [
    new RegExp(`(?:concurrent|simultaneous|동시|并发|同時)[^\\d\\n]{0,30}${NUMBER}`, 'u'),
    ({ value }) => ({ category: 'throughput', ...amount(value), unit: 'users' }),
  ],
];
const SECURITY =
  /encrypt|https|tls\b|hash|bcrypt|argon|owasp|csrf|xss|sql injection|jwt|oauth|password|security|gdpr|audit|cifrad|criptograf|verschlussel|chiffr|cifrat|шифр|加密|安全|暗号|암호화|보안/u;

/** Demands on how well the service works, with their numbers where they have one. */
export function qualitiesIn(
  document: Document,
  lines: readonly Line[],
  { language }: DataModel,
): readonly Quality[] {
  const names = uniqueNames();
  return lines
    .filter(({ kind }) => kind !== 'ui' && kind !== 'questions' && kind !== 'examples')
    .flatMap((line) => statementsOf(document, line))
    .flatMap(({ line, text, span }): Quality[] => {
      const said =
        line.block.kind === 'row' ? line.block.cells.map((cell) => cell.text).join(' ') : text;
      const reading = readQuality(said, line.kind === 'quality');
      if (!reading || (line.block.kind === 'row' && text !== line.block.cells.at(-1)?.text))
        return [];
      const statement = (line.block.kind === 'row' ? said : text).replaceAll(/\s+/g, ' ').trim();
      return [
        {
          id: `quality/${names(slugOf(statement, language))}`,
          label: statement,
          origin: 'stated',
          sources: [line.block.kind === 'row' ? line.block.span : span],
          ...reading,
          statement,
        },
      ];
    });
}

/** What a sentence demands; in a section about qualities every sentence is such a demand. */
export function readQuality(text: string, amongQualities: boolean): Reading | undefined {
  if (text.length < 6 || text.length > 600) return undefined;
  const folded = foldText(text);
  for (const [pattern, read] of READERS) {
    const groups = matchText(pattern, folded)?.groups;
    if (groups) return read(groups, folded);
  }
  if (!amongQualities || text.split(/\s+/).length < 2) return undefined;
  const bare = new RegExp(`${NUMBER}\\s*(?<unit>ms|毫秒|ミリ秒)`, 'u').exec(folded)?.groups;
  if (bare) return latency(bare);
  return { category: SECURITY.test(folded) ? 'security' : 'other' };
}

function amount(written: string | undefined): Pick<Reading, 'value'> {
  const exact = plainNumber((written ?? '').replaceAll(/[.,]+$/g, ''));
  return exact === undefined ? {} : { value: Number(exact) };
}

/** How much the service has to bear is no limit on its callers. */
const BEARS =
  /at least|minimum|handle|support|sustain|process|throughput|최소|처리|至少|处理|支持|最低|処理|mindestens|verarbeiten|au moins|supporter|traiter|al menos|como minimo|soportar|procesar|pelo menos|no minimo|suportar|almeno|gestire|не менее|обрабатыв/u;
const LIMITS =
  /limit|throttl|\bmax|at most|no more than|exceed|per (?:user|ip|client|account)|제한|限|lim[ií]t|limite|begrenz|hochstens|最多|上限|огранич|не более/u;

function rate({ value, per = '' }: Record<string, string>, text: string): Reading {
  const unit = new RegExp(`^(?:${SECOND})$`, 'u').test(per)
    ? 'per-second'
    : new RegExp(`^(?:${MINUTE})$`, 'u').test(per)
      ? 'per-minute'
      : 'per-hour';
  const category = BEARS.test(text) && !LIMITS.test(text) ? 'throughput' : 'rate-limit';
  return { category, ...amount(value), unit };
}

function availability({ value }: Record<string, string>): Reading {
  return { category: 'availability', ...amount(value), unit: 'percent' };
}

function latency({ value, unit = '' }: Record<string, string>): Reading {
  const said = amount(value);
  const milliseconds = /^(?:ms|mill|милли|毫秒|ミリ|밀리)/.test(unit);
  return said.value !== undefined
    ? { category: 'latency', value: said.value * (milliseconds ? 1 : 1000), unit: 'ms' }
    : { category: 'latency' };
}

function bytes({ value, unit = '' }: Record<string, string>): Reading {
  const said = amount(value);
  const size = unit.startsWith('k') ? 1024 : unit.startsWith('m') ? 1024 ** 2 : 1024 ** 3;
  return said.value !== undefined
    ? { category: 'body-size', value: said.value * size, unit: 'bytes' }
    : { category: 'body-size' };
}

function retention({ value, unit = '' }: Record<string, string>): Reading {
  const said = amount(value);
  const days = /^(?:m|мес|个月|개월)/.test(unit)
    ? 30
    : /^(?:y|a|j(?!our)|лет|年|년)/.test(unit)
      ? 365
      : 1;
  return said.value !== undefined
    ? { category: 'retention', value: said.value * days, unit: 'days' }
    : { category: 'retention' };
}
