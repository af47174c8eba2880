/** What follows a noun and only tells more of it: "the town they come from", "la ville d'où elle vient". */
const relative =
  /,?\s(?:(?:(?:to|for|by|in|from|of|with|at|on) )?(?:that|which|who|whose|whom)\s|yang\s|(?:it|they|we|you)(?:['’]\p{L}+)?\s|d['’]où\s|où\s|dont\s|qui\s|qu['’]|(?:(?:à|de|dans|pour|avec|sur) )?l(?:aquelle|equel)\s|auquel\s|duquel\s|(?:a|da|di|in|con|su|per) cui\s|(?:an|in|bei|auf|von|mit|aus|zu|für) (?:der|dem|denen|welche[rmn])\s.*\s(?:wird|ist|hat|werden|sind|haben|kommt|steht|liegt)$).*$/iu;
/** No noun begins so. */
const beginning =
  /^(?:that|which|who|whose|whom|for example|for instance|e\.g\.?|i\.e\.?|it|they|we|you|he|she|there|because|although|goes|got|never|always|and|but|dont|cui|por ejemplo|par exemple|por exemplo|per esempio|zum beispiel|z\.\s?b\.?)\s/iu;
/** With a verb in the middle it is a clause. */
const clause =
  /\S\s(?:never|always|got|goes|gets|isn['’]t|doesn['’]t|don['’]t|can['’]t|won['’]t|didn['’]t|wasn['’]t|aren['’]t)\s/iu;

/**
 * The noun of a name without the clause that tells of it; undefined for what is a clause and no name.
 * @param name as written, without articles
 */
export function withoutClause(name: string): string | undefined {
  if (!name.includes(' ')) return name;
  if (beginning.test(name) || clause.test(name)) return undefined;
  const noun = name.split(' ').length < 3 ? name : name.replace(relative, '');
  return noun.length < 2 ? undefined : noun;
}
