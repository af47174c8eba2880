import type { ModelledEntity, ModelledField } from '../../data-model.ts';
import type { Reading } from '../reading.ts';

/** In code `posts: Post[]` is the other side of `author: User`; the list of a user's posts is there anyway. */
export function withoutInverses(
  modelled: ModelledEntity,
  all: readonly ModelledEntity[],
  { document }: Reading,
): ModelledEntity {
  const isInverse = ({ field }: ModelledField) => {
    const { type } = field;
    if (type.kind !== 'reference' || type.cardinality !== 'many') return false;
    const other = all.find(({ entity }) => entity.name === type.entity);
    const back = other?.entity.fields.some(
      (candidate) =>
        candidate.type.kind === 'reference' &&
        candidate.type.cardinality === 'one' &&
        candidate.type.entity === modelled.entity.name,
    );
    return (
      back === true &&
      field.sources.every(({ line }) =>
        document.blocks.some(
          (block) =>
            block.span.line <= line &&
            block.span.endLine >= line &&
            (block.kind === 'code' || oneToMany.test(block.text)),
        ),
      )
    );
  };
  const fields = modelled.fields.filter((field) => !isInverse(field));
  if (fields.length === modelled.fields.length || fields.length === 0) return modelled;
  return {
    ...modelled,
    entity: { ...modelled.entity, fields: fields.map(({ field }) => field) },
    fields,
  };
}

/** "posts (OneToMany → Post)" */
const oneToMany = /one[- ]?to[- ]?many/iu;
