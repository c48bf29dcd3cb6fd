import {printable} from '../../language/show.ts';
import type {LeadResults, Results} from '../../measure/results.ts';
import {span} from '../quantities.ts';
import {AREAS, CONFIG, SERIES, WIDTH} from '../theme.ts';
import type {Chart} from './chart.ts';
import {rounded} from './linePanel.ts';

const MOST_PROCESSES = SERIES.length;
/** Where fewer contacts a replication fall into a span of age its rate says nothing. */
const FEWEST = 1;

export const leads: Chart = {
  key: 'leads',
  title: 'Leads: conversion by age, value won and lost',
  needs: ({leads: found}) => (found?.byAge.length ?? 0) > 0,
  spec({leads: found}) {
    const names = processesOf(found);
    const shown = names.slice(0, MOST_PROCESSES);
    const more = names.length - shown.length;
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: {
        text: this.title,
        subtitle: `Contacts by the lead’s age, wall time since its arrival${more > 0 ? `; the ${shown.length} processes with most of ${names.length}` : ''}`,
      },
      vconcat: [byAge(found, shown), values(found, shown)],
      spacing: 28,
      resolve: {scale: {color: 'independent', strokeDash: 'independent'}},
      config: CONFIG,
    };
  },
};

/** Those with most contacts first. */
function processesOf(found: Results['leads']): string[] {
  const contacts = new Map<string, number>();
  for (const row of found?.byAge ?? []) contacts.set(row.process, (contacts.get(row.process) ?? 0) + row.contacts);
  return [...contacts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function byAge(found: LeadResults | undefined, shown: readonly string[]) {
  const rows = (found?.byAge ?? []).filter(({process, contacts}) => shown.includes(process) && contacts >= FEWEST);
  const label = ({fromSeconds, toSeconds}: (typeof rows)[number]) =>
    toSeconds === null ? `${span(fromSeconds)} +` : `${span(fromSeconds)}–${span(toSeconds)}`;
  const bins = [...rows].sort((a, b) => a.fromSeconds - b.fromSeconds);
  const names = shown.map((name) => printable(name, 40));
  return {
    width: WIDTH,
    height: 190,
    data: {
      values: rows.map((row) => ({
        process: printable(row.process, 40),
        age: label(row),
        share: rounded(row.conversions / row.contacts),
      })),
    },
    mark: {type: 'line', point: {size: 40, filled: true}, strokeWidth: 2},
    encoding: {
      x: {
        field: 'age',
        type: 'ordinal',
        sort: [...new Set(bins.map(label))],
        axis: {title: 'age at contact', labelAngle: -40},
      },
      y: {
        field: 'share',
        type: 'quantitative',
        scale: {zero: true},
        axis: {title: 'share of contacts converted', format: '.0%', tickCount: 5},
      },
      color: {
        field: 'process',
        type: 'nominal',
        scale: {domain: names, range: SERIES.slice(0, names.length).map(({colour}) => colour)},
      },
      strokeDash: {
        field: 'process',
        type: 'nominal',
        scale: {domain: names, range: SERIES.slice(0, names.length).map(({dash}) => dash)},
      },
    },
  };
}

function values(found: LeadResults | undefined, shown: readonly string[]) {
  const sum = (process: string, of: 'valueWon' | 'valueLost') =>
    (found?.byGroup ?? []).reduce((total, row) => (row.process === process ? total + row[of] : total), 0) +
    (of === 'valueLost' ? (found?.notContacted.find((row) => row.process === process)?.valueLost ?? 0) : 0);
  const kinds = [
    {name: 'won', of: 'valueWon'},
    {name: 'lost to waiting', of: 'valueLost'},
  ] as const;
  return {
    width: WIDTH,
    height: {step: 17},
    data: {
      values: shown.flatMap((process) =>
        kinds.map(({name, of}) => ({process: printable(process, 40), kind: name, value: rounded(sum(process, of))})),
      ),
    },
    mark: {type: 'bar'},
    encoding: {
      y: {field: 'process', type: 'nominal', sort: shown.map((name) => printable(name, 40)), axis: {title: null}},
      yOffset: {field: 'kind', type: 'nominal', sort: kinds.map(({name}) => name)},
      x: {field: 'value', type: 'quantitative', axis: {title: 'deal value, money', grid: true, tickCount: 5}},
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: {domain: kinds.map(({name}) => name), range: [AREAS.inHand, SERIES[1].colour]},
      },
    },
  };
}
