/** A desk whose capacity rules are looked into. */

/** Sources as `chat 0s 100s`: channel, instants, handle time, then anything more; all of one process, one agent. */
export function desk(capacity: string, sources: readonly string[], agents = 1): string {
  const demand = sources.map((source, i) => {
    const [channel, at, lasts, ...more] = source.split(' ');
    return `  - { source: ${channel}${i}, channel: ${channel}, arrivals: { at: [ ${at} ] }, handleTime: ${lasts}, ${more.join(' ')} }`;
  });
  return `
demand:
${demand.join('\n')}
routing:
  segmentation: { otherwise: p }
  processes: { p: { distribute: d } }
  distribution: { d: { targets: { everyone: true }, agent: [ least-active, longest-idle ] } }
  capacity: { rule: ${capacity} }
workforce: [ { group: t, agents: ${agents}, capacity: rule } ]`;
}
