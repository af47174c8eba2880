import type { Language } from '../../words/language.ts';
import { foldText } from '../../words/fold.ts';
import { matchText } from '../../words/match-text.ts';
import type { Block } from '../../document/document.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';

/** Who wants to do something with what: groups `who` and `object`. */
const stories: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /^as an? (?<who>[^,]{2,40}?),? i (?:want|need|wish|would like|['’]d like)(?: to be able)? to \p{L}+(?:,? (?:or|and) \p{L}+)? (?:(?:in|out|up) )?(?<object>.{3,90})/iu,
  de: /^als (?<who>[^,]{2,40}?),? (?:möchte|will|kann|muss) ich (?<object>.{3,90})/iu,
  fr: /^en tant qu(?:e |['’])(?<who>[^,]{2,40}?),? je (?:veux|souhaite|voudrais|peux|dois) (?:pouvoir )?\p{L}+(?:er|ir|re) (?<object>.{3,90})/iu,
  es: /^como (?<who>[^,]{2,40}?),? (?:quiero|necesito|deseo|quisiera) (?:poder )?\p{L}+r (?<object>.{3,90})/iu,
  pt: /^como (?<who>[^,]{2,40}?),? (?:eu )?(?:quero|preciso|desejo|gostaria de) (?:poder )?\p{L}+r (?<object>.{3,90})/iu,
  id: /^sebagai (?<who>[^,]{2,40}?),? (?:saya|aku) (?:ingin|mau|perlu|butuh|bisa|dapat) (?:bisa |dapat )?\p{L}+(?:,? (?:atau|dan) \p{L}+)? (?<object>.{3,90})/iu,
  it: /^come (?<who>[^,]{2,40}?),? (?:voglio|vorrei|desidero) (?:poter )?\p{L}+re (?<object>.{3,90})/iu,
};

/** "User Story:" before the story. */
const label =
  /^(?:user[ -]?story|story|nutzergeschichte|récit utilisateur|historia de usuario|história de (?:usuário|utilizador)|storia utente|gebruikersverhaal)\s*[\d.]*\s*[:：–-]\s*/iu;

const determiner =
  /^(?:(?:my|our|an?|the|new|existing|current|one|several|multiple|all|their|un[eoa]?|mis?|mes|mon|ma|nos|notre|les?|la|los?|las|el|nuev[oa]s?|uma?|os?|as?|meus?|minhas?|i|gli|il|lo|mi[eo]i?|mia|eine?[nrs]?|meine?[nrs]?|die|der|das|den|neue?[nrs]?|data|sebuah|semua|setiap|daftar)\s+)+/iu;

const account = /^(?:user )?(?:accounts?|profiles?|compte|konto|cuenta|conta|account|profilo)$/u;

/** What a user story is about: "As an owner I want to request a stay for my pet" is about stays. */
export function storyTopic(
  text: string,
  { language, vocabulary }: Reading,
): EntityName | undefined {
  const shape = stories[language];
  const groups =
    shape === undefined ? undefined : matchText(shape, text.replace(label, ''))?.groups;
  if (groups === undefined) return undefined;
  const object = (groups['object'] ?? '').replace(determiner, '');
  const noun =
    /^(?!(?:what|how|who|which|when|where|why|that|it|them|this|more|qué|que|quanti|quante|ce)\s)\p{L}[\p{L}-]+(?: (?!(?:so|for|to|from|in|on|with|at|by|of|and|or|such|which|that|when|before|para|por|con|de|del|pour|avec|afin|com|per|di|della|um|mit|für|und|zu|yang|untuk|dengan|dari|ke|di|pada|agar|dan|atau|baru|saya)\s)\p{L}[\p{L}-]+)?(?=[\s,.;]|$)/iu.exec(
      object,
    )?.[0];
  if (noun === undefined) return undefined;
  if (account.test(foldText(noun)))
    return entityName(lastOf(groups['who'] ?? ''), vocabulary, true);
  const bare =
    language === 'en' ? noun.replace(/^\p{L}+ed (?=\p{L})|(?<=\p{L}s) \p{L}+ed$/iu, '') : noun;
  return entityName(bare, vocabulary);
}

function lastOf(text: string): string {
  return text.split(/\s+/).at(-1) ?? '';
}

/** What the story of a section is about: "Acceptance criteria" below it are about the same. */
export class StoryTopics {
  readonly #topics = new Map<number, EntityName>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The first story of its section counts. */
  hear({ section, text }: Block): void {
    if (this.#topics.has(section)) return;
    const topic = storyTopic(plainSentence(text.slice(0, 300)), this.#reading);
    if (topic !== undefined) this.#topics.set(section, topic);
  }

  of(section: number): EntityName | undefined {
    const own = this.#topics.get(section);
    if (own !== undefined) return own;
    const { sections } = this.#reading.document;
    const { title = '', parent = -1 } = sections[section] ?? {};
    return criteria.test(foldText(title)) ? this.#topics.get(parent) : undefined;
  }
}

const criteria =
  /acceptance|criteri|akzeptanz|abnahme|критери|^(?:details|notes|requirements|functional requirements)$/u;
