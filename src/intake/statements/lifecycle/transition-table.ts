import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import type { Line } from '../line.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import type { Draft, Step } from './draft.ts';
import { fieldsHolding, valueOfState } from './match-states.ts';

const FROM =
  /^(?:from(?: (?:state|status))?|current (?:state|status)|source(?: state)?|old (?:state|status)|desde|de|origen|von|ausgang|depuis|da|origem|起始状态|当前状态|原状态|遷移元|現在の状態|현재 상태|из|текущий статус)$/;
const TO =
  /^(?:to(?: (?:state|status))?|next (?:state|status)|target(?: state)?|new (?:state|status)|hasta|a|destino|nach|ziel|vers|para|目标状态|下一状态|新状态|遷移先|次の状態|다음 상태|в|новый статус)$/;
const ACTION =
  /^(?:action|event|trigger|transition|verb|command|accion|evento|aktion|ereignis|action|acao|azione|动作|操作|事件|触发|アクション|イベント|操作|액션|이벤트|동작|действие|событие)$/;
const WHO =
  /^(?:who|role|roles|actor|actors|by|performed by|allowed (?:roles?|by)|rol|actor|quien|rolle|akteur|role|acteur|papel|ator|ruolo|attore|角色|执行者|ロール|実行者|역할|роль)$/;

/** Tables with a column for the state before and one for the state after. */
export function stepsInTable(lines: readonly Line[], vocabulary: Vocabulary): readonly Draft[] {
  const rows = lines.flatMap((line) =>
    line.block.kind === 'row' ? [{ line, row: line.block }] : [],
  );
  return [...Map.groupBy(rows, ({ row }) => row.table).values()].flatMap((table) => {
    const [first] = table;
    if (!first) return [];
    const header = first.row.header.map((cell) => foldText(cell).trim());
    const [from, to, action, who] = [FROM, TO, ACTION, WHO].map((words) =>
      header.findIndex((cell) => words.test(cell)),
    );
    if (from === undefined || to === undefined || from < 0 || to < 0) return [];
    const written = table.flatMap(({ row }) => [...states(row, from), ...states(row, to)]);
    const fields = fieldsHolding(
      [...new Set(written)],
      vocabulary.model.entities,
      first.line.entity,
    );
    const [field] = fields;
    if (!field || (fields.length > 1 && field.entity !== first.line.entity)) return [];
    const steps = table.flatMap(({ row }): Step[] =>
      states(row, from).flatMap((left) =>
        states(row, to).map((right) => ({
          from: valueOfState(field, left) ?? left,
          to: valueOfState(field, right) ?? right,
          roles: rolesIn(row.cells[who ?? -1]?.text ?? '', vocabulary),
          sources: [row.span],
          ...(action !== undefined &&
            action >= 0 && { verb: row.cells[action]?.text.trim() ?? '' }),
        })),
      ),
    );
    const { type } = field.field.field;
    const values = type.kind === 'enum' ? type.values.map(({ value }) => value) : [];
    return [{ ...field, values, steps, sources: table.map(({ row }) => row.span) }];
  });
}

function states(row: Row, column: number): readonly string[] {
  return (row.cells[column]?.text ?? '')
    .split(/\s*(?:,|\/|\bor\b|、)\s*/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^[-–—*]$/.test(cell));
}

function rolesIn(text: string, vocabulary: Vocabulary): readonly string[] {
  return [...new Set(annotate(text, vocabulary).flatMap(({ roles }) => roles))];
}
