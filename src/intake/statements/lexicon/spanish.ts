import type { Lexicon } from './cue.ts';

export const spanish: Lexicon = {
  must: 'debe | deben | debera | deberan | deberia | deberian | tiene que | tienen que | ha de | han de | debe ser | deben ser | debera ser | deberan ser | tiene que ser | hay que | debe estar | deben estar | obligatorio | obligatoria | obligatorios | obligatorias | requerido | requerida | requeridos | requeridas | se requiere | requiere | requieren | necesario | necesaria',
  cannot:
    'nunca se | no debe | no deben | no debera | no deberan | no puede | no pueden | no podra | no podran | no se puede | no se pueden | no se podra | no se podran | nunca puede | ya no puede | ya no se puede | no se permite | no esta permitido | no puede ser | no pueden ser | no debe ser | no deben ser | no podra ser | no podran ser | prohibido | esta prohibido',
  can: 'puede | pueden | podra | podran | puede ser | pueden ser | podra ser | podran ser | se puede | se pueden | se permite | tiene permiso para',
  not: 'no | nunca | ningun | ninguna',
  only: 'solo | solamente | unicamente | exclusivamente',
  if: 'si | cuando | en caso de que | mientras | siempre que | siempre y cuando | que esten | que este | donde',
  thus: 'entonces',
  unless: 'a menos que | salvo que | excepto si | salvo si | excepto cuando',
  until: 'hasta que',
  once: 'una vez | una vez que | despues de ser | tras ser | en cuanto',
  and: 'y | e | asi como | pero',
  or: 'o | u | ni | /',
  gt: 'mayor que | mayor a | mayor de | mas de | mayores que | superior a | superiores a | > | exceder | excede | superar | supera | exceda | por encima de | mayores a',
  ge: 'al menos | como minimo | minimo | minimo de | un minimo de | mayor o igual que | mayor o igual a | igual o mayor que | igual o mayor a | igual o superior a | superior o igual a | mayores o iguales a | o mas | por lo menos | ≥ | > = | no menor que | no menor a | no menos de | no inferior a | no antes de | no anterior a | a partir de',
  lt: 'menor que | menor a | menor de | menos de | inferior a | inferiores a | menores que | < | por debajo de',
  le: 'como maximo | maximo | maximo de | un maximo de | a lo sumo | menor o igual que | menor o igual a | igual o menor que | igual o inferior a | inferior o igual a | hasta | no mas de | o menos | ≤ | < = | no mayor que | no mayor a | no superior a | no mas tarde de | no despues de | no posterior a',
  eq: 'igual a | iguales a | exactamente | igual que | coincidir con | coincide con | =',
  ne: 'distinto de | distinta de | diferente de | diferente a | distinto a | ≠',
  after:
    'posterior a | posteriores a | despues de | despues del | tras | posterior al | mas tarde que | posterior',
  before:
    'anterior a | anteriores a | antes de | antes del | anterior al | previo a | previa a | antes de que | antes',
  between: 'entre | de | en el rango de | en el rango | desde',
  to: 'a | y | hasta | - | –',
  positive:
    'positivo | positiva | positivos | positivas | un numero positivo | mayor que cero | mayor a cero',
  negative: 'negativo | negativa | negativos | negativas | un valor negativo | menor que cero',
  'non-negative':
    'no negativo | no negativa | cero o mayor | cero o positivo | mayor o igual a cero | mayor o igual que cero',
  empty:
    'vacio | vacia | vacios | vacias | en blanco | nulo | nula | estar vacio | estar vacia | quedar vacio',
  future: 'en el futuro | futura | futuro | una fecha futura',
  past: 'en el pasado | pasada | pasado | una fecha pasada',
  today: 'hoy | fecha actual | la fecha actual | dia actual | el dia de hoy',
  now: 'ahora | hora actual | momento actual',
  required:
    'obligatorio | obligatoria | obligatorios | obligatorias | requerido | requerida | requeridos | requeridas | necesario | necesaria | se requiere | requiere | requieren | indicarse | especificarse | informarse | ser informado | indicar | especificar | indicado | indicada | especificado | especificada | tener | necesita | incluir | introducirse | registrarse | tener asignado | no estar vacio | no estar vacia | no vacio | presente | estar presente',
  optional: 'opcional | opcionales | no es obligatorio | no es obligatoria',
  unique: 'unico | unica | unicos | unicas | irrepetible | ser unico | ser unica',
  duplicate:
    'duplicado | duplicados | duplicada | duplicadas | repetidos | repetidas | repetida | ya existe | ya esta en uso | repetirse | duplicarse | repetido | repetir | estar repetido | estar duplicado',
  immutable:
    'inmutable | inmutables | de solo lectura | fijo | fija | no se puede modificar | no se puede cambiar | no puede modificarse | no puede cambiarse | no puede cambiar | no se puede editar | no puede ser modificado | no puede ser modificada | ya no puede modificarse | no podra modificarse | no debe modificarse',
  'one-of': 'uno de | una de | uno de los siguientes | uno de los valores | alguno de',
  plus: 'mas | +',
  characters: 'caracteres | caracter | letras',
  digits: 'digitos | digito | cifras',
  length: 'longitud | longitud de | largo | de longitud | de largo | tener una longitud',
  count: 'numero de | cantidad de',
  sum: 'suma de | total de | suma de los | suma de las',
  own: 'propio | propia | propios | propias | sus propios | sus propias | su propio | su propia',
  per: 'por | por cada | para cada | para el mismo | para la misma | dentro de | del mismo | de la misma | dentro del mismo',
  combination: 'combinacion | combinacion de | la combinacion de | par',
  same: 'mismo | misma | mismos | mismas | el mismo | la misma',
  overlap:
    'solaparse | solapan | superponerse | se solapan | superponen | solapar | se superponen | traslaparse',
  have: 'tiene | tienen | con | contiene | contienen | posee | existen | existe | hay | tener | tenga | tengan | asociado | asociados | asociada | asociadas | incluye | contener',
  belong:
    'pertenecer a | pertenece a | estar asociado a | estar asociada a | estar vinculado a | estar vinculada a | asociado a | vinculado a | vinculada a | asociada a | quedar vinculado a | quedar vinculada a',
  without: 'sin',
  create:
    'hacer | hacen | nuevo | nueva | nuevos | nuevas | crear | crea | crean | creacion de | registrar | registra | registran | anadir | agregar | agrega | dar de alta | crearse | registrarse | ser creado | ser creada | creado | creada | alta de',
  read: 'ver | consultar | consulta | leer | listar | visualizar | acceder a | buscar | acceder | consultan | verse',
  update:
    'editar | edita | editan | modificar | modifica | modifican | actualizar | actualiza | cambiar | modificarse | editarse | cambiarse | ser modificado | ser modificada | ser editado | ser editada | ser modificados | modificado | modificada',
  delete:
    'eliminar | elimina | eliminan | borrar | borra | suprimir | eliminarse | borrarse | ser eliminado | ser eliminada | ser eliminados | ser eliminadas | ser borrado | ser borrada | eliminado | eliminada | dar de baja',
  manage: 'gestionar | gestiona | gestionan | administrar | administra | crud',
  refuse:
    'rechazar | rechaza | impedir | impide | no permitir | no permite | devuelve 409 | devuelve 422 | evitar',
  exists: 'ya existe | ya existen',
  start:
    'comienza en | empieza en | comienzan en | estado inicial es | el estado inicial es | se crea en | inicia en | estado inicial | inicialmente',
  terminal:
    'permanecen | permanece | son definitivos | son definitivas | estado final | estado terminal',
  creation:
    'despues de crearse | tras la creacion | una vez creado | una vez creada | despues de la creacion',
  someone: 'usuario | usuarios | persona | personas | nadie',
  filler:
    'el | la | los | las | un | una | unos | unas | del | de | al | es | son | ser | sera | seran | sea | sean | esta | estan | estar | este | esten | que | se | valor | valores | estado | campo | sistema | el sistema | , | ; | cada | todo | toda | todos | todas | haya sido | ha sido | han sido | sido | a | en | con | para | ya | tambien | siempre | ambos | lo | le | su | sus | fue | haber | encuentre | cualquier | tiene | dicho | dicha | . | :',
};
