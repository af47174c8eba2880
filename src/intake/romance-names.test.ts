import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const model = (text: string) =>
  outline(readRequirements({ document: 'requisitos.md', text }).value);

const around = '## Libros\n\nCada libro tiene título, autor e ISBN.\n\n';

describe('pieces of Romance sentences are no names', () => {
  const pieces: readonly (readonly [name: string, sentence: string])[] = [
    [
      'a reflexive verb',
      'La mitad del trabajo se hace mediante cuadernos sueltos, lo que causa esperas y olvidos para anotar.',
    ],
    ['a verb of what becomes of it', 'La reserva queda guardada con fecha, hora y firma.'],
    ['two nouns and what both of them have', 'Norte y Sur tienen costumbres y modos distintos.'],
    ['a participle', 'CA1: La multa se registra separada del préstamo.'],
  ];
  for (const [name, sentence] of pieces)
    test(name, () =>
      assert.deepEqual(model(`# Biblioteca\n\n${around}## Requisitos\n\n- ${sentence}\n`), [
        'libro: titulo string!, autor string, isbn string',
      ]),
    );

  test('a declaration may call one thing so', () =>
    assert.deepEqual(
      model(
        '# Caja\n\n## Modelo de datos\n\n### Ingresos y egresos\n\n| Campo | Tipo |\n|---|---|\n| monto | decimal |\n| fecha | fecha |\n',
      ),
      ['ingreso-y-egreso: monto money, fecha date'],
    ));

  test('figures that tell whether it was worth it', () =>
    assert.deepEqual(
      model(
        `# Biblioteca\n\n${around}## Métricas de éxito\n\n- **Uso**: préstamos al mes > 400\n- **Calidad**: quejas < 2%\n- **Demora**: espera media < 3 días\n- **Agrado**: nota > 8\n`,
      ),
      ['libro: titulo string!, autor string, isbn string'],
    ));

  test('a part of the program', () =>
    assert.deepEqual(
      model(
        `# Biblioteca\n\n${around}## Avisos\n\nEl \`AvisoService\` corre de noche.\n\nCada \`AvisoService\` espera su turno.\n\nSin \`AvisoService\` nadie sabe nada.\n`,
      ),
      ['libro: titulo string!, autor string, isbn string'],
    ));
});
