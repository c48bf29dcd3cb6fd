import type {Judged} from '../../experiment/index.ts';
import {type CheckReport, isPassed} from './checkReport.ts';
import {claimText} from './words.ts';

/** Every number of the check; names and their order stay while `schema` does. */
export function checkJson(report: CheckReport): string {
  const {version, verdict, undecided, confidence, maxReplications, stopped, baseline, scenarios} = report;
  return `${JSON.stringify(
    {
      schema: 1,
      ...{version, verdict, passed: isPassed(report), undecided, confidence, maxReplications, stopped, baseline},
      scenarios: scenarios.map(({file, name, seed, hash, replications, command, changes, judged, places}) => ({
        ...{file, name, seed, hash, replications, command, changes},
        claims: judged.map((one, index) => ({...claimJson(one), line: places[index]?.line ?? 0})),
      })),
    },
    null,
    1,
  )}\n`;
}

function claimJson({claim, verdict, reason, replications, count, interval, beside}: Judged) {
  const {kind, measure, limit} = claim;
  return {
    ...{claim: claimText(claim), kind, measure: measure.key, unit: measure.unit, verdict, reason, replications, count},
    value: interval?.value ?? null,
    interval: interval && [interval.low, interval.high].map((end) => (Number.isFinite(end) ? end : null)),
    exact: interval?.exact ?? false,
    ...(beside && {now: beside.now, baseline: beside.before}),
    limit,
  };
}
