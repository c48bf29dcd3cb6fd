/** Agents who can do ever less of it. */
export const THREE_LEVELS = `
workforce:
  - { group: a, agents: 1, skills: { Sales Processing: 8, Legacy System Processing: 2 } }
  - { group: b, agents: 1, skills: { Sales Processing: 5 } }
  - { group: c, agents: 1, skills: { Sales Processing: 1 } }`;
