import type { FrameWords } from './frame-words.ts';

export const en: FrameWords = {
  nounsAreVerbs: true,
  each: '(?:for|of|on|with|about|from) (?:each|every|any)(?: (?:new|single|one))?',
  has: "ha(?:s|ve)(?! (?:to|been|gone|run|just|already|[a-z]+ed)(?![a-z]))(?: got)?|'s got|carry|carries|contains?|consists? of|comprises?|includes?|bears?|comes with|is (?:described|identified|known) by|is made up of|points? (?:at|to)|belongs? to|stands? in|refers? to|references?",
  take: "there(?:'s| is) also|enters?|notes?(?: down)?|records?|writes?(?: down)?|types?(?: in)?|picks?|chooses?|selects?|fills? in|ticks?|asks?(?: you| them| people)? for|needs?|wants?(?: to (?:know|see|record|note|have))?|stores?|keeps?|holds?|logs?(?! (?:in|out|on|off)(?![a-z]))|captures?|saves?|puts? in|gives?(?: it)?|sends?|says?|states?|adds?(?:ed)?|attach(?:es)?|takes?|remembers?|describes?|suppl(?:y|ies)|provides?|specif(?:y|ies)|know|shows?|displays?|requires?|tracks?|collects?|prompts? for|allows? (?:the )?(?:modification|editing|updating|changing) of",
  done: '(?:(?:is|are|was|were|gets?|get|(?:must|should|can|may|will|has to|have to|needs? to) be) (?:also |then |always |automatically |only |both )*(?:recorded|stored|saved|kept|noted(?: down)?|set|captured|logged|entered|filled in|chosen|selected|attached|uploaded|added|assigned|written down|stamped|specified|stated|given|mandatory|required|compulsory|optional|handy to have|nice to have|needed|asked for|remembered|welcome|a must)|ha(?:s|ve) to be (?:there|filled in|given|known))',
  between:
    'also|then|always|automatically|down|in|both|only|just|as well|optionally|at least|please|too|to know|to have|us|me|like|to note|to see|to record|roughly',
  stop: 'because|so that|so|when|whenever|if|unless|since|while|until|before|after|as soon as|as long as|in order to|but|instead of|without|otherwise|plenty of|normally|usually|though|although|even|at the latest|for reference|rather than',
  lead: 'when|whenever|if|after|before|once|while|at|upon|on|during|in|for|besides|to|as|with|from|about',
  small:
    "i|we|you|they|he|she|it|who|which|that|what|when|where|why|how|this|these|those|there|is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|not|no|never|to|of|for|on|in|at|by|from|with|into|onto|about|over|under|as|if|so|because|than|then|also|and|or|but|i'd|we'd|i'll|we'll|it's|don't|can't|cannot|isn't|aren't|won't|doesn't|we've|they're|you're|until|since|only|somebody|someone|everybody|nobody|people|us|them|me|needs?|wants?|gets?|takes?|goes|comes|says|looks?|here|nothing|everything|something|anything|two|three|four|five|six|seven|eight|same|other|others|none",
  article:
    'exactly one|(?:at least|at most) one|an?|the|its|their|his|her|my|our|your|each|every|one|any|some|all|both|exactly one|exactly|at most one|which|what|new|a single|at least one|roughly|finally|also|optionally|just',
  joint: 'of',
  not: "not|never|no|cannot|can't|don't|doesn't|won't|nobody|without|isn't|aren't|didn't|wasn't|nothing|neither|nor|wouldn't|couldn't|dropped|instead",
  weak: 'there.*|needs?|wants?.*|keeps?|holds?|takes?|says?|states?|gives?(?: it)?|adds?|sends?|know|puts? in|remembers?|describes?|shows?|displays?|requires?|tracks?|collects?|prompts? for',
  looking: 'picks?|chooses?|selects?|shows?|displays?',
  chosen: 'picks?|chooses?|selects?|types?(?: in)?|enters?|records?|logs?|stores?',
  needed: 'mandatory|required|compulsory|must|have to|has to|needs? to be|before i can save',
  free: 'optional(?:ly)?|nice to have|handy to have|if (?:known|available|any|legible|there is one|they have one|you have it)|may be (?:left )?(?:empty|missing|unknown)|can be (?:left )?(?:empty|missing)|welcome|would be nice|might not',
  makes: {
    book: 'booking',
    reserve: 'reservation',
    pay: 'payment',
    inspect: 'inspection',
    deliver: 'delivery',
    donate: 'donation',
    assign: 'assignment',
    subscribe: 'subscription',
  },
  about:
    'what we (?:need|want|have) to (?:know|record|keep|store) (?:about|of|on|for)|about|the|our|all|managing|keeping track of|tracking|recording|logging|know every|know each|aggregate|entity|module|screen|form',
};
