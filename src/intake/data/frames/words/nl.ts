import type { FrameWords } from './frame-words.ts';

export const nl: FrameWords = {
  isVerbLast: true,
  each: '(?:voor|van|bij|per|over|aan) (?:elke?|iedere?|alle)(?: nieuwe?)?',
  has: 'heeft|hebben|krijgt|krijgen|bevat|bevatten|bestaat uit|bestaan uit|omvat|kent|hoort bij|behoort tot|staat op',
  take: 'vastgelegd|genoteerd|geregistreerd|opgeslagen|bewaard|ingevuld|noteren|noteert|noteer|leggen|legt|vastleggen|registreren|registreert|invullen|vullen|vult|kiezen|kiest|opgeven|geven|geeft|bewaren|bewaart|houden|houdt|bijhouden|onthouden|vragen|vraagt|schrijven|schrijft|opslaan|slaan|willen|wil|weten|nodig|hebben|voert|voeren|invoeren|vermelden|vermeldt|plant|kiezen|selecteren|selecteert',
  done: '(?:(?:is|zijn|wordt|worden|moet|moeten|kan|kunnen|mag|mogen)(?: [a-z-]+){0,3}? (?:vastgelegd|genoteerd|geregistreerd|ingevuld|opgegeven|opgeslagen|bewaard|gekozen|vermeld|verplicht|optioneel|nodig|facultatief|leeg|ontbreken))',
  between:
    'we|wij|ik|je|hij|zij|ze|men|ook|nog|dan|daarnaast|altijd|alleen|in ieder geval|er|daarbij|verder|graag',
  stop: 'omdat|zodat|als|wanneer|zodra|voordat|nadat|want|maar|indien|tenzij|om te|terwijl|totdat|want',
  lead: 'als|wanneer|zodra|na|voor|bij|van|per|met|in|op|naast|tijdens|verder|daarnaast',
  small:
    'twee|drie|vier|vijf|zes|beide|ik|we|wij|je|jij|hij|zij|ze|het|er|men|wie|wat|wanneer|waar|hoe|welke?|is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|moet|moeten|mag|mogen|wil|willen|zal|zullen|niet|geen|nooit|en|of|maar|ook|nog|dan|hier|voor|van|bij|met|uit|op|aan|in|naar|over|onder|door|zonder|om|tot|als|dat|die|dit|deze|omdat|zodat|te|alleen|altijd|meer|nodig|alles|iets',
  article:
    'de|het|een|zijn|haar|hun|elke?|iedere?|welke?|nieuwe?|ook|precies een|deze|dit|eventuele?',
  joint: 'van|de',
  not: 'niet|geen|nooit|niemand|zonder|niets',
  weak: 'geven|geeft|houden|houdt|vragen|vraagt|willen|wil|weten|nodig|hebben|leggen|legt|plant|voeren|voert|slaan|schrijft|schrijven',
  looking: 'kiezen|kiest|selecteren|selecteert',
  chosen: 'kiezen|kiest|selecteren|selecteert|noteren|noteert|registreren',
  needed: 'verplicht|moet|moeten|nodig',
  free: 'optioneel|facultatief|mag leeg|mag ontbreken|indien bekend|als bekend|indien aanwezig|eventueel|graag',
  makes: {
    boeken: 'boeking',
    reserveren: 'reservering',
    uitlenen: 'uitlening',
    bestellen: 'bestelling',
    aanmelden: 'aanmelding',
  },
  about: 'wat we (?:willen|moeten) weten (?:over|van)|over|de|het|module|scherm',
};
