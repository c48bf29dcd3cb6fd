/** Leads in an agent's hands: whether a contact converts, and what is noted of what is done. */
import {conversionAt, type LeadDraws, type Leads} from '../../model/leads.ts';
import {innermostTarget} from '../innermostTarget.ts';
import type {Run} from '../run.ts';

/** The contact with a lead is over: whether it converted. Of other items, never. */
export function converts(run: Run, {conversion}: Leads, item: number, agent: number): boolean {
  const {items} = run;

  const how = conversion[items.source(item)];
  if (how === null) return false;
  // In hand since then: the contact's beginning.
  const ageMs = items.standsMs(item) - items.arrivedMs(item);
  const converted =
    leadDrawsOf(run, item).luck(items.number(item), items.redial(item), items.visit(item)) < conversionAt(how, ageMs);
  const {eligibility} = run.model;
  const target = innermostTarget(eligibility, items.route(item), items.stage(item), run.agents.profile[agent]);
  run.observer.life?.contacted?.(item, agent, target, converted);
  return converted;
}

/** The item is about to be complete: what is noted of it. */
export function note(run: Run, {noted}: Leads, item: number, converted: boolean): void {
  const {items} = run;

  const names = noted[items.source(item)];
  if (names.length === 0) return;
  const drawn = converted
    ? names.length - 1
    : leadDrawsOf(run, item).disposition(items.number(item), items.redial(item), items.visit(item));
  if (drawn >= 0) run.observer.life?.noted?.(item, names[drawn]);
}

function leadDrawsOf(run: Run, item: number): LeadDraws {
  const lead = run.feeds[run.items.source(item)].life?.lead;
  if (!lead) throw new Error('a source of leads has no draws for them');
  return lead;
}
