import { camelCase, pascalCase } from '#blueprint';
import type { Entity } from '#blueprint';
import { boundedName } from '../shared/text/bounded-name.ts';

/** Types that the files of a resource import: the user's type of the same name gets a second word. */
const TAKEN = new Set(['RecordOf', 'Rule', 'Lifecycle', 'Resource']);
/** File names that Windows refuses. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** The TypeScript names of an entity. */
export interface EntityNames {
  /** `Order` */
  readonly type: string;
  /** `orderFields`, `orderRules` … */
  readonly value: (what: 'Fields' | 'Rules' | 'Lifecycle' | 'Resource') => string;
  /** `src/resources/order-lines` */
  readonly folder: string;
  /** `order-line`, the first part of its file names. */
  readonly file: string;
}

export function entityNames(entity: Entity): EntityNames {
  const type = pascalCase(entity.name);
  const camel = camelCase(entity.name);
  return {
    type: TAKEN.has(type) ? `${type}Record` : type,
    value: (what) => camel + what,
    folder: `src/resources/${fileName(entity.plural)}`,
    file: fileName(entity.name),
  };
}

function fileName(name: string): string {
  const bounded = boundedName(name, 100, '-');
  return DEVICE.test(bounded) ? `${bounded}-resource` : bounded;
}
