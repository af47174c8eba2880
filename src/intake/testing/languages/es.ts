import type { LanguageRow } from './row.ts';

export const es: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Especificación

## Entidades

### Paciente

| Campo | Tipo de dato | Obligatorio | Descripción |
|---|---|---|---|
| nombre completo | texto corto | Sí | |
| fecha de nacimiento | fecha | Sí | |
| correo electrónico | cadena | No | único |

### Cita

| Campo | Tipo de dato | Obligatorio | Descripción |
|---|---|---|---|
| fecha y hora | fecha y hora | Sí | |
| paciente | referencia a Paciente | Sí | |
| motivo | texto largo | No | |
`,
    data: [
      'paciente: nombre-completo string, fecha-de-nacimiento date, correo-electronico email',
      'cita: fecha-y-hora datetime, paciente reference, motivo text',
    ],
  },
  {
    shape: 'prose',
    text: `# Gimnasio municipal

El sistema debe almacenar de cada socio su nombre, apellidos, teléfono y fecha de nacimiento.
Para cada clase se guardará el título, el horario de inicio y el aforo.
El estado de una clase puede ser programada, en curso o finalizada.
Solo el administrador puede eliminar una clase.
`,
    data: [
      'socio: nombre string, apellidos string, telefono phone, fecha-de-nacimiento date',
      'clase: titulo string, aforo integer, estado enum',
    ],
  },
  {
    shape: 'requirements',
    text: `# Requisitos funcionales

- RF-01: El sistema permitirá registrar facturas de los proveedores.
- RF-02: El sistema permitirá gestionar proveedores.
- RF-03: Cada factura tendrá un número único, una fecha y un importe.
- RF-04: Una factura podrá incluir varias líneas de factura.
- RF-05: El usuario podrá consultar informes y exportarlos a PDF.
- RF-07: El sistema permitirá eliminar proveedores.
- RF-06: La interfaz será clara y fácil de usar.
`,
    data: ['factura: numero string, fecha date, importe money', 'proveedor:'],
  },
  {
    shape: 'bullets',
    text: `# App para la clínica veterinaria

## Gestión de mascotas
- Alta, modificación y baja de mascotas
- Datos de la mascota: nombre, especie, raza, fecha de nacimiento, peso
- Estado de la mascota (activa, fallecida)

## Gestión de consultas
- Registro de consultas (fecha, motivo, diagnóstico, importe)

## Tecnologías
- React, Node.js y PostgreSQL
`,
    data: [
      'mascota: nombre string, especie string, raza string, fecha-de-nacimiento date, peso number, estado enum',
      'consulta: fecha date, motivo text, diagnostico text, importe money',
    ],
  },
  {
    shape: 'plain',
    text: `# Refugio
El refugio quiere gestionar animales, cuidadores y adopciones.
1. Registrar animales: nombre, especie (perro, gato, otro), peso en kg, fecha de llegada.
2. Para cada cuidador: nombre, apellidos, teléfono.
3. Cada adopción tiene una fecha, un importe en euros, notas opcionales y un animal.
4. El estado de la adopción es solicitada, aprobada o rechazada.
`,
    data: [
      'animal: nombre string, especie enum, peso number, fecha-de-llegada date',
      'cuidador: nombre string, apellidos string, telefono phone',
      'adopcion: fecha date, importe money, notas text, animal reference, estado enum',
    ],
  },
];
