import type { ProcessModel } from '../model/process-model.ts';
import type { SideCar } from '../model/side-car.ts';
import { noNamespaces, within } from '../xml/namespaces.ts';
import type { XmlDocument, XmlNode } from '../xml/tree.ts';
import { withoutBlanks } from '../xml/without-blanks.ts';
import { writeNode } from '../xml/write-xml.ts';
import { ElementMaker } from './element-maker.ts';
import { residueOf } from './residue.ts';
import { parseFragment, restore } from './restore.ts';
import { writeDefinitions } from './write-definitions.ts';

/** What the document has beside the model. */
export function sideCarOf({ before, root, after }: XmlDocument, model: ProcessModel): SideCar {
  const declared = within(noNamespaces, root.attributes);
  const prefixes = Object.fromEntries(
    [...declared].filter(([prefix]) => prefix !== 'xml').map(([prefix, uri]) => [uri, prefix]),
  );
  // The root's own prefix counts where a namespace has several.
  prefixes[root.name.uri] = root.name.prefix;
  const residue = residueOf(
    writeDefinitions(model, new ElementMaker(prefixes)),
    withoutBlanks(root),
  );
  const around = (nodes: readonly XmlNode[]) =>
    nodes.map((node) => writeNode(node, undefined)).join('');
  return {
    prefixes,
    ...(before.length > 0 && { before: around(before) }),
    ...(after.length > 0 && { after: around(after) }),
    ...(residue && { root: residue }),
  };
}

/** The document of a model. @throws XmlProblem if its side-car holds what is no XML */
export function documentOf(model: ProcessModel): XmlDocument {
  const { bpmn } = model;
  const made = writeDefinitions(model, new ElementMaker(bpmn?.prefixes));
  return {
    before: parseFragment(bpmn?.before ?? '', noNamespaces),
    root: restore(made, bpmn?.root, noNamespaces),
    after: parseFragment(bpmn?.after ?? '', noNamespaces),
  };
}
