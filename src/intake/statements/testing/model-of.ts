import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { FieldType } from '#blueprint';
import type { DataModel, ModelledField } from '../../data-model.ts';
import type { Language } from '../../words/language.ts';

/**
 * A data model in a few lines for tests, one entity a line:
 * `order (注文): status (状態) draft|paid, total money, customer -> customer`. Names in parentheses are aliases.
 */
export function modelOf(lines: string, language: Language = 'en'): DataModel {
  const entities = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', rest = ''] = line.trim().split(/:\s*/, 2);
      const [name = '', ...aliases] = names(head);
      const fields = rest
        .split(/,\s*(?![^(]*\))/)
        .filter(Boolean)
        .map((text) => fieldOf(name, text.trim()));
      const entity = buildEntity({
        name,
        plural: `${name}s`,
        account: name === 'user',
        fields: fields.map(({ field }) => field),
      });
      return { entity, aliases: [...aliases, `${name}s`], fields };
    });
  return { language, access: 'accounts', entities };
}

function fieldOf(entity: string, text: string): ModelledField {
  const {
    1: head = '',
    2: arrow,
    3: rest = 'string',
  } = /^([^\s(]+(?:\s*\([^)]*\))?)\s*(->)?\s*(.*)$/.exec(text) ?? [];
  const [name = '', ...aliases] = names(head);
  const type: FieldType = arrow ? referenceTo(rest) : typeOf(rest);
  return { field: buildField(entity, { name, type }), aliases };
}

function typeOf(text: string): FieldType {
  if (text.includes('|')) {
    const values = text.split('|').map((value) => {
      const [stored = '', label = stored] = value.split('=');
      return { value: stored, label };
    });
    return { kind: 'enum', values };
  }
  if (text === 'decimal') return { kind: 'decimal', precision: 10, scale: 2 };
  if (text === 'list') return { kind: 'list', items: { kind: 'string' } };
  return { kind: (text || 'string') as 'string' };
}

function names(head: string): readonly string[] {
  const { 1: name = '', 2: aliases = '' } =
    /^([^\s(]+)\s*(?:\(([^)]*)\))?$/.exec(head.trim()) ?? [];
  return [name, ...aliases.split('/').filter(Boolean)];
}
