import {Items} from '../../floor/items.ts';
import {conversionAt, dealValueOf, type Leads} from '../../model/leads.ts';
import type {Model} from '../../model/model.ts';
import {targetStride} from '../fields.ts';

/** Columns of a row of contacts. */
export const DEALS = {contacts: 0, conversions: 1, won: 2, lost: 3} as const;
export const DEALS_STRIDE = 4;

const [M, H, D] = [60_000, 3_600_000, 86_400_000];
/** Columns of a row of leads that nobody contacted: how many, and what that has cost. */
export const MISSED_DEALS = {leads: 0, lost: 1} as const;
export const MISSED_DEALS_STRIDE = 2;

/** Ages at contact are told by these spans, ms; the last is open. */
export const LEAD_AGES_MS: readonly number[] = [
  ...[0, 5 * M, 15 * M, 30 * M, H, 2 * H, 4 * H, 8 * H, 16 * H],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 21, 28].map((days) => days * D),
];

/** One contact with a lead. */
export interface Contact {
  /** The lead's first. */
  readonly first: boolean;
  readonly value: number;
  /** Of the first contact: value times the share that its age has cost. */
  readonly lost: number;
}

/** Contacts with leads that count, by who made them and when, and what was noted of items that are done. */
export class LeadBook {
  /** Rows of DEALS: [process * groups + group], [process * targetStride + target + 1], [process * ages + span]. */
  readonly byGroup: Float64Array;
  readonly byTarget: Float64Array;
  readonly byAge: Float64Array;
  /** Rows of MISSED_DEALS by process. */
  readonly missed: Float64Array;
  /** [process * dispositions + disposition]. */
  readonly noted: Float64Array;
  private readonly leads: Leads;
  private readonly model: Model;
  private readonly targets: number;
  private items: Items = new Items();

  constructor(model: Model, leads: Leads) {
    const {processes, roster} = model;
    this.leads = leads;
    this.model = model;
    this.targets = targetStride(model);
    this.byGroup = new Float64Array(processes.count * roster.groupCount * DEALS_STRIDE);
    this.byTarget = new Float64Array(processes.count * this.targets * DEALS_STRIDE);
    this.byAge = new Float64Array(processes.count * LEAD_AGES_MS.length * DEALS_STRIDE);
    this.missed = new Float64Array(processes.count * MISSED_DEALS_STRIDE);
    this.noted = new Float64Array(processes.count * leads.dispositions.length);
  }

  watch(items: Items): void {
    this.items = items;
  }

  /** A contact is over, with an item of a process as reported. */
  contacted(item: number, process: number, agent: number, stage: number, converted: boolean): Contact {
    const {items, model} = this;
    const contact = this.contactOf(item);
    const {group, groupCount} = model.roster;
    const target = stage < 0 ? stage : stage + (model.routes.firstTarget?.[items.route(item)] ?? 0);
    const ageMs = items.standsMs(item) - items.arrivedMs(item);
    let span = LEAD_AGES_MS.length - 1;
    while (span > 0 && LEAD_AGES_MS[span] > ageMs) span--;
    add(this.byGroup, process * groupCount + group[agent], contact, converted);
    add(this.byTarget, process * this.targets + target + 1, contact, converted);
    add(this.byAge, process * LEAD_AGES_MS.length + span, contact, converted);
    return contact;
  }

  /**
   * Nobody has contacted an item of a process as reported, at an age: still waiting, or gone, Infinity. What that has cost;
   * NaN where it is no lead, or was contacted.
   */
  notContacted(item: number, process: number, ageMs: number): number {
    const {items, leads} = this;
    const conversion = leads.conversion[items.source(item)];
    if (conversion === null || !Number.isNaN(items.answeredMs(item))) return Number.NaN;
    const left = ageMs < Infinity ? conversionAt(conversion, ageMs) : 0;
    const lost = dealValueOf(items.brought[item]) * (conversionAt(conversion, 0) - left);
    this.missed[process * MISSED_DEALS_STRIDE + MISSED_DEALS.leads]++;
    this.missed[process * MISSED_DEALS_STRIDE + MISSED_DEALS.lost] += lost;
    return lost;
  }

  note(process: number, disposition: number): void {
    this.noted[process * this.leads.dispositions.length + disposition]++;
  }

  private contactOf(item: number): Contact {
    const {items, leads} = this;
    const {brought} = items;
    const value = dealValueOf(brought[item]);
    const first = items.standsMs(item) === items.answeredMs(item);
    const conversion = leads.conversion[items.source(item)];
    if (!first || conversion === null) return {first, value, lost: 0};
    const lost = conversionAt(conversion, 0) - conversionAt(conversion, items.standsMs(item) - items.arrivedMs(item));
    return {first, value, lost: value * lost};
  }
}

function add(rows: Float64Array, row: number, {value, lost}: Contact, converted: boolean): void {
  const at = row * DEALS_STRIDE;
  rows[at + DEALS.contacts]++;
  rows[at + DEALS.lost] += lost;
  if (!converted) return;
  rows[at + DEALS.conversions]++;
  rows[at + DEALS.won] += value;
}
