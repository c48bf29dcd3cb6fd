import type {AttributeValue, Brought, Moves} from '../../model/moves.ts';
import {sampler} from '../../random/sampler.ts';
import type {AttributeSpec, SourceSpec} from '../../scenario/scenario.ts';
import type {FeedContext, HandedTo} from '../context.ts';
import {sourceDraws} from '../draws.ts';

/** To the process named beside it, and to nobody in it. */
const THERE: HandedTo = {};

type Draw = (number: number, redial: number, visit: number) => AttributeValue;

/** Where items of a source go when they are reclassified or handed over; values that change are drawn by item and visit. */
export function movesOf(source: SourceSpec, index: number, context: FeedContext): Moves {
  const {classifier} = context;
  const {handling = []} = source;
  const changes = handling.map((one) =>
    one.kind === 'reclassify'
      ? Object.entries(one.set).map(([name, spec]) => [name, drawOf(spec, source.name, name, context)] as const)
      : [],
  );
  return {
    reclassified(brought, outcome, number, redial, visit) {
      const changed = Object.fromEntries(changes[outcome].map(([name, draw]) => [name, draw(number, redial, visit)]));
      const now: Brought = {...brought, attributes: {...brought.attributes, ...changed}};
      const {route, initial} = classifier.classify(index, now.channel, now.attributes, now.priority);
      return {route, initial, brought: now};
    },
    transferred(brought, outcome, process) {
      const to = handling[outcome];
      if (to.kind !== 'transfer') throw new Error(`${to.kind} hands nothing over`);
      return {...classifier.send(index, brought, process, to.to), brought};
    },
    reassigned: (brought, process) => ({...classifier.send(index, brought, process, THERE), brought}),
  };
}

function drawOf(spec: AttributeSpec, source: string, name: string, context: FeedContext): Draw {
  if (spec.kind === 'constant') return () => spec.value;
  const draws = sourceDraws(context, source, 'life', 'reclassify', name);
  if (spec.kind === 'distribution')
    return (number, redial, visit) => sampler(spec.distribution, draws.at(number, redial, visit))();
  return (number, redial, visit) => {
    const at = draws.uniform(number, redial, visit);
    let upTo = 0;
    return (
      (
        spec.values.find(({share}) => {
          upTo += share;
          return at < upTo;
        }) ?? spec.values.at(-1)
      )?.value ?? null
    );
  };
}
