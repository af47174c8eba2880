import { get, constant, compare, sum, days } from './vocabulary.ts';
import type { ExpressionVector } from './vocabulary.ts';

/** Dates, times and durations. */
export const dateVectors: readonly ExpressionVector[] = [
  // dates
  {
    name: 'dates',
    expression: compare(get('end'), 'ge', get('start')),
    record: { start: '2026-03-01', end: '2026-03-01' },
    expected: true,
  },
  {
    name: 'at most 45 days after: on the day',
    expression: compare(get('end'), 'le', sum(get('start'), 'add', days(45))),
    record: { start: '2026-01-15', end: '2026-03-01' },
    expected: true,
  },
  {
    name: 'at most 45 days after: a day late',
    expression: compare(get('end'), 'le', sum(get('start'), 'add', days(45))),
    record: { start: '2026-01-15', end: '2026-03-02' },
    expected: false,
  },
  {
    name: 'leap day',
    expression: compare(sum(get('start'), 'add', days(1)), 'eq', constant('date', '2028-02-29')),
    record: { start: '2028-02-28' },
    expected: true,
  },
  {
    name: 'a month after 31 January',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P1M')),
      'eq',
      constant('date', '2026-02-28'),
    ),
    record: { start: '2026-01-31' },
    expected: true,
  },
  {
    name: 'a month before 31 March',
    expression: compare(
      sum(get('start'), 'subtract', constant('duration', 'P1M')),
      'eq',
      constant('date', '2026-02-28'),
    ),
    record: { start: '2026-03-31' },
    expected: true,
  },
  {
    name: 'a year after a leap day',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P1Y')),
      'eq',
      constant('date', '2029-02-28'),
    ),
    record: { start: '2028-02-29' },
    expected: true,
  },
  {
    name: 'two weeks',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P2W')),
      'eq',
      constant('date', '2026-01-15'),
    ),
    record: { start: '2026-01-01' },
    expected: true,
  },
  {
    name: 'times',
    expression: compare(get('read-at'), 'gt', get('sent-at')),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-01T10:00:00.001Z' },
    expected: true,
  },
  {
    name: 'at least 24 hours before',
    expression: compare(
      get('sent-at'),
      'le',
      sum(get('read-at'), 'subtract', constant('duration', 'PT24H')),
    ),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-02T09:59:59.999Z' },
    expected: false,
  },
  {
    name: 'a date against a time is its first moment',
    expression: compare(get('start'), 'le', get('sent-at')),
    record: { start: '2026-03-01', sentAt: '2026-03-01T00:00:00.000Z' },
    expected: true,
  },
  {
    name: 'a date plus hours is a time',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'PT6H')),
      'eq',
      get('sent-at'),
    ),
    record: { start: '2026-03-01', sentAt: '2026-03-01T06:00:00.000Z' },
    expected: true,
  },
  {
    name: 'the difference of dates',
    expression: compare(sum(get('end'), 'subtract', get('start')), 'le', days(7)),
    record: { start: '2026-03-01', end: '2026-03-09' },
    expected: false,
  },
  {
    name: 'the difference of times',
    expression: compare(
      sum(get('read-at'), 'subtract', get('sent-at')),
      'ge',
      constant('duration', 'PT30M'),
    ),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-01T10:30:00.000Z' },
    expected: true,
  },
  {
    name: 'today is the date in UTC',
    expression: compare(get('start'), 'eq', { kind: 'today' }),
    record: { start: '2026-03-31' },
    expected: true,
  },
  {
    name: 'not in the past',
    expression: compare(get('start'), 'ge', { kind: 'today' }),
    record: { start: '2026-03-30' },
    expected: false,
  },
  {
    name: 'now',
    expression: compare(get('sent-at'), 'lt', { kind: 'now' }),
    record: { sentAt: '2026-03-31T22:29:59.999Z' },
    expected: true,
  },
  {
    name: 'now plus a day',
    expression: compare(get('sent-at'), 'gt', sum({ kind: 'now' }, 'add', days(1))),
    record: { sentAt: '2026-04-01T22:30:00.000Z' },
    expected: false,
  },
];
