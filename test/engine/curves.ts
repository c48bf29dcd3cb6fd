/** Curves of a centre written by hand: as pieces, or as a scenario writes priorities. */
import type {Curves, OwnValues, Piece} from '../../src/model/curves.ts';
import {
  type Given,
  initialOf,
  isAdditive,
  type PriorityRead,
  piecesOf,
  prioritySchema,
} from '../../src/routing/priority/index.ts';
import type {ProcessSpec} from './centre.ts';

const FLAT: readonly Piece[] = [{fromMs: 0, value: 0, slopePerMs: 0, periodMs: 0}];

export function curvesOf(processes: readonly ProcessSpec[]): Curves {
  const read = processes.map(({written, bounds, slaMs}) => {
    const given: Given = {...bounds, allowedMs: slaMs ?? null};
    return written ? {spec: prioritySchema.parse(written) as PriorityRead, given} : null;
  });
  return {
    shared: processes.map(({curve}, p) => {
      const form = read[p];
      return form ? piecesOf(form.spec, form.given) : (curve ?? FLAT);
    }),
    additive: Uint8Array.from(processes, ({own}, p) => {
      const form = read[p];
      return (form ? isAdditive(form.spec, form.given) : own === undefined) ? 1 : 0;
    }),
    initial: Float64Array.from(processes, ({curve}, p) => {
      const form = read[p];
      return form ? initialOf(form.spec, form.given) : (curve ?? FLAT)[0].value;
    }),
    ownCurve(process, own) {
      const form = read[process];
      if (!form) return ownCurveOf(processes[process], own);
      return piecesOf(form.spec, {
        ...form.given,
        ...(Number.isNaN(own.initial) ? {} : {initial: own.initial}),
        allowedMs: Number.isNaN(own.allowedMs) ? form.given.allowedMs : own.allowedMs,
      });
    },
  };
}

function ownCurveOf(process: ProcessSpec, own: OwnValues): readonly Piece[] {
  const shared = process.curve ?? FLAT;
  if (process.own) return process.own(own);
  if (Number.isNaN(own.initial)) return shared;
  return shared.map((piece) => ({...piece, value: piece.value + own.initial - shared[0].value}));
}
