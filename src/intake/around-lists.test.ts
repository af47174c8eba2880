import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

describe('the id of the record itself', () => {
  test('is no reference to another of its kind', () => {
    const text =
      '# K\n\n## Entities\n\n### Boat\n\nFields:\n\n- BoatId (GUID)\n- HarbourId\n- Hull\n\n### Harbour\n\nFields:\n\n- HarbourId\n- Depth\n';
    assert.deepEqual(read(text), ['boat: harbour → harbour, hull string', 'harbour: depth number']);
  });

  test('is a number of its own where its form is said', () => {
    const text =
      '# K\n\n## Data model\n\n### Boat\n\n| Field | Type | Note |\n|---|---|---|\n| Boat ID | string | 8 characters, painted on the bow |\n| Hull | string | |\n';
    assert.match(read(text)[0] ?? '', /^boat: boat-id string/);
  });
});

test('a note beside the type of a choice lists what may be chosen', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n\n| Field | Type | Description |\n|---|---|---|\n| `hull` | String | what it is built of |\n| `rig` | Enum | `sloop` (default), `ketch`, `yawl` |\n| Class | Select | Dinghy, Yacht |\n';
  assert.deepEqual(read(text), [
    'boat: hull string, rig enum(sloop|ketch|yawl), class enum(Dinghy|Yacht)',
  ]);
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'x.md', text }).value);
}
