import {isFinal, STATUS_NAMES} from '../../model/life.ts';
import type {Model} from '../../model/model.ts';
import {type StageNodes, stageNodes} from '../../model/stageNodes.ts';
import {ratioEstimate} from '../../statistics/index.ts';
import type {StageFlow, StageResults, StageRow} from '../results.ts';
import type {Replication} from './replication.ts';

/** How items went from stage to stage; undefined where they have no life after handling. */
export function stageResults(replications: readonly Replication[], {life, names}: Model): StageResults | undefined {
  if (life === undefined) return undefined;
  const nodes = stageNodes(life);
  const count = nodes.names.length;
  const flowsOf = replications.map(({facts}) => facts.columns.stageFlows);
  const stayOf = replications.map(({facts}) => facts.columns.stageMs);
  const rows: StageRow[] = [];
  const flows: StageFlow[] = [];
  for (const [process, name] of names.processes.entries()) {
    const at = process * count;
    const cell = (replication: number, from: number, to: number) => flowsOf[replication][(at + from) * count + to];
    for (let from = 0; from < count; from++)
      for (let to = 0; to < count; to++) {
        const items = mean(replications.map((_, k) => cell(k, from, to)));
        if (items > 0) flows.push({process: name, from: nodes.names[from], to: nodes.names[to], items});
      }
    for (let node = 0; node < count; node++) {
      const into = replications.map((_, k) => sum(count, (from) => cell(k, from, node)));
      const out = replications.map((_, k) => sum(count, (to) => cell(k, node, to)));
      if (mean(into) === 0) continue;
      const seconds = replications.map((_, k) => stayOf[k][at + node] / 1000);
      rows.push({
        process: name,
        stage: nodes.names[node],
        entered: mean(into),
        left: mean(out),
        seconds: mean(seconds),
        meanSeconds: ratioEstimate(replications.map((_, k) => [seconds[k], out[k]])),
      });
    }
  }
  return {names: namesOf(nodes), rows, flows};
}

const namesOf = ({names, statuses}: StageNodes): StageResults['names'] =>
  names.map((stage, node) => ({
    stage,
    status: statuses[node],
    final: isFinal(STATUS_NAMES.indexOf(statuses[node])),
  }));

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
const sum = (count: number, of: (index: number) => number): number => {
  let total = 0;
  for (let index = 0; index < count; index++) total += of(index);
  return total;
};
