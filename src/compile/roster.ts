import type {Offers, Roster} from '../model/roster.ts';
import type {GroupSpec} from '../scenario/scenario.ts';
import {rings} from '../workforce/offers.ts';
import type {People} from '../workforce/people.ts';
import type {Profiles} from './profiles.ts';

export function rosterOf(people: People, {profiles, profileOf}: Profiles, specs: readonly GroupSpec[]): Roster {
  const ofGroup = people.groups.map((name) => specs.find((spec) => spec.name === name));
  const {agents} = people;
  return {
    agentCount: agents.length,
    groupCount: people.groups.length,
    group: Int32Array.from(agents, ({group}) => group),
    numberInGroup: Int32Array.from(agents, ({numberInGroup}) => numberInGroup),
    capacityRule: Int32Array.from(agents, (_, agent) => profiles[profileOf(agent, 0)].capacityRule),
    profile: Int32Array.from(agents, (_, agent) => profileOf(agent, 0)),
    profileSpeed: Float64Array.from(profiles, ({speed}) => speed),
    offers: ofGroup.map((spec) => (spec ? offersOf(spec.offers) : NO_OFFERS)),
    costPerHour: Float64Array.from(ofGroup, (spec) => spec?.costPerHour ?? Number.NaN),
  };
}

const NO_OFFERS: Offers = {rings: false, noAnswerShare: 0, ringForMs: 0, notReadyMs: 0, takesOthers: true};

/** Mean times; what an offer really takes is drawn by src/workforce. */
const offersOf = (offers: GroupSpec['offers']): Offers => ({
  rings: rings(offers),
  noAnswerShare: offers.noAnswer,
  ringForMs: offers.ringFor?.mean ?? 0,
  notReadyMs: offers.thenNotReady?.mean ?? 0,
  takesOthers: offers.whileRinging === 'takesOthers',
});
