import type { EventDefinition } from '../model/event-definition.ts';
import type { ProcessModel } from '../model/process-model.ts';
import type { Formula, Trigger } from '../engine/definition.ts';
import { isTimerText } from '../engine/timers.ts';
import type { FlatNode, FlatProcess } from './flatten.ts';
import type { Report } from './report.ts';

/** What it takes to compile parts of a process. */
export interface Compiling {
  readonly model: ProcessModel;
  readonly flat: FlatProcess;
  readonly report: Report;
  /** Compiles FEEL; what is wrong with it is reported at the id. */
  readonly formula: (id: string, feel: string) => Formula | undefined;
}

/** The event of a node, with references resolved; undefined for none, or if something is wrong with it. */
export function compileEvent(
  { node, scope }: FlatNode,
  event: EventDefinition,
  c: Compiling,
): Trigger | undefined {
  const { model } = c;
  const nameIn = (list: readonly { id: string; name?: string }[] | undefined, id?: string) => {
    const found = list?.find((one) => one.id === id);
    if (id !== undefined && !found)
      c.report.say(node.id, 'unknown-reference', { id: node.id, target: id });
    return found?.name || id || node.name || node.id;
  };
  const codeIn = (
    list: readonly { id: string; name?: string; code?: string }[] | undefined,
    id?: string,
  ) => {
    if (id === undefined) return {};
    const found = list?.find((one) => one.id === id);
    if (!found) c.report.say(node.id, 'unknown-reference', { id: node.id, target: id });
    return { code: found?.code || found?.name || id };
  };
  switch (event.type) {
    case 'message': {
      const key = event.key === undefined ? undefined : c.formula(node.id, event.key);
      return { kind: 'message', name: nameIn(model.messages, event.message), ...(key && { key }) };
    }
    case 'signal':
      return { kind: 'signal', name: nameIn(model.signals, event.signal) };
    case 'timer':
      return compileTimer(node.id, event, c);
    case 'conditional': {
      const holds = event.condition === undefined ? undefined : c.formula(node.id, event.condition);
      if (event.condition === undefined)
        c.report.say(node.id, 'misplaced', { id: node.id, problem: 'has no condition' });
      return holds && { kind: 'condition', holds };
    }
    case 'error':
      return { kind: 'error', ...codeIn(model.errors, event.error) };
    case 'escalation':
      return { kind: 'escalation', ...codeIn(model.escalations, event.escalation) };
    case 'compensation': {
      const activity = event.activity === undefined ? undefined : c.flat.byId.get(event.activity);
      if (event.activity !== undefined && !activity)
        c.report.say(node.id, 'unknown-reference', { id: node.id, target: event.activity });
      return { kind: 'compensation', ...(activity && { activity: activity.index }) };
    }
    case 'link': {
      if (node.type === 'intermediateCatchEvent')
        return { kind: 'link', to: c.flat.byId.get(node.id)?.index ?? 0 };
      const target = c.flat.scopes[scope]?.nodes.find(
        (one) =>
          one.node.type === 'intermediateCatchEvent' &&
          one.node.event?.type === 'link' &&
          one.node.event.link === event.link,
      );
      if (!target)
        c.report.say(node.id, 'unknown-reference', {
          id: node.id,
          target: `link ${event.link ?? ''}`,
        });
      return target && { kind: 'link', to: target.index };
    }
    case 'terminate':
    case 'cancel':
      return { kind: event.type };
    case 'multiple':
      return undefined;
  }
}

function compileTimer(
  id: string,
  event: Extract<EventDefinition, { type: 'timer' }>,
  c: Compiling,
): Trigger | undefined {
  const forms = (['at', 'after', 'every'] as const).flatMap((form) =>
    event[form] === undefined ? [] : [{ form, text: event[form].trim() }],
  );
  const [only] = forms;
  if (!only || forms.length > 1) {
    c.report.say(id, 'misplaced', { id, problem: 'is a timer without a time, or with several' });
    return undefined;
  }
  const { form, text } = only;
  if (isTimerText(form, text)) return { kind: 'timer', form, when: () => ({ value: text }) };
  if (/^R\d*\/|^P[T\d]|^\d{4}-/.test(text)) {
    c.report.say(id, 'bad-expression', { id, problem: `"${text}" is no time of ISO 8601.` });
    return undefined;
  }
  const when = c.formula(id, text);
  return when && { kind: 'timer', form, when };
}
