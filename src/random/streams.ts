import seedrandom from 'seedrandom';

/** Uniform on [0, 1), 32 bits a draw. */
export type Uniform = () => number;

/**
 * The stream of uniform numbers of a name. Equal seed and keys give the same numbers on any machine; other keys give an
 * independent stream. Keys are told apart by place and type: `('a', 'b')` is not `('ab')`, `('1')` is not `(1)`.
 *
 * For draws taken in one order only (item after item of a source). Where the order of asking may differ use keyedDraws.
 * Generator: Alea (J. Baagøe), ten times as fast as the default of seedrandom.
 */
export function streamOf(seed: string, ...keys: (string | number)[]): Uniform {
  return seedrandom.alea(JSON.stringify([seed, ...keys]));
}
