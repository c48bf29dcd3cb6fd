const COMES = 'comes with the life cycle of work items, not yet known: leave it out';

/** Keys of the language that this version does not know yet, with what to say of them. */
export const LIFE_CYCLE: Readonly<Record<string, string>> = {
  conversion: `conversion ${COMES}`,
  kind: `kind ${COMES}`,
};
