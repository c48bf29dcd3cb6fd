import type {GroupSpec} from '../scenario/scenario.ts';

/**
 * How fast agents of these skills handle everything, 1 being the handle times as given. By skill level it is the
 * straight line between the levels given, and what the lowest and the highest say beyond them; no skill is level 0.
 */
export function speedOf(speed: GroupSpec['speed'], skills: Readonly<Record<string, number>>): number {
  if (speed.kind === 'fixed') return speed.factor;
  const level = skills[speed.skill] ?? 0;
  const levels = [...speed.levels].sort((a, b) => a.level - b.level);
  const above = levels.findIndex((point) => point.level >= level);
  if (above < 0) return levels.at(-1)?.factor ?? 1;
  const [low, high] = [levels[above - 1], levels[above]];
  if (!low || !high) return high?.factor ?? 1;
  return low.factor + ((high.factor - low.factor) * (level - low.level)) / (high.level - low.level);
}
