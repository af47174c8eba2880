import type { Blueprint, Process as Workflow } from '#blueprint';
import { loadDecisions } from '#rules';
import { layoutModel } from '../layout/layout-model.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { workflowProcess } from './workflow-process.ts';

/**
 * The workflows of a blueprint as one document, each a pool with its roles as lanes, laid out; undefined if there are
 * none.
 * @param workflows those that are wanted; all without it
 */
export async function workflowModel(
  blueprint: Blueprint,
  workflows: readonly Workflow[] = blueprint.system.processes,
): Promise<ProcessModel | undefined> {
  const [first] = workflows;
  if (!first) return undefined;
  const { printFeel } = await loadDecisions();
  const { name, label } = blueprint.system;
  const model: ProcessModel = {
    formatVersion: 1,
    id: `${first.name}.definitions`,
    name: label,
    namespace: `urn:microforge:${name}`,
    processes: workflows.map((workflow) => workflowProcess(workflow, blueprint, printFeel)),
    collaboration: {
      id: `${first.name}.collaboration`,
      pools: workflows.map((workflow) => ({
        id: `${workflow.name}.pool`,
        name: workflow.label,
        process: workflow.name,
      })),
      messageFlows: [],
    },
  };
  return { ...model, diagram: layoutModel(model) };
}
