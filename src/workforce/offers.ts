import type {OfferDraws} from '../model/roster.ts';
import type {DistributionSpec} from '../random/distribution.ts';
import {type KeyedDraws, keyedDraws} from '../random/keyed.ts';
import {sampler} from '../random/sampler.ts';
import {streamOf} from '../random/streams.ts';
import type {GroupSpec, Scenario} from '../scenario/scenario.ts';
import type {People} from './people.ts';

/** True where offers to an agent of this spec ring before they are answered or missed. */
export function rings(offers: GroupSpec['offers']): boolean {
  return offers.noAnswer > 0 || (offers.answerIn !== null && offers.answerIn.mean > 0);
}

/**
 * How each offer of a replication is answered. Keyed by (source, number of the item, redial, agent, offer), sources
 * and agents by their names, so that another source, agent or group changes nobody's luck.
 */
export function offerDrawsOf(scenario: Scenario, people: People, seed: string, replication: number): OfferDraws {
  return new Offers(scenario, people, seed, replication);
}

class Offers implements OfferDraws {
  missed = false;
  ringMs = 0;
  notReadyMs = 0;
  readonly #specs: readonly GroupSpec['offers'][];
  readonly #sourceKeys: Float64Array;
  readonly #agentKeys: Float64Array;
  readonly #miss: KeyedDraws;
  readonly #answer: KeyedDraws;
  readonly #ring: KeyedDraws;
  readonly #notReady: KeyedDraws;

  constructor(scenario: Scenario, people: People, seed: string, replication: number) {
    this.#specs = people.seats.map((seat) => seat.spec.offers);
    this.#sourceKeys = Float64Array.from(scenario.demand, (source) => numberOf('source', source.name));
    this.#agentKeys = Float64Array.from(people.seats, (seat) => numberOf('agent', seat.spec.name, seat.key));
    const purpose = (name: string) => keyedDraws(seed, replication, 'offer', name);
    this.#miss = purpose('miss');
    this.#answer = purpose('answer');
    this.#ring = purpose('ring');
    this.#notReady = purpose('notReady');
  }

  /** Answering takes no longer than an offer rings, so that the share missed is the one given. */
  draw(_group: number, source: number, number: number, redial: number, agent: number, offer: number): void {
    const {noAnswer, answerIn, ringFor, thenNotReady} = this.#specs[agent];
    const sourceKey = this.#sourceKeys[source];
    const agentKey = this.#agentKeys[agent];
    const drawn = (draws: KeyedDraws, spec: DistributionSpec) =>
      Math.round(sampler(spec, draws.at(sourceKey, number, redial, agentKey, offer))());
    this.missed = noAnswer > 0 && this.#miss.uniform(sourceKey, number, redial, agentKey, offer) < noAnswer;
    const longestMs = ringFor === null ? Number.POSITIVE_INFINITY : drawn(this.#ring, ringFor);
    const answeredMs = answerIn === null ? 0 : drawn(this.#answer, answerIn);
    this.ringMs = this.missed && ringFor !== null ? longestMs : Math.min(answeredMs, longestMs);
    this.notReadyMs = this.missed && thenNotReady !== null ? drawn(this.#notReady, thenNotReady) : 0;
  }
}

/** A number of 32 bits that stands for a name in a key. */
function numberOf(...name: string[]): number {
  return Math.floor(streamOf('', ...name)() * 0x1_0000_0000);
}
