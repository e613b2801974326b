/** Call graphs as research publishes them. */
import type { Template } from './template.ts';

export const callsMeasured: Template = {
  name: 'calls/measured',
  title: 'calls as edges of a graph: source, destination, measure, timestamp',
  doc: [
    'The layout of the CallMine sample and of tools like it: numbers of two subscribers, a measure that is the length of the',
    'call in seconds, and its start. Times have no zone of their own.',
  ].join('\n'),
  kind: 'call',
  confidence: 0.95,
  header: 'find',
  columns: [
    { to: 'caller.line', names: ['source'] },
    { to: 'callee.line', names: ['destination'] },
    { to: 'duration', names: ['measure'], unit: 'seconds' },
    { to: 'start', names: ['timestamp'] },
    { to: [], names: ['label'] },
  ],
  requires: [['caller.line'], ['callee.line'], ['duration'], ['start']],
  parties: { caller: { role: 'caller' }, callee: { role: 'callee' } },
  dates: ['Y-M-D', 'epoch'],
};
