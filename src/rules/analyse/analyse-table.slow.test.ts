import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../table/read-table.ts';
import { analyseTable } from './analyse-table.ts';

test('rows that all meet are analysed in part: rules/analysis-cut', () => {
  const { value: table } = readTable({
    id: 'table/t',
    label: 't',
    origin: 'stated',
    sources: [],
    name: 't',
    hitPolicy: 'first',
    inputs: ['a', 'b', 'c'],
    outputs: ['result'],
    rows: Array.from({ length: 2500 }, (_, at) => ({
      inputs: [`> ${at}`, `< ${at}`, `> -${at}`],
      outputs: ['1'],
    })),
  });
  assert.ok(table);
  const codes = analyseTable(table).map(({ diagnostic }) => diagnostic.code);
  assert.ok(codes.includes('rules/analysis-cut'));
});
