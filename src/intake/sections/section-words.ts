import type { SectionKind } from './section-kind.ts';

/**
 * Words of headings, folded (lower case, no accents), for every language at once; the first kind
 * that matches wins, so what must not be believed comes first.
 */
export const sectionWords: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'contents',
    /^(?:table of contents|contents|toc|indice|sumario|inhalt(?:sverzeichnis)?|table des matieres|sommaire|目次|目录|目錄|목차|содержание|оглавление|spis tresci|icindekiler)$/,
  ],
  [
    'out-of-scope',
    /out[ -]of[ -]scope|^not (?:now|yet|planned|needed|required|part of (?:this|the) \w+|for now|covered|in (?:this|the first) (?:version|release))|(?:we|it) (?:do|does|will|need) ?n[o']t (?:do|need|cover|handle|include)|non[ -]?goals?|not in scope|not included|exclu(?:ded|sions?|siones|soes)|won'?t (?:do|have)|^out$|fuera (?:de|del) alcance|fora d[oe] escopo|hors (?:perimetre|scope|champ)|fuori (?:ambito|scope)|nicht[ -]ziele|nicht im (?:umfang|scope)|ausserhalb des|abgrenzung|ausschlusse|対象外|スコープ外|範囲外|除外|やらないこと|非目标|不在范围|范围之外|不做|不包含|범위 ?외|제외|비목표|вне (?:рамок|scope|области)|не входит|не-цели|buiten scope|poza zakresem|kapsam dis/,
  ],
  [
    'future',
    /future|(?<!no )later|refactor|refator|mais tarde|mas adelante|plus tard|piu tardi|roadmap|next steps|nice[ -]to[ -]have|stretch|backlog|enhancements?|post[ -]mvp|phase [2-9]|someday|futur[oa]s?|proxim[oa]s|evolutions? futures|evolutions|perspectives|sviluppi futuri|zukunft|spater|ausblick|erweiterungen|将来|今後|拡張|フェーズ ?[2-9２-９]|未来|后续|後續|扩展|향후|추후|будущ|планы развития|дальнейш|przyszl|gelecek/,
  ],
  [
    'history',
    /change ?log|revision history|version history|document (?:history|control|info)|^(?:(?:recent|latest|document|version|log of) )?changes?$|history of changes|historial de (?:cambios|versiones|revisiones)|historico de (?:alteracoes|versoes|revisoes)|historique d|cronologia|anderungs(?:historie|verlauf)|versionshistorie|改訂履歴|変更履歴|更新履歴|修订|变更(?:记录|历史)|版本(?:记录|历史)|변경 ?이력|개정 ?이력|история изменений|informacoes do documento|informacion del documento|informations du document|dokumentinformation|文档信息|文書情報|문서 정보|sign[ -]?off|approvals?$|승인$/,
  ],
  [
    'schedule',
    /change management|変更管理|ワークフロー面|品質面|ドキュメント面|变更管理|변경 관리|contributing|contribution|git workflow|conventions?$|entwicklungsprozess|development process|proceso de desarrollo|processo de desenvolvimento|schedule(?!r)|timeline|mile ?stones?|delivery plan|work ?plan|implementation plan|sprints?|phases?$|deadlines?|deliverables?|cronograma|calendario de|planning|echeancier|livrables|entregables|entregaveis|zeitplan|meilensteine|lieferumfang|スケジュール|マイルストーン|工程|成果物|里程碑|进度|计划|排期|交付|일정|마일스톤|산출물|сроки|план работ|этапы|harmonogram/,
  ],
  [
    'questions',
    /open (?:questions?|issues?|points?)|known (?:gaps|issues)|questions?$|unresolved|tbd|to be (?:decided|defined|confirmed)|preguntas|cuestiones (?:abiertas|pendientes)|pendientes|perguntas|questoes em aberto|pendencias|questions ouvertes|points ouverts|domande aperte|offene (?:fragen|punkte)|未決|未確定|^課題$|未解決|懸念|待(?:确认|定|解决)|未决|疑问|미정|미결|열린 질문|открытые вопросы|вопросы/,
  ],
  [
    'testing',
    /^test(?:s|ing)?\b|test (?:cases?|plan|strategy|scenarios?)|testing|quality assurance|\bqa\b|coverage|pruebas|testes|plan de test|recette|tests?$|testfalle|testplan|テスト|检验|测试(?!资产)|테스트|тестирован|testy/,
  ],
  [
    'tech',
    /(?:hardware|software|communications?|system) interfaces?$|design (?:and implementation )?constraints?$|restricciones de diseno|restricoes de (?:projeto|design)|module structure|tech(?:nolog|nical|nologies)?\b|tech[ -]?stack|stack|architect|infrastructure|deployment|hosting|environment|dev ?ops|project structure|folder structure|file structure|directory|directories|dependenc|install|setup|build|technolog|arquitect|arquitet|tecnolog|infraestructura|infraestrutura|despliegue|implantacao|instalacion|estructura (?:de|del)|estrutura (?:de|do)|architektur|technologie|technik|projektstruktur|technique|dossier|技術|(?:[a-z]+|.+の|設計|実装|処理|運用|移行|構築)?方針$|アーキテクチャ|システム構成|ファイル構成|環境|技术|架构|部署|环境|依赖|结构|目录|기술|아키텍처|환경|배포|구조|технолог|архитектур|стек|инфраструктур|развертыван|языки программирования|technolog|mimari/,
  ],
  [
    'ui',
    /component design|report(?:s|ing)?$|reporting|dashboards?|statistics|analytics|reportes?|informes?|relatorios?|rapports?$|tableaux? de bord|berichte?|auswertung|statistik\w*|レポート|帳票|ダッシュボード|統計|报表|报告|仪表|看板|统计|리포트|보고서|대시보드|통계|отчет\S*|статистик\S*|\bui\b|\bux\b|user interface|wire ?frames?|mock ?ups?|screens?\b(?!ing)|pages?$|layout|navigation|design system|visual|look and feel|typograph|colou?rs?|branding|styles?|interfaz|pantallas|interface (?:do|de) usuario|telas|ecrans|maquettes|ihm|charte graphique|interfaccia|schermate|oberflache|bildschirme|benutzeroberflache|画面|デザイン|レイアウト|界面|页面|设计规范|화면|디자인|레이아웃|интерфейс|экран|дизайн|страниц|ekran/,
  ],
  [
    'history',
    /references?$|related documents?|links?$|appendix$|bibliograph|referencias|関連ドキュメント|参考|参考资料|참고|ссылки|literatur/,
  ],
  [
    'glossary',
    /glossar|definitions?|terminolog|terms?$|abbreviat|acronym|definiciones|definicoes|begriffe|用語|术语|名词|용어|термин|определения|slownik/,
  ],
  [
    'quality',
    /^(?:authentication|authorization|auth|security|threat|deployment|business|pricing|revenue) models?$|^mode(?:l|ll)[oe] (?:economique|economico|de negocios?|de monetizac\S+|di business|d['’]affaires)$|non[ -]?functional|retention|backups?|archiv\w+ data|data (?:privacy|protection|security|migration|quality)|datenschutz|quality (?:attributes?|requirements?)|performance|security|scalab|reliab|availab|usabilit|accessib|maintainab|compliance|no funcional|nao[ -]?funciona|non fonctionnel|performances?|securite|non funzional|nicht[ -]?funktional|qualitat|sicherheit|leistung|非機能|性能|セキュリティ|非功能|安全|비기능|성능|보안|нефункциональн|производительн|безопасн|niefunkcjonaln/,
  ],
  [
    'lifecycle',
    /life ?cycles?|state (?:machine|model|diagram|transition)s?|status (?:flow|transition|machine)|states?$|ciclo de vi(?:da|ta)|estados?$|maquina de estados|cycle de vie|etats?$|stati$|zustand|statusubergang|状態遷移|ライフサイクル|ステータス遷移|状态(?:机|流转|转换)|生命周期|상태 ?전이|생명주기|жизненный цикл|состояния|статусы/,
  ],
  [
    'data',
    /data ?(?:base|bank)? ?(?:models?|schemas?|structures?|shapes?|dictionar|design|definitions?|requirements?|entit|tables?|storage|objects?)|domain (?:model|objects?|entit)|entit(?:y|ies|e|es|a|at|aten|aeten)\b|entidad(?:es)?|entidade(?:s)?|schemas?\b|er[ -]?(?:d|diagram|model)\b|\bmodels?$|persistence|^data$|^(?:master|reference|base) data$|^(?:stamm|grund|referenz|bewegungs|basis)?daten$|^donnees de (?:reference|base)$|^referentiels?$|^dati anagrafici$|^anagrafich?e$|^data to (?:be )?(?:store|keep|manage|record)\w*|^(?:the )?(?:data|information|records?|things?) (?:we|it|the \w+) (?:store|keep|hold|manage|record|track)s?$|^what (?:we|it|the (?:system|service|app)) (?:needs? to |must |should |will |has to |have to )?(?:store|keep|hold|remember|record|track|know)s?(?: about)?$|^que (?:\S+ ){0,4}?(?:guarda|guardamos|registra|registrar|almacen|conserva)|^was (?:\S+ ){0,4}?(?:speicher|erfass|festhalt|verwaltet|gespeichert|aufbewahr)|^ce qu\S* (?:\S+ ){0,5}?(?:enregistr|conserv|gard|stock|memoris)|^o que (?:\S+ ){0,4}?(?:guarda|armazen|registra|salva)|^cosa (?:\S+ ){0,4}?(?:salv|registra|conserva|memorizza|tenere)|^wat (?:\S+ ){0,4}?(?:bewa|opgeslagen|opslaan|bijhoud|vastleg)|^(?:main |core |key )?(?:concepts|records)$|^database$|tables?$|collections?$|objects?$|modelos?(?: de)?(?: dados| datos|$)|dados$|datos$|base de (?:datos|dados|donnees)|banco de dados|esquema|dicionario|diccionario|modele|donnees|mcd\b|dati$|modello dati|entita|daten(?:modell|bank|struktur|objekte)|domanenmodell|fachmodell|^(?:业务|核心|主要)(?:对象|实体)|^業務オブジェクト|^管理対象$|^(?:업무|비즈니스) ?(?:객체|오브젝트)|^geschaftsobjekte|^fachobjekte|бизнес-(?:сущности|объекты)|データ|テーブル|エンティティ|数据(?:模型|库|结构|表|字典|设计)|实体|데이터 ?(?:모델|베이스|구조|설계|사전)|엔[티터]티|테이블|модел[ьи] данных|база данных|сущност|структура данных|таблицы|model danych|veri modeli/,
  ],
  [
    'roles',
    /roles?\b|^(?:the )?(?:users?|people)$|^who (?:uses|will use|can use|works? with|may)\b|permissions?|access (?:control|rights|levels?)|user (?:types?|groups?|classes|profiles)|actors?|personas?(?![a-z])|stakeholders?|target (?:users?|audience)|roles?$|permisos|actores|perfis|perfiles|papeis|permissoes|atores|acteurs|utilisateurs|profils|droits|ruoli|permessi|attori|rollen|berechtigungen|akteure|zielgruppe|benutzer(?:gruppen|rollen)|役割|権限|ロール|アクター|ユーザー種別|対象ユーザー|角色|权限|用户(?:类型|角色)|역할|권한|대상 ?사용자|роли|права доступа|пользователи$|актор|uprawnienia/,
  ],
  [
    'stories',
    /user stor(?:y|ies)|stories|epics?|historias? de usuario|historias? de usuari|recits? utilisateur|user story|storie utente|nutzergeschichten|ユーザーストーリー|用户故事|사용자 스토리|пользовательск\S+ истори/,
  ],
  [
    'workflow',
    /work ?flows?|user flows?|process(?:es)?$|procedures?|flows?$|journeys?|scenarios?|use cases?|flujos?|procesos|casos? de uso|fluxos?|processos|parcours|cas d'utilisation|scenari|flussi|ablauf|ablaufe|anwendungsfalle|prozesse|業務フロー|フロー|ユースケース|シナリオ|流程|用例|场景|업무 ?흐름|시나리오|유스케이스|сценари|процесс/,
  ],
  [
    'rules',
    /^(?:(?:what|things|this|these) )?(?:must|should|is|are) (?:always )?(?:be true|true|(?:to )?hold|not allowed|forbidden)$|^(?:the )?(?:must nots?|don'ts)$|^(?:checks|conditions)$|business (?:rules?|logic)|rules?$|constraints?|validations?|invariants?|polic(?:y|ies)|reglas|restricciones|validaciones|regras|restricoes|regles|contraintes|regole|vincoli|regeln|geschaftsregeln|einschrankungen|制約|ルール|規則|バリデーション|业务规则|规则|约束|校验|제약|규칙|правила|ограничен|reguly|kurallar/,
  ],
  [
    'integrations',
    /integrations?|external (?:systems?|services?|interfaces?)|third[ -]part|integraciones|integracoes|integrazioni|schnittstellen|外部(?:連携|システム|インタ)|连携|集成|外部系统|연동|외부 시스템|интеграц/,
  ],
  [
    'api',
    /\bapis?\b|query (?:semantics|param\w*)|^filtering\b|^pagination\b|end ?points?|routes?$|rest\b|graphql|rutas|rotas|接口|エンドポイント|엔드포인트|эндпоинт/,
  ],
  [
    'examples',
    /examples?$|samples?\b|seed|demo data|ejemplos?|exemplos?|exemples?|esempi|beispiele?|例$|サンプル|示例|样例|예시|пример/,
  ],
  [
    'overview',
    /^overall description$|product perspective$|intended audience|^descripcion general$|^descricao geral$|perspectiva d[eo]l? produc?to|beschreibung des produkts|produktperspektive|overview|introduction|background|summary|purpose|vision|goals?$|objectives?|problem(?: statement)?|context|motivation|about|scope$|risks?|assumptions?|success (?:metrics|criteria)|kpis?|metrics?$|(?:metricas|indicadores|metriques|indicateurs|metriche|indicatori) (?:de|do|d[eu]l?|di) (?:sucesso|exito|desempenho|desempeno|succes|reussite|performance|successo)|^(?:metricas|metriques|metriche)$|introduccion|objetivos?|alcance|vision general|resumen|problema|introducao|escopo|visao|presentation|objectifs?|contexte|introduzione|obiettiv|einleitung|ziele?$|uberblick|hintergrund|grundidee|前提(?:条件)?$|^ゴール$|考え方$|概要|目的|背景|はじめに|概述|背景|目标|简介|개요|목적|배경|введение|цел[ьи]|общие|назначение|wstep|cel$|amac|giris/,
  ],
  [
    'requirements',
    /product functions?$|funciones del producto|funcoes do produto|produktfunktionen|requirements?|features?|^what (?:it|we|the \w+|users?|people) (?:must|should|shall|needs? to|wants? to|has to|have to|can|will|does|do)(?: (?:be able to )?do)?$|^what (?:we|is) (?:want|need|needed|wanted|required)$|^must[ -]haves?$|^(?:the )?needs?$|^wishes$|functional|functionalit|requisitos|requerimientos|funciona(?:l|is)|funcionalidades|exigences|fonctionnalites|besoins|requisiti|funzional|anforderungen|funktionen|機能|要件|功能|需求|기능|요구|требован|функци|функционал|wymagania|gereksinim/,
  ],
];
