/** "Main flow", "Regras de negócio": a part of a use case or a story, which the heading above names. */
export function isPartOfStory(title: string): boolean {
  return part.test(title);
}

const part =
  /^(?:(?:main|basic|normal|alternative) (?:flow|scenario)|flujo (?:principal|básico|normal|alternativo)|fluxo (?:principal|básico|alternativo)|scénario (?:nominal|principal|alternatif)|flusso (?:principale|alternativo)|(?:haupt|normal)ablauf|hoofdscenario)|^(?:regl?as?|regras?|règles?|regole) (?:de (?:negocio|negócio|gestion)|métier|atuais|actuales|di business)|^(?:fluxo|flujo|flusso) (?:atual|actual|attuale)|^(?:validaciones|validações|validations|validazioni)(?=$|\s)/iu;
