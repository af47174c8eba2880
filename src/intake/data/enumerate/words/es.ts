import type { SentenceWords } from './sentence-words.ts';

export const es: SentenceWords = {
  each: 'cada todo todos toda todas',
  article: 'el la los las un una unos unas su sus nuevo nueva este esta ese esa lo',
  of: 'de del para sobre por a al',
  at: 'en desde hasta durante entre segun ante bajo contra hacia mediante tras cuando si como porque',
  have: 'corresponde_a corresponden_a se_caracteriza_por se_describe_por se_describen_por tiene tienen tener tendra tendran contiene contienen incluye incluyen incluir posee poseen consta_de constan_de se_compone_de lleva se_identifica_por se_identifican_por cuenta_con cuentan_con comprende comprenden',
  keep: 'ruta_recibe endpoint_recibe endpoint_requiere cuerpo_requiere peticion_requiere api_recibe registran registrado registrados registrada registradas guardados constan consta inscriben inscribe dan_de_alta da_de_alta guarda guardan guardar guardara guardaran guardado registra registran registrar registrara registraran almacena almacenan almacenar anota anotan anotamos anotar apunta apuntamos apuntar conoce conocer saber necesita necesitan necesitamos necesito indica indican indicar indicara especifica especificar introduce consigna consignar conservar conserva conservan mantener mantiene recoge recogen recoger detalla debe_constar llevar quiero queremos interesa',
  is: 'es son ser sera seran debe deben debera deberan puede pueden podra podran hay esta estan ha han queremos quiere',
  who: 'sistema aplicacion se nos me nosotros plataforma usuario yo programa',
  info: 'datos informacion atributos campos propiedades siguiente siguientes detalles dato',
  with: 'con incluyendo tales_como como indicando especificando junto_con',
  which: 'que cual cuales cuando donde quien quienes si cuyo cuya cuanto cuantos',
  it: 'cada_uno cada_una ella ellos ellas ello este esta estos estas lo los las les le',
  small:
    'tambien solo siempre ademas otros otras mas al_menos luego aqui principales principal basicos',
  and: 'y e asi_como',
  or: 'o u',
  not: 'no nunca ningun ninguna sin nadie tampoco',
  attribute:
    'nombre apellido apellidos numero codigo titulo tipo clase categoria nivel estado color talla tamano marca modelo fabricante material unidad matricula lugar ciudad pais calle direccion region sala planta sexo genero idioma nacionalidad asunto tema motivo resultado metodo fuente origen destino formato version autor contacto edad peso altura longitud ancho volumen capacidad cantidad importe precio coste costo total fecha hora dia mes ano inicio fin plazo duracion periodo frecuencia temperatura prioridad valoracion puntuacion comentario nota notas observaciones descripcion texto imagen foto archivo documento enlace correo telefono movil contrasena rol departamento empresa profesion oficio sueldo salario descuento impuesto moneda saldo especie raza variedad genero editorial isbn asiento estante lote dosis valor porcentaje propietario proveedor titular ubicacion diagnostico tratamiento cargo turno responsable',
};
