/** Leads: what a contact is worth, which falls with the lead's age, and what is noted of items that are done. */
import type {Brought} from './moves.ts';

export interface Leads {
  /** Per source: how likely a contact converts; null where its items are no leads. */
  readonly conversion: readonly (Conversion | null)[];
  /** Every disposition of the scenario. */
  readonly dispositions: readonly string[];
  /** Per source: those its items end with, in the order in which demand draws them; the last that of a conversion. */
  readonly noted: readonly (readonly number[])[];
}

/** Share of contacts that convert, by the lead's age: wall time from its arrival to the beginning of the contact. */
export type Conversion = HalvingConversion | TableConversion;

export interface HalvingConversion {
  readonly kind: 'halving';
  readonly share: number;
  /** Infinity: it never falls. */
  readonly halvesEveryMs: number;
}

/** Ages ascend; the first share holds before its age, the last after it. Between two the earlier, or a straight line. */
export interface TableConversion {
  readonly kind: 'table';
  readonly ageMs: readonly number[];
  readonly share: readonly number[];
  readonly between: 'step' | 'line';
}

export function conversionAt(conversion: Conversion, ageMs: number): number {
  const age = Math.max(0, ageMs);
  if (conversion.kind === 'halving') return conversion.share * 2 ** (-age / conversion.halvesEveryMs);
  const {ageMs: ages, share, between} = conversion;
  const next = ages.findIndex((at) => at > age);
  if (next === 0) return share[0];
  const last = next < 0 ? ages.length - 1 : next - 1;
  if (between === 'step' || next < 0) return share[last];
  return share[last] + ((share[next] - share[last]) * (age - ages[last])) / (ages[next] - ages[last]);
}

/** The attribute that says what a lead is worth when it converts, in money. */
export const DEAL_VALUE = 'dealValue';

/** 0 where an item has none. */
export function dealValueOf(brought: Brought | null): number {
  const value = Number(brought?.attributes[DEAL_VALUE] ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/** Draws of leads, keyed by item, redial and visit: routing changes only what they are compared with. */
export interface LeadDraws {
  /** Of one contact, inside (0, 1): it converts where this is less than the share at its age. */
  luck(number: number, redial: number, visit: number): number;
  /** What an item that did not convert is noted as: place in `Leads.noted`, -1 nothing. */
  disposition(number: number, redial: number, visit: number): number;
}
