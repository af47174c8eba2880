import type { Service } from '#blueprint';

/** The name of the crate: not that of a crate it depends on, nor of its own library. */
export function packageName({ name }: Pick<Service, 'name'>): string {
  return name.endsWith('-service') ? name : `${name}-service`;
}
