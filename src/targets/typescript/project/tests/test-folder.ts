import type { Sample } from '../../../shared/samples/sample.ts';
import { entityNames } from '../../names.ts';

/** The folder of the tests of an entity, below `test/`: `order-lines`. */
export function testFolder({ entity }: Sample): string {
  return entityNames(entity).folder.replace('src/resources/', '');
}
