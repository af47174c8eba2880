import type { FrameWords } from './frame-words.ts';

export const es: FrameWords = {
  each: '(?:para|de|por|en|a|con) (?:cada|tod[oa]s? l[oa]s?)(?: nuev[oa])?|al (?:registrar|dar de alta|crear|anotar) (?:una?|el|la)',
  has: 'tiene|tienen|tendra|tendran|contiene|contienen|incluye|incluyen|posee|lleva|llevara|consta de|constan de|se compone de|se conoce por|se identifica por|comprende|pertenece a(?:l)?|cuenta con|muestra',
  take: '(?:se )?(?:registra(?:ra|ran|n|r|mos)?|anota(?:ra|n|r|mos)?|apunta(?:ra|n|r|mos)?(?: tambien)?|guarda(?:ra|n|r|mos)?|recoge(?:ra|ran|n|r|mos)?|recogeran|indica(?:ra|n|r|mos)?|introduce(?:n)?|introducir|escribe(?:n)?|escribir|elige(?:n)?|elegir|selecciona(?:n|r)?|adjunta(?:n|r)?|marca(?:n|r)?|anade(?:n)?|anadir|necesita(?:n|mos)?|saber|sabe|conocer|conoce|conste|consta(?:ra|ran|r)?|constar|consignar?a?|hara constar|mete(?:n)?|rellena(?:n|r)?|pide(?:n)?|pedimos|llevar|queremos|interesa(?:n)?|tomara|pone|ponemos|seran datos obligatorios|son obligatori[oa]s)',
  done: '(?:(?:es|son|sera|seran|queda|quedan|debe ser|deben ser|puede ser)(?: (?:tambien|siempre|automaticamente))* (?:indicad|registrad|anotad|guardad|adjuntad|obligatori|opcional|necesari|voluntari|apuntad)(?:[oae]?s?|es))',
  between:
    'tambien|ademas|asimismo|siempre|automaticamente|al menos|luego|entonces|solo|igualmente|cuando se conozcan,?|como minimo|obligatoriamente',
  stop: 'cuando|si|para que|porque|antes|despues|hasta|segun|mediante|pero|salvo|sino|aunque|pues|ya que|entendida|como|admitiendose|solo si|a partir',
  lead: 'cuando|si|despues|antes|al|en|para|una vez|cada vez|de|a|por|con|tras|segun|ademas|durante|sobre',
  small:
    'dos|tres|cuatro|cinco|seis|yo|tu|el|ella|nosotros|ellos|ellas|ello|se|nos|lo|les|le|quien|que|cual|cuando|donde|como|es|son|era|sera|seran|esta|estan|ha|han|hay|puede|pueden|podra|debe|deben|debera|deberan|quiero|queremos|quiere|no|nunca|y|o|pero|tambien|ademas|para|por|con|sin|en|de|del|a|al|sobre|desde|hasta|entre|segun|si|su|sus|mas|muy|ya|solo|todo|todos|uno|una|cada|guardamos|registramos|anota|anotamos|marca|hace|sabe',
  article:
    'el|la|los|las|una?|unos|unas|su|sus|cada|que|nuev[oa]s?|lo|asimismo|ademas|tambien|al menos una?|un unico|una unica|mi|mis',
  joint: 'de|del|a|en|por',
  not: 'no|nunca|jamas|ningun|ninguna|nadie|sin|tampoco|ni|fuera',
  weak: '(?:se )?(?:mete(?:n)?|pone|ponemos|pide(?:n)?|pedimos|saber|sabe|conocer|conoce|necesita(?:n|mos)?|queremos|llevar|marca(?:n|r)?|interesa(?:n)?|anade(?:n)?|anadir|tomara)',
  looking: '(?:se )?(?:elige(?:n)?|elegir|selecciona(?:n|r)?)',
  chosen:
    '(?:se )?(?:elige(?:n)?|elegir|selecciona(?:n|r)?|constara|registrara|indica|anota|apunta)',
  needed: 'obligatori[oa]s?|debe|deben|debera|deberan|imprescindible|necesari[oa]s?|hay que',
  free: 'opcional(?:es|mente)?|voluntari[oa]s?|si (?:lo|la) tiene|solo si|cuando se conozcan?|si se conoce|puede quedar|puede estar vacio|puede anadir|en su caso',
  makes: {
    reservar: 'reserva',
    alquilar: 'alquiler',
    inscribir: 'inscripción',
    pedir: 'pedido',
    prestar: 'préstamo',
    matricular: 'matrícula',
  },
  about:
    'lo que (?:hay que|debemos|queremos) saber (?:de|sobre)|sobre|los|las|el|la|alta de|altas de|gestion de|registro de|modulo(?: de)?|pantalla(?: de)?|ficha de|formulario de',
};
