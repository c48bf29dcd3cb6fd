import type {Path} from '../../language/problem.ts';
import {shown} from '../../language/show.ts';
import type {Scenario, SourceSpec} from '../scenario.ts';
import {assignments} from './assignments.ts';
import type {Check, Draft} from './draft.ts';
import {known} from './known.ts';

/** Processes that work orders name exist. */
export const workOrderNames: Check = ({scenario, reading}) => {
  const names = reading.names('routing', 'processes');
  for (const source of scenario.demand)
    if (source.arrivals.kind === 'opened')
      known(reading, [...reading.pathOf(source), 'open'], 'process', source.arrivals.process, names);
};

/** What is opened goes to a process that none of those who wait for it is in, and that takes it. */
export const workOrders: Check = (draft) => {
  for (const source of draft.scenario.demand) if (source.arrivals.kind === 'opened') judge(draft, source);
};

function judge(draft: Draft, source: SourceSpec): void {
  const {scenario, reading} = draft;
  if (source.arrivals.kind !== 'opened') return;
  const {process} = source.arrivals;
  const path: Path = [...reading.pathOf(source), 'open'];
  const [opener, ...before] = openersOf(scenario, source);
  if (opener && processesOf(scenario, opener).includes(process))
    reading.error(
      path,
      `expected another process than its own, found ${shown(process)}: items of ${opener.name} may be in it`,
      'a work order is for somebody else to do: an item that goes on itself is parked',
    );
  else if (before.some((one) => processesOf(scenario, one).includes(process)))
    reading.error(
      path,
      `expected a process that nobody who waits for it is in, found ${shown(process)}: ${before.map(({name}) => name).join(', ')}`,
      'a work order of a work order goes on to a third process',
    );
  const {open, whenClosed} = scenario.routing.processes[process] ?? {};
  if (open !== undefined && whenClosed === 'reject')
    reading.warn(
      path,
      `what is opened while ${process} is closed is rejected, and its item goes on without it`,
      'whenClosed: queue',
    );
}

/** Who waits for the items of a source, directly first. */
function openersOf(scenario: Scenario, source: SourceSpec): SourceSpec[] {
  const {arrivals} = source;
  if (arrivals.kind !== 'opened') return [];
  return scenario.demand.filter(({name}) => name === arrivals.by).flatMap((one) => [one, ...openersOf(scenario, one)]);
}

const processesOf = (scenario: Scenario, source: SourceSpec): string[] =>
  assignments(scenario).flatMap((one) => (one.source === source ? one.process : []));
