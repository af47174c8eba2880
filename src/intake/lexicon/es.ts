import type { Lexicon } from './lexicon.ts';

export const es: Lexicon = {
  language: 'es',
  names: {
    email: 'correo(?: electronico)?|e[ -]?mail|direccion de correo',
    phone: 'telefono|celular|movil|numero de telefono|numero telefonico|telefono de contacto',
    url: 'enlace|sitio web|pagina web|url',
    secret: 'contrasena|clave(?: de acceso)?|password',
    money:
      'precio(?: \\w+)*|valor|importe|monto(?: \\w+)*|coste|costo|costo unitario|total|subtotal|saldo|tarifa|salario|sueldo|presupuesto|pago|deuda|abono|valor unitario|valor total',
    datetime: 'fecha y hora|marca de tiempo|hora de (?:inicio|fin)|fecha/hora|timestamp',
    date: 'fecha(?: \\w+)*|vencimiento|nacimiento|cumpleanos|caducidad',
    integer:
      'cantidad(?: \\w+)*|existencias?|stock(?: \\w+)*|edad|ano|anio|duracion(?: \\w+)*|dias|horas|minutos|numero (?:maximo |minimo |total )?de (?!serie|telefono|identificacion|documento|factura|cuenta|contrato|pedido|expediente|referencia|poliza|cliente|socio|matricula)\\w+|aforo|capacidad|orden|puntos|nivel|piso|paginas|unidades|kilometraje|habitaciones|plazas|cupos?|semestre|creditos',
    number:
      'peso|altura|ancho|largo|latitud|longitud|temperatura|distancia|area|superficie|volumen|promedio|calificacion|nota final|puntuacion|puntaje',
    percent: 'porcentaje|descuento|iva|impuesto|comision|tasa',
    boolean:
      'activo|activa|habilitado|disponible|pagado|completado|terminado|publicado|aprobado|confirmado|eliminado|verificado|es \\w+|tiene \\w+|leido|vigente|entregado',
    text: 'descripcion(?: \\w+)*|observacion(?:es)?|comentarios?|notas?|contenido|detalles?(?: \\w+)*|motivo|mensaje|texto|biografia|resumen|instrucciones|diagnostico|tratamiento|sintomas|antecedentes|recomendaciones',
    list: 'etiquetas|imagenes|fotos|palabras clave|telefonos|correos',
  },
  types: {
    string:
      'cadena(?: de texto)?|texto corto|alfanumerico|caracteres|varchar|string|imagen|archivo|foto|color|hora',
    text: 'texto(?: largo)?|parrafo|memo|area de texto',
    integer: 'entero|numero entero|autonumerico|autoincremental|int',
    number: 'numero|numerico|flotante|real',
    decimal: 'decimal',
    money: 'importe|moneda|dinero|monetario|euros?|pesos|dolares',
    boolean: 'booleano|logico|si ?/ ?no|verdadero ?/ ?falso|bool',
    date: 'fecha',
    datetime: 'fecha y hora|fecha/hora|fecha-hora|marca de tiempo',
    enum: 'enumeracion|enumerado|lista desplegable|opciones|seleccion|opcion',
    list: 'lista|arreglo|arrays?|listado',
    reference:
      'clave foranea|llave foranea|fk|referencia(?: a)?|relacion(?: con)?|pertenece a|id de',
    secret: 'contrasena|hash|cifrado|cifrada',
    json: 'objeto|json',
    percent: 'porcentaje',
    email: 'correo|correo electronico',
    phone: 'telefono',
  },
  headers: {
    name: 'campo|campos|columna|atributo|nombre(?: del? (?:campo|atributo))?|propiedad|dato|variable|elemento',
    type: 'tipo(?: de dato)?s?|tipo dato|formato',
    description: 'descripcion|detalle|comentarios?|observaciones|significado|notas?|proposito|uso',
    required: 'obligatorio|requerido|obligatoriedad|oblig\\.?|obligatoria|requerida',
    null: 'nulo|nulos|permite nulos|admite nulos',
    unique: 'unico|unicidad',
    default: 'valor(?: por)? defecto|por defecto|predeterminado|valor inicial',
    constraints: 'restriccion(?:es)?|reglas?|validacion(?:es)?|condiciones',
    values: 'valores(?: posibles| permitidos)?|opciones|dominio|rango',
    entity: 'entidad(?:es)?|tablas?|modelos?|clases?|objetos?|coleccion(?:es)?|recursos?',
    fields:
      'campos(?: principales| clave)?|atributos(?: principales| clave)?|datos(?: principales)?|columnas|propiedades|informacion',
    key: 'clave|llave|pk|pk/fk',
    length: 'longitud|tamano|largo',
    relations: 'relacion(?:es)?',
    example: 'ejemplos?',
    label: 'etiqueta',
  },
  flags: {
    required:
      'obligatori[oa]s?|requerid[oa]s?|no nul[oa]|no puede (?:ser nul[oa]|estar vaci[oa])|no vaci[oa]|es necesari[oa]',
    optional:
      'opcional(?:es)?|nullable|puede ser nulo|si (?:aplica|existe|corresponde)|no obligatori[oa]|permite nulos',
    unique: 'unic[oa]s?|irrepetible|sin duplicados|no (?:se )?(?:puede )?repet\\w+',
    automatic:
      'automatic[oa](?:mente)?|autogenerad[oa]|generad[oa] por el sistema|autoincremental|calculad[oa]',
    yes: 'si|s|verdadero|x',
    no: 'no|falso',
    default: 'por defecto|predeterminado|valor inicial|inicialmente',
    key: 'clave primaria|llave primaria|pk|identificador unico',
    readOnly: 'solo lectura|no (?:editable|modificable)|inmutable',
    secret: 'cifrad[oa]|encriptad[oa]|hash(?:eada)?',
    foreignKey:
      'clave foranea|llave foranea|fk|referencia a|relacion con|relacionad[oa] con|pertenece a|id del?',
    positive: 'positiv[oa]|mayor (?:que|a) (?:0|cero)',
    notNegative: 'no negativ[oa]|mayor o igual (?:que|a) (?:0|cero)|no puede ser negativ[oa]',
    atLeast: 'minimo(?: de)?|al menos|como minimo|min',
    atMost: 'maximo(?: de)?|como maximo|hasta|max',
    characters: 'caracteres?|letras|digitos',
  },
  and: 'y|e|asi como|ademas de',
  or: 'o|u',
  articles:
    'el|la|los|las|un|una|unos|unas|cada|todo|toda|todos|todas|los datos de|de|del|nuevo|nueva|nuevos|nuevas|su|sus|este|esta|al|diferentes|varios|varias|cualquier|otros|otras|propios|dicho|dicha',
  aroundNames:
    'entidad(?:es)?|tablas?|modelos?|atributos?|campos?|datos|informacion|gestion|administracion|registro|control|mantenimiento|modulo|clase|estructura|crud|consulta|del?|de la|de los|de las|para|sobre|catalogo',
  fieldWords:
    'campos?|atributos?|datos|informacion|propiedades|columnas?|contiene|incluye|tiene|tendra|debe(?:ra)? (?:tener|contener|incluir|registrar|almacenar)|detalles|siguientes|almacena|registra|caracteristicas|compuesto por|posee',
  manage:
    'registran|registra|gestiona|administra|crea|guarda|almacena|publica|controla|cancelar|anular|programar|agendar|registrar|crear|gestionar|administrar|anadir|agregar|guardar|almacenar|editar|modificar|actualizar|eliminar|borrar|consultar|listar|dar de alta|ingresar|mantener|llevar|publicar|emitir|controlar|visualizar|buscar|ver|cargar|reservar|asignar|inscribir|matricular|crud',
  managing:
    'gestion|registro|modificacion|administracion|creacion|control|mantenimiento|alta|listado|catalogo|consulta|crud|abm|actualizacion|eliminacion|edicion|ingreso|historial|base de datos',
  has: [
    /(?:sistema|aplicación|plataforma|software|se)\s+(?:(?:debe|deberá|podrá|permitirá)\s+)?(?:almacenar|registrar|guardar|conservar|almacena|registra|guarda|almacenará|registrará|guardará)\s+(?<fields>.+?)\s+(?:de|para) cada (?<entity>[\p{L}]{3,25}(?: (?:de |d'|di )?[\p{L}]{3,25})??)\.?$/iu,
    /^(?:el |la |los |las )?(?<fields>[\p{L}][\p{L} ,-]{2,80}?) (?:se (?:registra|guarda|almacena)n?|será[n]? (?:registrad|guardad|almacenad)[oa]s?) (?:en el|en la|en cada|en los|en las) (?<entity>[\p{L}][\p{L} -]{1,40}?)\.?$/iu,
    /^(?:(?:cada|un|una|el|la|los|las|todo|toda|todos los|todas las)\s+)?(?<entity>[\p{L}][\p{L}\p{N} -]{1,40}?)\s+(?:(?:debe|deben|debera|deberá|deberán|puede|pueden|podrá|siempre)\s+)*(?:tiene|tienen|tendra|tendrá|tendrán|tener|contiene|contienen|contendrá|contener|incluye|incluyen|incluirá|incluir|posee|poseen|poseer|se compone de|consta de|corresponde a|se refiere a|está compuest[oa] por|(?<!(?:puede|pueden|debe|deben) )(?:almacena|registra|guarda))\s+(?:(?:los siguientes|las siguientes|los|siguientes)?\s*(?:datos|campos|atributos|información|propiedades)\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'con (?:los siguientes )?(?:detalles|datos|campos|atributos|informacion)(?: como|:)?|con|incluyendo|incluye|incluidos|tales como|que (?:incluye|contiene|tiene|tenga)n?|indicando|especificando|introduciendo|ingresando|mediante|(?:cuyos|sus) (?:datos|campos)(?: son)?|como(?: por ejemplo)?|asi como su|junto con su|por su',
  stopNouns:
    'facturacion|integridad|respaldos?|copias? de seguridad|cifrado|indices?|version|inventario|contacto|sistema|aplicacion|app|software|plataforma|sitio|web|pagina|pantalla|ventana|vista|formulario|boton|menu|panel|tablero|dashboard|reporte|informe|grafico|estadistica|interfaz|usuario final|personal|servidor|base de datos|tabla|dato|informacion|detalle|registro|campo|atributo|columna|entidad|modelo|objeto|funcion|funcionalidad|requisito|requerimiento|documentacion|codigo|prueba|configuracion|seguridad|autenticacion|autorizacion|acceso|inicio de sesion|sesion|contrasena|rol|permiso|perfil|validacion|error|busqueda|filtro|filtrado|ordenamiento|exportacion|importacion|cambio|fase|hito|cronograma|alcance|objetivo|proposito|introduccion|problema|solucion|riesgo|restriccion|regla|regla de negocio|caso de uso|historia de usuario|flujo|proceso|paso|estado|tipo|nombre|identificador|valor|numero|fecha|hora|lista|listado|operacion|accion|logica|integracion|correo|alerta|recordatorio|idioma|tema|diseno|tecnologia|arquitectura|entrada|salida|resultado|nivel|forma|parte|manera|vez|cosa|opcion|negocio|administrador|historial|gestion|administracion|mantenimiento|control|creacion|actualizacion|eliminacion|edicion|visualizacion|contenido|todo|periodo|dia|mes|ano|tiempo real|total|cantidad|alta|baja|modificacion|mejora|calidad|rendimiento|disponibilidad|usabilidad|escalabilidad|mantenibilidad|cumplimiento|cobro|necesidad|aprobacion',
  noData:
    'sin persistencia|no (?:se )?(?:almacena|guarda|persiste)n? (?:datos|informacion|nada|ningun\\w*)|sin (?:base de datos|backend|servidor|almacenamiento)|no (?:requiere|necesita|usa|utiliza|hay|tiene|tendra) (?:una )?(?:base de datos|backend|servidor|persistencia)|no se requiere (?:una )?(?:base de datos|backend)|solo (?:front-?end|cliente)|pagina estatica|sitio estatico|en memoria|funciona sin conexion|totalmente local',
  tool: 'linea de comandos?|terminal|consola|cli\\b|argumentos?|--[a-z][a-z-]+|libreria|biblioteca de (?:software|codigo|funciones)|script|juego|videojuego|juego de rol|jugador|puntos de (?:vida|experiencia)|enemigos?|nivel(?:es)? del juego|landing|rediseno|portafolio|maquetacion|css|extension|plugin|complemento|compilador|analizador|parser|archivo de (?:entrada|salida)|algoritmo|calculadora|conversor|simulador|firmware|arduino|red neuronal|modelo de aprendizaje|dataset|csv de salida|tsv',
  noLogin:
    'sin (?:inicio de sesion|login|autenticacion|registro|cuentas)|no (?:requiere|necesita|hay|habra|se requiere|tendra) (?:inicio de sesion|login|autenticacion|registro de usuarios|cuentas)|acceso publico|publica sin autenticacion|un solo usuario|monousuario',
  denies: [
    /no (?:habrá|hay|existirá|existe) (?:una )?(?:tabla|entidad) (?:de|para) (?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)]| en )/iu,
    /(?<entity>[\p{L} -]{2,40}?) no (?:se (?:almacena|guarda|registra|persiste)n?|es una entidad|son entidades|será una entidad)/iu,
  ],
};
