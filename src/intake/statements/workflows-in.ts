import type { Lifecycle, Process } from '#blueprint';
import type { Document } from '../document/document.ts';
import { spanIn } from '../document/span-in.ts';
import { foldText } from '../words/fold.ts';
import type { Line } from './line.ts';
import { nameOf, uniqueNames } from './naming.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';
import { stepsOf } from './workflows/steps-of.ts';
import type { WrittenStep } from './workflows/steps-of.ts';

const TITLE =
  /work ?flow|process\b|procedure|\bflow\b|journey|scenario|steps|happy path|flujo|proceso|fluxo|processo|parcours|processus|ablauf|prozess|flusso|流程|步骤|フロー|手順|シナリオ|절차|흐름|시나리오|프로세스|процесс|сценарий/u;
const NUMBERED = /(?:^|\s)\d{1,2}[.)]\s+/g;

const BUILDING =
  /develop|entwicklung|desarrollo|desenvolvimento|developpement|implement|deploy|release|setup|install|변경 관리|変更管理|开发|개발|разработк/u;

/** Numbered steps below a heading that speaks of a workflow, or in one line with arrows between them. */
export function workflowsIn(
  document: Document,
  lines: readonly Line[],
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
): readonly Process[] {
  const process = (block: Line['block'], steps: readonly WrittenStep[]) =>
    processOf(titleOf(document, block.section, block.lead), steps, names, {
      vocabulary,
      lifecycles,
    });
  const names = uniqueNames();
  const processes: Process[] = [];
  const lists = Map.groupBy(
    lines.filter(
      ({ block, kind }) =>
        block.kind === 'item' &&
        block.ordered &&
        block.depth === 0 &&
        isWorkflow(document, block.section, block.lead, kind),
    ),
    ({ block }) => (block.kind === 'item' ? block.list : -1),
  );
  for (const list of lists.values()) {
    const first = list[0]?.block;
    if (!first || list.length < 2) continue;
    const steps = list.map(({ block }): WrittenStep => ({
      text: block.text.replaceAll(/\s*\n\s*/g, ' '),
      source: block.span,
    }));
    processes.push(process(first, steps));
  }
  for (const { block, kind } of lines) {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || kind !== 'workflow') continue;
    const steps = inlineSteps(document, block);
    if (steps.length >= 3) processes.push(process(block, steps));
  }
  return processes;
}

function isWorkflow(document: Document, section: number, lead: number, kind: string): boolean {
  if (BUILDING.test(foldText(document.sections[section]?.title ?? ''))) return false;
  return (
    kind === 'workflow' ||
    TITLE.test(
      foldText(
        `${document.sections[section]?.title ?? ''} ${document.blocks[lead]?.text.slice(0, 80) ?? ''}`,
      ),
    )
  );
}

function titleOf(document: Document, section: number, lead: number): string {
  const introduction = document.blocks[lead];
  const text =
    introduction && introduction.kind !== 'heading' ? introduction.text.split('\n')[0] : undefined;
  const title = text && text.length <= 60 ? text : document.sections[section]?.title;
  return (title ?? '').replaceAll(/[:：*]+\s*$/g, '').trim() || 'Workflow';
}

/** `1. Register → 2. Search → 3. Book`. */
function inlineSteps(document: Document, block: Line['block']): readonly WrittenStep[] {
  const marks = [...block.text.matchAll(NUMBERED)];
  if (marks.length < 3) return [];
  return marks.map((mark, at) => {
    const start = mark.index + mark[0].length;
    const end = marks[at + 1]?.index ?? block.text.length;
    const text = block.text
      .slice(start, end)
      .replaceAll(/\s*(?:→|->|=>)\s*$/g, '')
      .trim();
    return { text, source: spanIn(document, block, start, start + Math.max(1, text.length)) };
  });
}

function processOf(
  title: string,
  steps: readonly WrittenStep[],
  names: (name: string) => string,
  known: { readonly vocabulary: Vocabulary; readonly lifecycles: ReadonlyMap<string, Lifecycle> },
): Process {
  const { vocabulary, lifecycles } = known;
  const name = names(nameOf(title, vocabulary.model.language) || 'workflow');
  const id = `process/${name}`;
  return {
    id,
    name: /^[a-z]/.test(name) ? name : `process-${name}`,
    label: title,
    origin: 'stated',
    sources: steps.map(({ source }) => source),
    steps: stepsOf(id, steps, vocabulary, lifecycles),
  };
}
