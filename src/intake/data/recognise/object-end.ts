import type { Language } from '../../words/language.ts';

/** A pattern of where the object of a verb ends: at a preposition, or with the clause. */
export const objectEnd = (language: Language): string => ends(ownEnds.get(language));

const ends = (more = '') =>
  `(?=$|[.,;:()\\[\\]"“”+]|\\s+[+→]|\\s+\\p{L}+(?:ly|mente)(?:$|[\\s.,;])|\\s+(?:to|by|for|with|from|in|on|at|when|if|that|which|who|through|via|using|as|before|after|based|per|into|within|including|across|so|while|where|del|ai|agli|alle|allo|alla|dal|dai|dalle|dalla|nel|nella|nei|sul|sulla|su|aux|au|sur|chez|aos|pelo|pela|nos|nas|zu|von|bei|nach|em|sobre|entre|tra|fra|without|con|por|para|en|cuando|que|mediante|segun|a|desde|com|em|quando|ao|no|na|avec|par|pour|dans|qui|lors|mit|durch|fur|im|auf|wenn|welche|tramite|с|по|для|в|при|через|на|из|із|зі|з|до|у|та|від|за|після|під|w|we|ze|dla|przez|przy|po|bez|oraz|nad|pod|van|voor|naar|per|tot${more})\\s)`;

/** "di" joins the parts of Italian names: these end an object in their own language only. */
const ownEnds: ReadonlyMap<string, string> = new Map([
  [
    'id',
    '|yang|untuk|dengan|dari|ke|di|pada|dalam|oleh|agar|sebagai|secara|melalui|berdasarkan|setelah|saat|ketika|jika|sesuai|milik|kepada|tanpa|hingga|sampai|sebelum|sehingga|supaya|seperti|termasuk|berupa|antar|langsung|lewat|menggunakan|mereka',
  ],
]);
