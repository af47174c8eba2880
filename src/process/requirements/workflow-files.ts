import type { Blueprint, Process as Workflow, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { writeBpmn } from '../bpmn/write-bpmn.ts';
import { drawSvg } from '../draw/draw-svg.ts';
import { writeJson } from '../model/write-json.ts';
import { actorsOf } from './actors.ts';
import { workflowModel } from './workflow-model.ts';

/**
 * The workflows of a service as files of its folder: each as BPMN, as JSON and as a drawing, and one page that shows
 * them all. Empty if it has none.
 */
export async function workflowFiles(
  blueprint: Blueprint,
  service: Service,
): Promise<readonly GeneratedFile[]> {
  const workflows = workflowsOf(blueprint, service);
  const files: GeneratedFile[] = [];
  for (const workflow of workflows) {
    const model = await workflowModel(blueprint, [workflow]);
    const { value: bpmn } = model ? writeBpmn(model) : {};
    if (!model || bpmn === undefined) continue;
    const file = (suffix: string, content: string): GeneratedFile => ({
      path: `processes/${workflow.name}.${suffix}`,
      content,
      owner: 'generated',
      sources: workflow.sources,
    });
    files.push(file('bpmn', bpmn), file('json', writeJson(model)), file('svg', drawSvg(model)));
  }
  if (files.length === 0) return [];
  const sources = workflows.flatMap((workflow) => workflow.sources);
  const content = pageOf(workflows, blueprint);
  return [...files, { path: 'processes/README.md', content, owner: 'generated', sources }];
}

/** Workflows that speak of an entity of the service; those that speak of none belong to the first one. */
function workflowsOf({ system }: Blueprint, service: Service): readonly Workflow[] {
  const holder = new Map(
    system.services.flatMap(({ id, entities }) =>
      entities.map((entity): [string, string] => [entity.id, id]),
    ),
  );
  const [first] = system.services;
  return system.processes.filter(({ steps }) => {
    const services = new Set(steps.flatMap(({ entities }) => entities.map((id) => holder.get(id))));
    return services.size === 0 ? first?.id === service.id : services.has(service.id);
  });
}

function pageOf(workflows: readonly Workflow[], blueprint: Blueprint): string {
  const sections = workflows.map((workflow) => {
    const { name, label, steps } = workflow;
    const actors = actorsOf(workflow, blueprint);
    const rows = steps.map((step, at) => {
      const { name: actor = '', assumed } = actors.get(step.id) ?? {};
      const [source] = step.sources;
      const who = actor === '' ? '' : `${plain(actor)}${assumed ? ' (assumed)' : ''}`;
      const line = source ? `${plain(source.document)}:${source.line}` : '';
      return `| ${at + 1} | ${plain(step.label)} | ${who} | ${line} |`;
    });
    const table = ['| | Step | Who | Line |', '|---|---|---|---|', ...rows].join('\n');
    const links = `[BPMN](${name}.bpmn), [JSON](${name}.json)`;
    return `## ${plain(label)}\n\n![${plain(label)}](${name}.svg)\n\n${links}\n\n${table}`;
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Processes

The workflows of the requirements, as processes that can be executed: \`microforge process run FILE\` plays one,
\`microforge process check FILE\` says whether it can get stuck.`;

/** The user's words in one cell of a table: nothing of them is Markdown. */
function plain(words: string): string {
  return words
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_~[\]<>|$#!&]/g, String.raw`\$&`);
}
