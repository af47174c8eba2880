/** Languages whose word forms intake knows; documents in others are read with the rules of `en`. */
export type Language =
  | 'en'
  | 'es'
  | 'pt'
  | 'fr'
  | 'it'
  | 'de'
  | 'nl'
  | 'ru'
  | 'uk'
  | 'pl'
  | 'tr'
  | 'id'
  | 'ja'
  | 'zh'
  | 'ko';
