import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from '../../read-requirements.ts';
import { outline } from '../../testing/outline.ts';

const said: readonly (readonly [text: string, is: string])[] = [
  [
    '- The system shall allow users to register with full name, email, phone and password.',
    '@user: full-name string, email email!#, phone phone',
  ],
  [
    '- El usuario puede registrarse con nombre, correo electrónico y contraseña.',
    '@usuario: nombre string, correo-electronico email!#',
  ],
  [
    '- O sistema deve permitir a criação de contas mediante nome, e-mail, telefone e senha.',
    '@usuario: nome string, e-mail email!#, telefone phone',
  ],
  [
    '- Inscription avec prénom, nom, adresse e-mail et mot de passe.',
    '@utilisateur: prenom string, nom string, adresse-e-mail email!#',
  ],
  [
    '- Das System hat eine Anmeldung.\n- Registrierung mit Name, E-Mail und Telefon.',
    '@benutzer: name string, e-mail email!#, telefon phone',
  ],
  [
    '- Il sistema deve gestire gli utenti. Registrazione tramite nome, email e password.',
    '@utente: nome string, email email!#',
  ],
  [
    'При регистрации указываются имя, фамилия, почта и пароль.',
    '@user: name string, last-name string, email email!#',
  ],
];

describe('what is given to get an account is of the account', () => {
  for (const [text, is] of said)
    test(text, () => {
      const { value } = readRequirements({ document: 'x.md', text: `# X\n\n## R\n\n${text}\n` });
      assert.deepEqual(outline(value), [is]);
    });

  test('nothing is an account that somebody else has', () => {
    const text =
      '## Member\n\n| Field | Type |\n|---|---|\n| name | string |\n| email | string |\n\n## R\n\n- Sign up with name, email and password.\n';
    const { value } = readRequirements({ document: 'x.md', text });
    assert.deepEqual(outline(value), ['member: name string!, email email']);
  });

  test('a record that is registered is no account', () => {
    const text = '## R\n\n- Registrar ventas con fecha, importe y teléfono del cliente.\n';
    const { value } = readRequirements({ document: 'x.md', text });
    assert.ok(outline(value).every((line) => !line.startsWith('@')));
  });

  test('as long as it is, as fast it is read', () => {
    const text = `## R\n\n- ${'register with '.repeat(8000)}\n- ${'sign up '.repeat(8000)}: a, b\n`;
    const { value } = readRequirements({ document: 'x.md', text });
    assert.equal(value, undefined);
  });
});
