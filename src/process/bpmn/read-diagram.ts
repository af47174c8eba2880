import type { Diagram } from '../model/process-model.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, childrenOf, reference } from './namespaces.ts';
import { optional } from './optional.ts';

/** Where things are drawn; labels, colours and the like stay with the side-car. */
export function readDiagram(diagram: XmlElement): Diagram {
  const [plane] = childrenOf(diagram, 'BPMNPlane', 'bpmndi');
  const shapes: Diagram['shapes'] = {};
  const edges: Diagram['edges'] = {};
  for (const shape of plane ? childrenOf(plane, 'BPMNShape', 'bpmndi') : []) {
    const of = reference(shape, 'bpmnElement');
    const [bounds] = childrenOf(shape, 'Bounds', 'dc');
    const box = bounds && numbers(bounds, ['x', 'y', 'width', 'height']);
    if (of !== undefined && box && !Object.hasOwn(shapes, of))
      define(shapes, of, box as [number, number, number, number]);
  }
  for (const edge of plane ? childrenOf(plane, 'BPMNEdge', 'bpmndi') : []) {
    const of = reference(edge, 'bpmnElement');
    const points = childrenOf(edge, 'waypoint', 'di').map((point) => numbers(point, ['x', 'y']));
    if (of !== undefined && !Object.hasOwn(edges, of) && points.every((point) => point))
      define(edges, of, points as [number, number][]);
  }
  return {
    ...optional({
      id: attribute(diagram, 'id'),
      of: plane && reference(plane, 'bpmnElement'),
    }),
    shapes,
    edges,
  };
}

/** Ids are other people's: `__proto__` is one like any other. */
function define<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function numbers(element: XmlElement, names: readonly string[]): number[] | undefined {
  const values = names.map((name) => {
    const text = attribute(element, name)?.trim() ?? '';
    return text === '' ? Number.NaN : Number(text);
  });
  return values.every(Number.isFinite) ? values : undefined;
}
