import { foldText } from '../words/fold.ts';

const person =
  /(?:^|\s)(?:\p{L}+(?:ist|ian|eer)|staff|clerk|nurse|chef|guide|users?|admins?|\p{L}*(?:keep|hold)ers?|(?:manag|teach|own|work|driv|train|lead|sell|buy|deal|organi[sz]|employ|custom|review|lectur|volunt)ers?|(?:administrat|supervis|coordinat|operat|edit|auth|doct|instruct|moderat|investigat|inspect)ors?|agents?|students?|technicians?|librarians?|receptionists?|employees?|members?|people)$/u;

/** Somebody who does things, of whom nothing that is done is an attribute. */
export function isPerson(name: string): boolean {
  return person.test(foldText(name));
}
