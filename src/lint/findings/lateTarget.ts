import {formatDuration} from '../../language/duration.ts';
import {foundTogether, type OfProcess} from '../alike.ts';
import type {LintContext, Served} from '../context.ts';
import type {FindingKind} from '../finding.ts';
import {opensMs} from '../opening.ts';
import {drawsOf, shareAbove} from '../quantile.ts';
import {percent} from '../words.ts';

/** Share of customers who still wait below which a target opens for hardly anybody. */
const HARDLY_ANY = 0.01;

export const lateTarget: FindingKind = {
  code: 'late-target',
  title: 'A target that opens when the promise is broken already, or the customer gone',
  severity: 'warning',
  doc: 'A target that opens at or after `answerWithin` cannot help the service level, one that opens at or after the `sla` cannot help the SLA attainment; one that opens when hardly any customer is patient enough to be there still opens for nobody. It may be meant so, for waits that are long anyway: then accept it.',
  find(context) {
    const found = context.served.flatMap((served) => {
      const spec = context.scenario.routing.processes[served.process];
      const targets = context.scenario.routing.distribution[spec?.distribute ?? '']?.targets ?? [];
      if (spec === undefined) return [];
      const late = opensMs(context.scenario, spec).flatMap((ms, stage) => {
        const found = stage === 0 ? null : judged(context, served, stage, ms);
        return found ? [found] : [];
      });
      // Of several targets of a process the first that is late says it all.
      return targets.length === 0 ? [] : late.slice(0, 1);
    });
    return foundTogether(found);
  },
};

function judged({scenario}: LintContext, served: Served, stage: number, ms: number): OfProcess | null {
  const {name, slaMs, answerWithinMs, distribute} = scenario.routing.processes[served.process];
  const {for: before} = scenario.routing.distribution[distribute].targets[stage - 1];
  // Targets that open together are an order of preference.
  if (ms === 0 || before === null) return null;
  const said = (limitMs: number, limit: string, why: string): OfProcess => ({
    process: name,
    key: `${distribute} ${stage} ${ms} ${why}`,
    found: (names) => ({
      path: ['routing', 'distribution', distribute, 'targets', stage],
      message: `target ${stage + 1} of ${distribute} opens for ${names} after ${formatDuration(ms)}, ${why}`,
      counterExample: {kind: 'times', ms, limitMs, limit},
      suggestion: `open it earlier, with a shorter \`for\` of target ${stage}`,
    }),
  });
  const patience = served.sources.flatMap((source) =>
    source.patience === undefined ? [] : [drawsOf(source.patience)],
  );
  const staying = patience.map((draws) => shareAbove(draws, ms));
  if (staying.length === served.sources.length && Math.max(...staying) < HARDLY_ANY)
    return said(
      Math.max(...patience.map((draws) => draws[Math.floor(draws.length * (1 - HARDLY_ANY))])),
      'patience',
      `when ${percent(Math.max(...staying))} of the customers are still waiting`,
    );
  if (answerWithinMs !== undefined && ms >= answerWithinMs)
    return said(
      answerWithinMs,
      'answerWithin',
      `answerWithin is ${formatDuration(answerWithinMs)}: it cannot help the service level`,
    );
  if (slaMs !== undefined && ms >= slaMs)
    return said(slaMs, 'sla', `the sla is ${formatDuration(slaMs)}: it cannot help anything to be in time`);
  return null;
}
