import type {Names} from '../model/model.ts';
import type {ReportClasses} from '../model/reporting.ts';
import type {GoalScope} from '../scenario/scenario.ts';

/** What a number is about; nothing named: everything. All that is named must hold. */
export type Scope = GoalScope;

export const EVERYTHING: Scope = {};

export function scopeKey(scope: Scope): string {
  const {process, channel, group, source, attribute} = scope;
  return JSON.stringify([process, channel, group, source, attribute?.name, attribute?.value]);
}

/** One report class by itself. */
export interface ReportClass {
  readonly source: number;
  readonly channel: number;
  readonly process: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export function classAt(classes: ReportClasses, index: number): ReportClass {
  return {
    source: classes.source[index],
    channel: classes.channel[index],
    process: classes.process[index],
    attributes: classes.attributes[index],
  };
}

/** A report class as text, the same in every replication; and back. */
export function classKey(it: ReportClass): string {
  const attributes = Object.entries(it.attributes).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([it.source, it.channel, it.process, attributes]);
}
export function classOfKey(key: string): ReportClass {
  const [source, channel, process, attributes] = JSON.parse(key);
  return {source, channel, process, attributes: Object.fromEntries(attributes)};
}

/** Whether items of a report class belong to the scope. `group` says nothing about items. */
export function covers(scope: Scope, names: Names, it: ReportClass): boolean {
  const {process, channel, source, attribute} = scope;
  if (process !== undefined && names.processes[it.process] !== process) return false;
  if (channel !== undefined && names.channels[it.channel] !== channel) return false;
  if (source !== undefined && names.sources[it.source] !== source) return false;
  return attribute === undefined || it.attributes[attribute.name] === attribute.value;
}
