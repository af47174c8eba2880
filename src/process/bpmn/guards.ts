import { guardSchema } from '../model/guard.ts';
import type { Guard } from '../model/guard.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childrenOf } from './namespaces.ts';

/** The guards of a process: elements of ours among its extensions, one attribute for each property. */
export function readGuards(process: XmlElement): Guard[] | undefined {
  const guards = childrenOf(process, 'extensionElements')
    .flatMap((extensions) => childrenOf(extensions, 'guard', 'microforge'))
    .flatMap(({ attributes }) => {
      const { times, ...rest } = Object.fromEntries(attributes);
      const { data } = guardSchema.safeParse(
        times === undefined ? rest : { ...rest, times: Number(times) },
      );
      return data ?? [];
    });
  return guards.length > 0 ? guards : undefined;
}
