import {dayIndexOf} from '../../calendar/index.ts';
import type {AgentBlock} from '../../scenario/scenario.ts';
import type {Schedule} from './stint.ts';

type PresenceBlock = Extract<AgentBlock, {kind: 'presence'}>;

/** Presence of one agent, spell by spell as recorded, with the skills held then. */
export const presence: Schedule<PresenceBlock> = (block, seat, span, scenario) =>
  block.spells
    .map((spell, index) => {
      const fromMs = spell.fromEpochMs - scenario.fromEpochMs;
      const toMs = spell.toEpochMs - scenario.fromEpochMs;
      const {date} = span.dayAt(dayIndexOf(span.dayAt, fromMs));
      return {date, fromMs, toMs, skillset: seat.spellSkillsets[index], breaks: []};
    })
    .sort((a, b) => a.fromMs - b.fromMs);
