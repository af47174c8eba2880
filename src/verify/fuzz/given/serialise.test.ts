import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialise } from './serialise.ts';

// The table of OpenAPI 3.1.1, "Style Examples": color is a text, a list, an object.
const values = ['blue', ['blue', 'black'], { R: 100, G: 200 }];
const table: readonly (readonly [string, string, boolean, readonly (string | undefined)[]])[] = [
  ['path', 'matrix', false, [';color=blue', ';color=blue,black', ';color=R,100,G,200']],
  ['path', 'matrix', true, [';color=blue', ';color=blue;color=black', ';R=100;G=200']],
  ['path', 'label', false, ['.blue', '.blue,black', '.R,100,G,200']],
  ['path', 'label', true, ['.blue', '.blue.black', '.R=100.G=200']],
  ['path', 'simple', false, ['blue', 'blue,black', 'R,100,G,200']],
  ['path', 'simple', true, ['blue', 'blue,black', 'R=100,G=200']],
  ['query', 'form', false, ['color=blue', 'color=blue,black', 'color=R,100,G,200']],
  ['query', 'form', true, ['color=blue', 'color=blue&color=black', 'R=100&G=200']],
  ['query', 'spaceDelimited', false, [undefined, 'color=blue%20black']],
  ['query', 'pipeDelimited', false, [undefined, 'color=blue%7Cblack']],
  ['query', 'deepObject', true, [undefined, undefined, 'color%5BR%5D=100&color%5BG%5D=200']],
];

for (const [place, style, explode, texts] of table) {
  test(`${style}${explode ? ', exploded,' : ''} is written as the standard shows it`, () => {
    const parameter = { name: 'color', in: place, style, explode, required: true };
    for (const [index, text] of texts.entries()) {
      if (text === undefined) continue;
      const given = { ...parameter, schema: {}, pointer: '', isJson: false };
      assert.equal(serialise(given, values[index]), text);
    }
  });
}
