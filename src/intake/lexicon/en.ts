import type { Lexicon } from './lexicon.ts';

const able =
  '(?:(?:should|must|shall|will|can|could|may|might|would|needs? to|ha(?:s|ve) to|(?:is|are|be) able to|(?:is|are|be) required to|wants? to|also|always|typically)\\s+)*';
const keeps =
  '(?:stores?|records?|saves?|keeps?(?: track of)?|tracks?|captures?|holds?|maintains?|logs?|collects?|registers?|remembers?|persists?)';
const noun = "[\\p{L}][\\p{L}\\p{N} '/-]{1,40}?";
const makes =
  '(?:creat|add|register|submit|book|plac|record|enter|mak|open|request|report|fil|schedul|log|issu|post|publish)(?:t?ing|e|er|ter)?';

export const en: Lexicon = {
  language: 'en',
  names: {
    email: 'e[ -]?mail(?: address)?',
    phone: 'phone(?: ?number)?|mobile(?: ?number)?|telephone|fax|cell(?: ?phone)?|whatsapp',
    url: 'url|link|website|web ?site|homepage|uri',
    secret:
      'password(?: ?hash| ?digest)?|passwd|pwd|passcode|pin code|secret|api key|hashed password',
    money:
      'price|amount|cost|total(?: ?(?:price|amount|cost))?|subtotal|fee|(?:hourly|nightly|daily|weekly|monthly|yearly|annual|room|base|flat|day) rate|budget|salary|balance|revenue|payment amount|wage|tax|discount amount|hourly rate|rent|fare|deposit|unit price',
    datetime:
      'datetime|date ?time|timestamp|date and time|start time|end time|time stamp|expiry time|scheduled time|last (?:login|seen|updated)',
    date: 'date|due|deadline|birthday|dob|day of birth|birth ?day|valid until|valid from|expiry|expires on',
    integer:
      'copies|quantity|qty|count|number of \\w+|stock(?: ?level)?|age|year|duration|minutes|hours|days|months|weeks|capacity|position|sort order|display order|order index|sequence|rank|level|points|score|size|floor|rooms|seats|mileage|pages|attempts|views|likes|inventory|step|priority number|version number|minimum stock|threshold|limit|quota|headcount|credits|floors|copies|servings|portions',
    number:
      'rating|weight|height|width|length|latitude|longitude|lat|lng|lon|temperature|distance|area|volume|ratio|average|calories|speed|depth',
    percent: 'percent(?:age)?|discount|vat|commission|interest rate|tax rate|completion',
    boolean:
      '(?:is|has|can|should|was|allow|enable|show)[ _]\\w+.*|active|enabled|disabled|completed|done|paid|verified|archived|published|available|visible|approved|confirmed|deleted|frozen|locked|public|private|read|favou?rite|in stock|checked|blocked|suspended|featured|cancelled|required|mandatory|anonymous|billable|urgent flag|flag',
    text: 'description|notes?|comments?|content|body|text|bio|biography|summary|details?|instructions?|message|remarks?|feedback|reason|about|explanation|abstract|review text|answer|diagnosis|symptoms?|ingredients text|cover letter|requirements',
    json: 'metadata|settings|preferences|configuration|config|payload|options json|working hours|opening hours|schedule json|attributes json',
    uuid: 'uuid|guid',
    list: 'tags|labels|keywords|photos|images|pictures|attachments|links|phones|emails|skills list|hobbies|languages|allergies|allergens|ingredients|skills|symptoms|interests|amenities|topics|genres|steps|certifications|qualifications|dietary (?:preferences|restrictions|requirements)',
  },
  types: {
    string:
      'string|str|varchar2?|nvarchar|char(?:acter)?(?: varying)?|short ?text|single[ -]line(?: text)?|citext|slug|nanoid|cuid|objectid|ulid|text ?field|textbox|hex|color|image|file|photo|binary|blob|bytea|alphanumeric|charfield|time|ip(?: ?address)?',
    text: 'text|long ?text|medium ?text|tinytext|clob|markdown|rich ?text|html|multi[ -]?line(?: text)?|text ?area|paragraph|free ?text|textfield',
    integer:
      'int(?:eger)?(?:\\d+)?|i(?:16|32|64)|u(?:8|16|32|64)|bigint|smallint|tinyint|serial|bigserial|long|short|whole number|count|auto ?increment|positive integer|integerfield|year|number \\(int(?:eger)?\\)|timestamp number|minutes|seconds|hours|days',
    number: 'number|numeric value|float(?:\\d+)?|double(?: precision)?|real|f32|f64|floatfield',
    decimal: 'decimal|numeric|bigdecimal|decimalfield|dec',
    money: 'money|currency|price|amount|monetary|usd|eur|gbp|dollars?|euros?',
    boolean:
      'bool(?:ean)?|flag|checkbox|yes ?[/-] ?no|true ?[/-] ?false|toggle|switch|bit|booleanfield',
    date: 'date|local ?date|calendar date|day|date ?only|datefield',
    datetime:
      'date[ -]?time(?:offset|tz)?|timestamp(?:tz)?(?: with(?:out)? time ?zone)?|instant|iso ?(?:8601)?(?: date)?(?: string)?|date and time|date & time|offsetdatetime|local ?date ?time|zoneddatetime|time ?stamp|datetimefield|datetimeoffset',
    uuid: 'uuid(?:v\\d)?|guid|uniqueidentifier',
    email: 'e-?mail(?: address)?|emailstr|emailfield',
    url: 'url|uri|link|hyperlink|httpurl|urlfield|web address|image url',
    phone: 'phone(?: number)?|tel(?:ephone)?',
    json: 'jsonb?|object|map|dict(?:ionary)?|record|any|struct|jsonfield|hash',
    enum: 'enum(?:eration)?|enumerated|select|dropdown|choice|radio|single select|pick ?list|options?',
    list: 'list|array|set|collection|multi[ -]?select',
    reference:
      'foreign key(?: to| of| references?)?|fk(?: to)?|references?(?: to)?|ref(?: to)?|relation(?: to)?|belongs to|linked to|link to|foreignkey|relationship(?: to| with)?|lookup|manytoone|many-to-one(?: to)?|pointer to|id of',
    secret: 'password|secret|hash|hashed|hashed string|password hash|encrypted|bcrypt hash',
    percent: 'percent(?:age)?|%',
  },
  headers: {
    name: 'field(?: ?names?)?|fields?|column(?: ?names?)?|columns?|attribute(?: ?names?)?|attributes?|propert(?:y|ies)(?: ?names?)?|data element|element|name|variable|parameter|key|data item|member',
    type: '(?:data ?|field ?|column ?)?types?|data ?type|format|datatype|kind',
    description:
      'descriptions?|meaning|notes?|comments?|details?|remarks?|explanation|purpose|what|designation|info(?:rmation)?|definition|usage',
    required:
      'required|mandatory|req\\.?|obligatory|required\\?|is required|m/o|presence|not null|necessity',
    null: 'null|nullable|allow null|nulls|is null',
    optional: 'optional|optional\\?',
    unique: 'unique|uniqueness|unique\\?',
    default: 'defaults?(?: ?values?)?|initial(?: value)?',
    constraints:
      'constraints?|rules?|validations?|restrictions?|modifiers?|attributes|limits?|requirements?|extra|properties|flags|conditions?',
    values:
      '(?:allowed |possible |valid |permitted )?values?|options|enum(?: values)?|range|domain|choices',
    entity:
      'entit(?:y|ies)|tables?|models?|collections?|data ?objects?|class(?:es)?|resources?|domain objects?|objects?|aggregates?|types?|data entit(?:y|ies)|entity name|table name|business objects?|record types?|things?|concepts?',
    fields:
      '(?:key |main |core |important |primary )?(?:fields|attributes|columns|properties|data)(?: included| stored)?|key attributes?|key data|contains|data (?:fields|elements|stored)|what (?:it|we) (?:stores?|keeps?|records?|knows?|needs?)(?: about (?:it|them|each))?|what is (?:stored|kept|recorded|known)',
    label: 'labels?|display ?name|title|caption|ui label',
    key: 'keys?|pk/fk|pk|fk|key type|index',
    length: 'length|size|max(?:imum)? ?length|max|len',
    relations:
      'relations?|relationships?|references?|foreign keys?|links?|related (?:to|entities)|associations?',
    example: 'examples?|sample(?: value)?s?',
  },
  flags: {
    required:
      'required|mandatory|not null|non-?null(?:able)?|obligatory|must (?:be )?(?:provided|present|given|filled|not be (?:empty|null|blank))|cannot be (?:empty|null|blank)|not empty|notnull|notblank|non-empty|compulsory|must have',
    optional:
      'optional|nullable|null|not required|may be (?:empty|null|omitted|blank)|can be (?:empty|null|omitted|blank)|if (?:any|available|applicable|present|known|provided)|none|blank ?= ?true|null ?= ?true|n/a|not mandatory|undefined|default null',
    unique: 'unique|uniq|no duplicates?|must be unique|@unique|distinct|one of a kind|uk',
    automatic:
      'auto(?:matic(?:ally)?)?(?:[ -](?:generated|set|assigned|calculated|computed|updated|recorded|increment(?:ed)?|incrementing))?|system[ -]generated|generated(?: by (?:the )?(?:system|server|database|service))?|computed|derived|calculated|set by (?:the )?(?:system|server|database|backend|service)',
    yes: 'yes|y|true|x|✓|✔|✅|☑|●|○|•|required|mandatory|always|m|1|t',
    no: 'no|n|false|-|–|—|✗|✘|❌|optional|0|nullable|o|never|f',
    default:
      'defaults?(?: ?values?)?(?: ?(?:to|is|as))?|initially|initial(?: value)?(?: is)?|defaulting to|auto_now_add',
    key: 'primary ?key|pk|@id|auto ?increment|unique id(?:entifier)?',
    readOnly:
      "read[ -]?only|immutable|not editable|cannot be (?:changed|edited|modified)|can'?t be (?:changed|edited)|never changes|write[ -]once",
    secret:
      'hashed|encrypted|write[ -]?only|never (?:returned|shown|exposed)|secret|hash|bcrypt|argon2(?:id)?|not returned',
    conditional: 'if|when|unless|only for|conditional(?:ly)?|depends|depending',
    foreignKey:
      'foreign key|fk|references?|refers to|ref|reference to|relation to|linked to|links to|points to|belongs to|id of (?:the )?',
    positive: 'positive|greater than (?:0|zero)|> ?0|more than (?:0|zero)|above (?:0|zero)',
    notNegative:
      'non-?negative|not negative|>= ?0|≥ ?0|0 or more|zero or more|must not be negative|cannot be negative',
    atLeast: 'at least|min(?:imum)?(?: of| is)?|no less than|not less than|from|>=|≥',
    atMost:
      'at most|max(?:imum)?(?: of| is)?|up to|no more than|not more than|less than or equal to|<=|≤|limited to',
    characters: 'characters?|chars?|letters?|symbols?|length|long|digits?',
  },
  and: 'and|as well as|plus|&',
  or: 'or',
  articles:
    "an?|the|each|every|all|any|this|that|these|those|its|their|his|her|our|my|your|new|existing|some|one|more|multiple|several|many|own|related|associated|various|different|specific|particular|individual|basic|relevant|available|upcoming|active|past|recent|pending|completed|confirmed|full|detailed|complete|simple|personal|additional|other|following|user's|open|closed|archived|deleted|cancelled|expired|overdue|unread|published|approved|rejected|accepted|unpaid|inactive|disabled|previous|duplicate|invalid|valid|selected|long-term|short-term",
  aroundNames:
    'master data|base data|meta ?data|entit(?:y|ies)|tables?|models?|collections?|objects?|attributes?|fields?|columns?|schema|data(?: model| fields| structure| object| types?| shapes?)?|propert(?:y|ies)|details|information|info|records?|management|manage|crud|module|resource|class|type|interface|struct|document|registration|operations|administration|(?:data )?definition|profile data|structure|dto|aggregate|domain',
  fieldWords:
    'attributes?|fields?|propert(?:y|ies)|columns?|data fields?|data|details|information|characteristics|includes?|contains?|have|has|consists? of|with|comprises?|capture[sd]?|following|shall (?:include|have|contain)|must (?:include|have|contain)|should (?:include|have|contain)|composed of|made (?:up )?of|inputs?|required data',
  manage:
    'creating|adding|registering|managing|recording|storing|saving|editing|updating|deleting|tracking|maintaining|organi[sz]ing|scheduling|handling|keeps|stores|manages|create|add|register|manage|record|store|save|edit|update|delete|remove|track|maintain|log|archive|mark|assign|cancel|reschedule|crud|list|enter|submit|publish|post|import|upload|schedule|book|place|issue|handle|organi[sz]e|catalog|file|modify|define|read|retrieve|fetch|view|insert',
  managing:
    'management|registration|crud|administration|tracking|maintenance|catalog(?:ue)?|registry|records?|bookkeeping|handling|creation',
  has: [
    // "We keep the name, the phone and the address of each owner."
    new RegExp(
      `^(?:[\\p{L}][\\p{L} '-]{0,40}?\\s+)?${able}${keeps}\\s+(?:the\\s+|their\\s+|its\\s+)?(?<fields>[\\p{L}][^.;:()]{2,160}?)\\s+(?:of|for|about)\\s+(?:each|every|all|any|an?|the)\\s+(?<entity>${noun})(?:\\s+(?:in|on|to|so|when|who|that|which|using|via)\\s.*)?\\.?$`,
      'iu',
    ),
    new RegExp(
      `^(?:(?:each|every|an?|the|all|one|any)\\s+)?(?<entity>[\\p{L}][\\p{L}\\p{N} '\\-/]{1,50}?)\\s+(?:records?\\s+|entit(?:y|ies)\\s+|objects?\\s+|entries\\s+|data\\s+|profiles?\\s+|details?\\s+|information\\s+)?${able}(?:has|have|having|contains?|includes?|consists? of|comprises?|stores?|(?:is|are) (?:described|defined|identified|made up|characteri[sz]ed|composed) (?:by|of)|(?:be |is |are )?(?:stored|created|registered|saved|recorded|kept|listed|displayed) with|records?|holds?|captures?|is represented by|keeps?|logs?|tracks?|lists?|carr(?:y|ies)|bears?)(?:\\s+|\\s*(?=:))(?:both\\s+|the following\\s*(?:fields|attributes|properties|data|information|details)?\\s*[:-]?\\s*|(?:fields|attributes|properties|columns|data|information|details)(?: such as| like)?\\s*[:-]?\\s*|:\\s*)?(?<fields>.+)$`,
      'iu',
    ),
    // "A mechanic opens a repair order with a description, an estimated cost and a promised date."
    new RegExp(
      `^.{0,120}?(?<![\\p{L}])(?:an?|each|every|a new|one)\\s+(?<entity>[\\p{L}-]+(?: [\\p{L}-]+){0,2})\\s+with\\s+(?:the following\\s+)?(?<fields>.+)$`,
      'iu',
    ),
    // "A rental links a customer to a car, with a start date and a price."
    new RegExp(
      `^(?:an?|each|every)\\s+(?<entity>[\\p{L}-]+(?: [\\p{L}-]+)?)\\s+(?:links?|connects?|assigns?|relates?|joins?|is|belongs?|refers?|covers?|describes?|represents?)\\s.{3,90}?,?\\s+with\\s+(?<fields>(?:an?|the|its)\\s.+)$`,
      'iu',
    ),
    // "Members: we need their name and birthday."
    new RegExp(
      `^(?<entity>${noun})\\s*[:–-]\\s*(?:we|the system|the app|users?)\\s+${able}(?:needs?|wants?|${keeps})(?: to (?:know|store|record|keep))?\\s+(?:their|its|the)\\s+(?<fields>.+)$`,
      'iu',
    ),
    // "When registering a parcel, the clerk enters …", "To report a fault, users must give …"
    new RegExp(
      `^(?:when|while|on|upon|to|for|in order to)\\s+${makes}\\s+(?:(?:an?|the|new|their|each|every)\\s+)*(?<entity>${noun}),?\\s+(?:(?:the|an?)\\s+)?[\\p{L}][\\p{L} ]{1,25}?\\s+${able}(?:enters?|provides?|specif(?:y|ies)|gives?|suppl(?:y|ies)|fills? in|states?|records?|stores?|sets?)\\s+(?<fields>.+)$`,
      'iu',
    ),
  ],
  including:
    'with(?: the)?(?: following)?(?: details| fields| attributes| information| properties| data| columns)?(?: such as| like| including)?|including|with details such as|such as|\\(e\\.g\\.|i\\.e\\.|containing|having|which (?:has|have|includes?|contains?)|that (?:has|have|includes?|contains?|consists of)|consisting of|by (?:entering|providing|specifying|filling in)|by its|specifying|providing|indicating|along with(?: their| its)?|together with(?: their| its)?|comprising|where each (?:\\w+ )?has|each with|each having',
  stopNouns:
    "financial|operational|technical|administrative|organi[sz]ational|clinical|educational|analytical|strategic|commercial|system (?:response|behaviou?r|action|output|reaction)s?|user actions?|gamification|moneti[sz]ation|personali[sz]ation|locali[sz]ation|display|visuali[sz]ation|time ?frame|user interface|upload|file upload|bulk upload|bulk import|profile|need|needed|included|cart page|system|application|app|software|platform|website|site|web|page|screen|window|view|form|button|menu|dashboard|report|chart|graph|statistics?|summary|panel|modal|popup|dialog|tab|icon|layout|interface|ui|ux|api|endpoint|route|service|microservice|server|client side|backend|frontend|database|db|table|data|information|info|detail|record|field|attribute|column|entity|model|schema|object|feature|function|functionality|requirement|specification|documentation|doc|readme|file system|folder structure|path|file path|folder path|code|source code|repository|repo|unit test|test case|coverage|deployment|container|docker|pipeline|ci|environment|configuration|config|log|logging|monitoring|metric|kpi|performance|security|authentication|authorization|auth|login|logout|sign ?up|sign ?in|register|registration|password|token|jwt|cookie|access|access control|validation|error|exception|notification system|search|filter|filtering|sort|sorting|pagination|export|import|csv|pdf|excel|json|xml|backup|version history|change|change history|timeline|roadmap|deliverable|stakeholder|objective|scope|overview|introduction|background|purpose|problem|solution|risk|assumption|constraint|dependency|limitation|glossary|definition|abbreviation|appendix|reference|example|sample|workflow|process|flow|lifecycle|state|status|type|name|id|identifier|key|value|number|date|time|list|index|crud|crud operation|operation|state machine|transition|rule|business rule|logic|integration|third party|external service|webhook|queue|job|background job|cron|scheduler|cache|email|sms|user interface|user experience|user story|acceptance criteria|use case|functionality|capability|behaviou?r|mechanism|ability|support|access|preference|dark mode|translation|localization|format|input|output|result|response|parameter|argument|query|command|cli|terminal|library|framework|plugin|technology|stack|architecture|infrastructure|network|cloud|storage|memory|cpu|browser|mobile|desktop|screen reader|keyboard|mouse|click|scroll|drag|animation|transition|colou?r|font|logo|header|footer|sidebar|navigation|navbar|link|url|content|text|title|description|label|placeholder|tooltip|badge|grid|row|cell|chapter|part|area|region|zone|space|everything|anything|something|nothing|thing|way|need|user need|end user|organi[sz]ation|customer support|developer|development|product owner|moderator|visitor|actor|human|anyone|everyone|account settings|home|homepage|landing page|main page|detail page|list page|about page|mvp|poc|prototype|demo|draft|final|v1|v2|p0|p1|p2|high|medium|low|must|should|could|won't|yes|no|n/a|tbd|none|all|other|misc|general|basic|advanced|core|main|primary|secondary|minimum|maximum|default|custom|new|old|current|previous|next|first|last|total|average|count|sum|calculation|algorithm|ai|ml|llm|prompt|insight|analytics|analysis|trend|history|audit trail|real[- ]time update|update|crud api|rest api|http|https|status code|quality|availability|reliability|scalability|usability|maintainability|accessibility|compliance|gdpr|wcag|privacy|encryption|rate limit|uptime|latency|throughput|load|traffic|compatibility|portability|data model|data type|data structure|domain|domain model|relationship|relation|association|cardinality|primary key|foreign key|constraint|migration|seed|seed data|fixture|mock|stub|stakeholder|success|failure|success metric|success criteria",
  noData:
    "no persist\\w*|not persist\\w*|nothing (?:is|will be) (?:stored|saved|persisted)|no (?:data|history|state|information|user data|personal data) (?:is|are|will be)? ?(?:stored|saved|kept|persisted|collected|retained)|no (?:database|db|back-?end|server|storage|data storage|account|data persistence|data model)s?(?: (?:is |are )?(?:required|needed|used|involved))?(?=[\\s.,;)]|$)|without (?:a |any )?(?:database|back-?end|server|persistence|storage)|stateless between|(?:client|front-?end)[ -](?:side )?only|purely (?:client|front-?end)|runs? (?:entirely|completely|fully|only|100%) (?:in the browser|locally|offline|client-side|on-device)|in-memory only|does not (?:store|save|persist|collect|retain|require a (?:database|backend|server))|doesn't (?:store|save|persist|collect)|no save/?load|no server-side|static (?:site|website|web ?page|html)|(?:marketing|brochure|promotional) (?:web ?)?site|not saved|fire-and-forget|no tracking|serverless static|no data (?:collection|model|entities)",
  tool: 'command[ -]line|cli\\b|terminal|console (?:app|application|program|tool|utility)|tui\\b|stdin|stdout|stderr|--[a-z][a-z-]+|flags?\\b|library|npm package|pip install|cargo|crate|sdk\\b|plug-?in|extension|browser extension|chrome extension|vs ?code extension|menu bar|hotkey|shortcut|keyboard shortcuts?|clipboard|daemon|compiler|interpreter|parser|linter|formatter|game|player|enemy|enemies|sprite|canvas|score ?board|high ?score|level design|gameplay|physics|collision|rpg|npcs?|dungeons?|hit points|boss (?:fight|battle)|save ?game|videogame|render(?:ing|er)?|shader|animation|landing page|portfolio|redesign(?:ing|ed)?|restyl(?:e|ing)|visual (?:design|hierarchy|indicator)|ui (?:principle|system|component|pattern)|design (?:token|system|language)|colou?r (?:system|scheme|palette)|rounded corner|shadow|glassmorphism|gradient|white ?space|spacing|hover (?:state|effect)|tailwind(?: css)?|breakpoint|iconography|tap target|touch target|hero section|call to action|seo|wordpress theme|css|typography|palette|figma|firmware|microcontroller|arduino|raspberry pi|gpio|sensor driver|kernel|driver|neural network|train(?:ing)? (?:a )?model|dataset|hyperparameter|notebook|jupyter|scraper|crawler|bot|script|macro|makefile|dockerfile|helm chart|terraform|pipeline|benchmark|unit converter|calculator|simulator|simulation|emulator|screensaver|wallpaper|widget|theme|dotfiles|prompt template|system prompt|agent skill|static site|markdown (?:file|editor|viewer)|converter|encoder|decoder|downloader|wrapper|protocol|binary format|algorithm|visuali[sz](?:er|ation)|migrat(?:e|ion) (?:to|from)|refactor(?:ing)?|upgrade (?:to|from)|code ?base|pull request|lint|monorepo',
  noLogin:
    'no (?:login|log-?in|authentication|auth|accounts?|user accounts?|sign-?up|sign-?in|registration|user management)(?: (?:is |are )?(?:required|needed|necessary|used))?|without (?:login|log-?in|authentication|accounts?|signing in|registration)|public(?:ly)? (?:api|accessible|service)|(?:login|authentication|accounts?|auth|registration) (?:is|are) (?:not (?:required|needed|necessary|in scope|part)|out of scope)|not require (?:login|authentication|an? account|users? to log ?in|registration)|anonymous access only|single[- ]user(?: app| tool| system)?',
  denies: [
    /(?:^|[.;,:]\s*)(?:there (?:is|are|will be) )?no (?:separate |own |dedicated )?(?:table|entity|model|collection) (?:of|for) (?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)])/iu,
    /(?<entity>[\p{L} -]{2,40}?) (?:is|are|will be|shall be|should be) (?:not|never) (?:an? )?(?:stored|saved|persisted|kept|recorded|entit(?:y|ies)|tracked|modell?ed|separate entit(?:y|ies)|in scope|part of (?:the|this) (?:mvp|scope|system|release))/iu,
    /(?:does|do|will|shall) not (?:store|save|persist|keep|record|track|support|include|handle|manage) (?<entity>[\p{L} -]{2,40}?)(?=$|[.,;()])/iu,
  ],
};
