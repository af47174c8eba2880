import type { Language } from '../../words/language.ts';

/** How a language says that somebody writes an attribute down, in a sentence about one or two of them. */
export interface SaidWords {
  /** A word that such a sentence holds: without it nothing else is tried. */
  readonly sign: RegExp;
  /** "enters", "must choose": what follows are attributes. */
  readonly active: RegExp;
  /** "is recorded": what stands before are attributes. */
  readonly passive: RegExp;
  /** What is chosen may be a record. */
  readonly choosing: RegExp;
  /** What is chosen may be looked for, not kept. */
  readonly looking: RegExp;
  /** Where the attributes end: "when …", "which …", "so that …". */
  readonly end: RegExp;
  /** "to the order": whose attributes they are; with group `owner`. */
  readonly owner: RegExp;
  /** What a sentence may begin with before its subject: "When declining", up to a comma or as short as can be. */
  readonly lead: readonly RegExp[];
}

const noun = '(?<owner>\\p{L}[\\p{L}-]{2,30}(?: \\p{L}[\\p{L}-]{2,30})?)';

export const saidWords: Readonly<Partial<Record<Language, SaidWords>>> = {
  en: {
    sign: /enter|record|not(?:e|ing)|giv|stat|specif|cho+s|select|writ|add|attach|upload|provid|set|ke[ep]|have|stor|sav|tick|log|assign|captur|taken|stamp|mandatory|required|optional|compulsory|fill/i,
    active:
      /\s(?:(?:can|may|must|should|shall|will|has to|have to|had to|needs? to|is asked to|are asked to|then|also|automatically|optionally|always)\s+){0,3}(?:enters?|records?|notes?(?: down)?|gives?|states?|specif(?:y|ies)|chooses?|selects?|writes?(?: down)?|adds?|attach(?:es)?|uploads?|provides?|sets?|(?<=(?:can|may|must|should) )have|keeps?|stores?|saves?|logs?|assigns?|captures?|fills? in)\s+(?:down )?/i,
    passive:
      /\s(?:is|are|gets?|must be|has to be|have to be|needs? to be|can be|may be|should be|shall be|will be)(?: (?:also|then|always|automatically|optionally|only))* (?:recorded|stored|saved|kept|noted(?: down)?|set|captured|logged|entered|filled in|chosen|selected|attached|uploaded|added|assigned|taken down|written down|stamped|documented|specified|stated|given|mandatory|required|compulsory|optional)(?=[\s,.(;]|$)/i,
    choosing: /choos|select|assign|chosen/i,
    looking: /choose|select(?!ed)/i,
    end: /,?\s(?:and )?(?:may|can|must|should|will|when|if|so|so that|because|before|after|which|who|that|in case|at|from|into|until|as|per|by|using|via|in order|without|whenever|while|where|during|upon)\s|,\s(?:the|he|she|it|they|I|we|and then)\s|[;:]/i,
    owner: new RegExp(
      `\\s(?:to|for|on|of|with|in) (?:the|each|every|an?|their|his|her|its) ${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:at|upon|on) \p{L}+(?:-\p{L}+)?(?= the | an? )|(?:when|while|after|before) \p{L}+ing(?: \p{L}+)?(?= I | we | they | the | you )|for (?:each|every) \p{L}+(?= the )|then|optionally|finally)\s+/iu,
      /^(?:when|if|after|before|at|upon|on|during|for|once|while)\s[^,]{3,70},\s+/iu,
    ],
  },
  de: {
    sign: /erfass|notier|vermerk|angegeb|angeb|eintrag|eingetrag|hinterleg|wähl|gesetzt|setzt|festgeh|gespeichert|pflicht|optional|angehängt|zugeordnet|zugewiesen/i,
    active:
      /\s(?:(?:muss|müssen|kann|können|soll|sollen)\s(?:auch |dann |dabei |zusätzlich |man )*|(?:erfasst|notiert|vermerkt|hinterlegt|wählt|setzt|speichert)(?: (?:auch|dann|dabei|zusätzlich|automatisch))*\s)(?=\p{L})/iu,
    passive:
      /\s(?:wird|werden|ist|sind|muss|müssen|kann|können|soll|sollen)(?: (?:auch|dann|dabei|stets|immer|automatisch|vom System|optional))* (?:erfasst|notiert|vermerkt|angegeben|eingetragen|hinterlegt|gewählt|ausgewählt|gesetzt|festgehalten|gespeichert|angehängt|zugeordnet|Pflicht|Pflichtfelder|Pflichtangaben|verpflichtend|erforderlich|optional|freiwillig)(?=[\s,.(;]|$)/iu,
    choosing: /wähl|zugeordnet|zugewiesen/i,
    looking: /wählt|(?:aus)?wählen/i,
    end: /,?\s(?:wenn|falls|sobald|damit|weil|bevor|nachdem|bis|durch|aus|als|gemäß)\s|,\s(?:der|die|das|den|dem|welche[rsnm]?|so|und dann)\s|[;:]|\s(?:erfassen|angeben|eintragen|hinterlegen|vermerken|notieren|wählen|auswählen|festhalten|anhängen|angegeben|eingetragen|erfasst|hinterlegt|gewählt|gesetzt|festgehalten|gespeichert|angehängt)(?:\s|$)/iu,
    owner: new RegExp(
      `\\s(?:zu|zum|zur|für|bei|beim) (?:dem |der |den |das |die |jede[rmns]? |eine[rmn]? )?${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:wenn|falls|nach|vor|bei|beim|bei der|für|sobald|zu|zum|zur)\s[^,]{3,60},\s+|(?:beim|bei der|bei)\s\p{Lu}\p{L}+(?=\s(?:wird|werden|muss|kann|müssen|können)\s))/iu,
    ],
  },
  fr: {
    sign: /sais|indiqu|not[ée]|enregistr|précis|renseign|conserv|joint|joindre|ajout|choisi|obligatoire|facultati|horodat|déclar|dépose/i,
    active:
      /\s(?:(?:peut|peuvent|doit|doivent|devra|pourra|aussi|également|alors)\s+){0,3}(?:saisit|saisir|indique|indiquant|indiquer|note|noter|enregistre|enregistrer|précise|préciser|renseigne|renseigner|choisit|choisir|joint|joindre|ajoute|ajouter|dépose|déposer)\s+(?:aussi |également |alors )?/iu,
    passive:
      /\s(?:est|sont|doit être|doivent être|peut être|peuvent être|sera|seront)(?: (?:aussi|également|toujours|automatiquement))* (?:saisi|indiqué|noté|enregistré|précisé|renseigné|conservé|joint|ajouté|choisi|horodaté|obligatoire|facultati[fv])e?s?(?=[\s,.(;]|$)/iu,
    choosing: /chois/i,
    looking: /choisi[rt]/i,
    end: /,?\s(?:lorsque|quand|si|afin|pour que|parce|avant|après|qui|dont|jusqu|sur la base|via|par)\s|,\s(?:le|la|il|elle|on|ils)\s|[;:]/iu,
    owner: new RegExp(
      `\\s(?:à|au|aux|pour|sur|de) (?:la |le |les |l['’]|chaque |une? )?${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:lorsque|quand|si|après|avant|à|au|pour|en cas de|dès)\s[^,]{2,60},\s+|(?:à la|à l['’]|au|en cas de) ?\p{L}+ (?=on |le |la |l['’]))/iu,
    ],
  },
  es: {
    sign: /indic|registr|anot|escrib|introdu|eleg|elig|adjunt|guard|seleccion|obligatori|opcional/i,
    active:
      /(?:^|\s)(?:(?:puede|pueden|debe|deben|podrá|deberá|se|también|además)\s+){0,3}(?:indica(?:rán?|n)?|indicando|indicar|registra(?:rán?|n)?|registrar|anota(?:rán?|n)?|anotar|escriben?|escribir|introduce(?:n)?|introducirán?|introducir|eligen?|elegir|adjunta(?:rán?|n)?|adjuntar|guardan?|guardar|selecciona(?:rán?|n)?|seleccionar)\s+(?:también |además )?/iu,
    passive:
      /\s(?:es|son|será|serán|queda|quedan|debe ser|deben ser)(?: (?:también|siempre|automáticamente))* (?:indicad|registrad|anotad|guardad|adjuntad|obligatori|opcional)[oae]?s?(?=[\s,.(;]|$)/iu,
    choosing: /eleg|elig|seleccion/i,
    looking: /eleg|elig|seleccion/i,
    end: /,?\s(?:cuando|si|para que|porque|antes|después|que|cuyo|hasta|según|mediante|por)\s|,\s(?:el|la|él|ella|se)\s|[;:]/iu,
    owner: new RegExp(
      `\\s(?:a la|al|de la|del|en el|en la|para cada|de cada) ${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:cuando|si|después|antes|al|en|para|una vez|cada vez)\s[^,]{2,60},\s+|(?:al \p{L}+(?:ar|er|ir)|cada vez que)(?: \p{L}+){0,6}(?= se ))/iu,
    ],
  },
  pt: {
    sign: /indic|registr|anot|escrev|inform|escolh|anex|guard|grav|selecion|obrigat|opcion|colhe|preench/i,
    active:
      /(?:^|\s)(?:(?:pode|podem|deve|devem|poderá|deverá|se|também)\s+){0,3}(?:indica(?:rá|rão|m)?|indicando|informando|indicar|registra(?:rá|rão|m)?|registrar|anotam?|anotar|escrevem?|escrever|informa(?:rá|rão|m)?|informar|escolhem?|escolher|anexam?|anexar|guardam?|guardar|gravam?|gravar|seleciona(?:rá|m)?|selecionar|colhem?|colher|preenchem?|preencher)\s+(?:também )?/iu,
    passive:
      /\s(?:é|são|será|serão|fica|ficam|deve ser|devem ser|pode ser|podem ser)(?: (?:também|sempre|automaticamente))* (?:indicad|registrad|anotad|informad|gravad|guardad|salv|anexad|preenchid|obrigatóri|opciona)(?:[oa]s?|is|l)?(?=[\s,.(;]|$)/iu,
    choosing: /escolh|selecion/i,
    looking: /escolh|selecion/i,
    end: /,?\s(?:quando|se|para que|porque|antes|depois|que|cujo|até|conforme|por|na|no)\s|,\s(?:o|a|ele|ela)\s|\se\s(?=\p{L}+[ea] (?:o|a|um|uma) )|[;:]/iu,
    owner: new RegExp(
      `\\s(?:à|ao|da|do|na|no|para cada|de cada) ${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:quando|se|após|antes|ao|na|no|em|para)\s[^,]{2,60},\s+|ao \p{L}+r(?: \p{L}+){0,3} (?=o |a ))/iu,
    ],
  },
  id: {
    sign: /isi|masuk|catat|simpan|pilih|input|tentu|lampir|unggah|wajib|opsional/i,
    active:
      /(?:^|\s)(?:(?:dapat|bisa|harus|wajib|perlu|akan|juga)\s+){0,3}(?:mengisi|memasukkan|mencatat|menyimpan|memilih|menginput|menentukan|melampirkan|menuliskan|mengunggah)\s+(?:juga |data )?/iu,
    passive:
      /\s(?:(?:harus|wajib|perlu|akan|juga|otomatis)\s+){0,3}(?:dicatat|disimpan|diisi|diinput|dimasukkan|dipilih|dilampirkan|bersifat (?:wajib|opsional)|wajib diisi)(?=[\s,.(;]|$)/iu,
    choosing: /pilih/i,
    looking: /memilih/i,
    end: /,?\s(?:jika|bila|ketika|saat|agar|supaya|karena|sebelum|setelah|yang|sampai|hingga|sesuai|oleh|melalui|untuk|dari|ke|dengan)\s|[;:]/iu,
    owner: new RegExp(
      `\\s(?:pada|untuk|di|dalam) (?:setiap |tiap |data )?${noun}(?=$|,| dan )`,
      'iu',
    ),
    lead: [/^(?:(?:jika|bila|ketika|saat|setelah|sebelum|pada|untuk)\s[^,]{2,60},\s+)/iu],
  },
  it: {
    sign: /inser|indic|annot|registr|scriv|scegl|alleg|salv|compil|obbligatori|opzional|facoltativ/i,
    active:
      /(?:^|\s)(?:(?:può|possono|deve|devono|devo|posso|dovrà|si|anche)\s+){0,3}(?:inserisce|inseriscono|inserire|indica(?:no|rà)?|indicando|indicare|annota|annotano|annotare|registra|registrano|registrare|scrive|scrivono|scrivere|sceglie|scelgono|scegliere|allega|allegare|salva|salvano|compila|compilare)\s+(?:anche )?/iu,
    passive:
      /\s(?:è|sono|sarà|saranno|viene|vengono|va|vanno|deve essere|devono essere)(?: (?:anche|sempre|automaticamente))* (?:inserit|indicat|annotat|registrat|scelt|allegat|salvat|obbligatori|opzional|facoltativ)[oaie]?(?=[\s,.(;]|$)/iu,
    choosing: /scegl|scelt/i,
    looking: /scegl/i,
    end: /,?\s(?:quando|se|affinché|perché|prima|dopo|che|fino|secondo|tramite|da|dal)\s|,\s(?:il|la|lui|lei|si)\s|[;:]/iu,
    owner: new RegExp(
      `\\s(?:alla|al|all['’]|della|del|dell['’]|nella|nel|per ogni|di ogni) ?${noun}(?=$|,| and | und | et | y | e )`,
      'iu',
    ),
    lead: [
      /^(?:(?:quando|se|dopo|prima|al|alla|in caso di|per|nel|una volta)\s[^,]{2,60},\s+|(?:per|se|in caso di) [\p{L}' ]{3,30}? (?=devo |deve |si |il |la ))/iu,
    ],
  },
};
