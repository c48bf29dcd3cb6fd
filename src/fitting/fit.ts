import {constantLaw} from './constantLaw.ts';
import {FAMILIES} from './families/index.ts';
import type {Family, Law} from './family.ts';
import {survivalOf} from './productLimit.ts';
import {type Observations, type Sample, sampleOf, withZeros} from './sample.ts';
import {highest} from './simplex.ts';

/** One family fitted. */
export interface Candidate {
  readonly name: string;
  readonly law: Law;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Greatest distance between its distribution function and that of the data (of Kaplan and Meier where cases were cut). */
  readonly distance: number;
  /** Its mean or spread is too far from that of the data: load or waits would be wrong, however well the middle fits. */
  readonly missesMoments: boolean;
  /** Share of values that are exactly 0, the law being of the others; 0 where zeros are values like others. */
  readonly zeroShare: number;
}

/** The law chosen for observations. */
export interface Fit extends Candidate {
  /** Observations seen whole, those of 0 included, and seen in part. */
  readonly whole: number;
  readonly cut: number;
  /** Mean of those seen whole, 0 included. */
  readonly observedMean: number;
  /** All families tried, best first; empty where there was nothing to choose. */
  readonly candidates: readonly Candidate[];
  /** What a reader should know: few rows, all alike. Null: nothing. */
  readonly note: string | null;
}

/** Below so many seen whole only one or two parameters are worth asking. */
const FEW = 30;
/** A mean off by more than this share of it, and by more than so many standard errors, is missed. */
const MEAN_OFF = 0.05;
const ERRORS_OFF = 3;
/** A standard deviation off by more than this share of it is missed. */
const SPREAD_OFF = 0.25;

/**
 * The best law for observations by maximum likelihood: of each family, and of the families the one with the least BIC
 * (G. Schwarz, 1978; for cases cut, with the number seen whole: C. Volinsky and A. Raftery, 2000) among those that do
 * not miss mean and spread; `families`: only of these names. Values that are all alike are a constant. Null where nothing was seen whole: nothing is known.
 */
export function fitOf(observations: Observations, families?: readonly string[]): Fit | null {
  const sample = sampleOf(observations);
  const {whole, zeros, cut, mean} = sample;
  if (whole + zeros === 0) return null;
  const about = {whole: whole + zeros, cut, observedMean: (whole * mean) / (whole + zeros)};
  if (whole === 0) return {...about, ...certain(0), note: 'all are 0'};
  if (sample.sd === 0 && zeros + cut === 0)
    return {...about, ...certain(mean), note: whole === 1 ? 'only one was seen' : 'all are alike'};
  const distanceOf = distances(observations);
  const candidates = [...(zeros > 0 ? [withZeros(sample)] : []), sample]
    .flatMap((one) => candidatesOf(one, distanceOf, families))
    .sort((a, b) => Number(a.missesMoments) - Number(b.missesMoments) || a.bic - b.bic);
  const [best] = candidates;
  if (best === undefined) return {...about, ...certain(mean), note: 'no law could be fitted'};
  return {...about, ...best, candidates, note: whole < FEW ? `only ${whole} were seen` : null};
}

function candidatesOf(
  sample: Sample,
  distanceOf: (law: Law, zeroShare: number) => number,
  families?: readonly string[],
): Candidate[] {
  const {whole, cut} = sample;
  return FAMILIES.filter(
    ({name, least, parameters}) =>
      (families?.includes(name) ?? true) && whole >= least && (whole >= FEW || parameters === 1 || cut === 0),
  ).flatMap((family) => candidateOf(family, sample, distanceOf) ?? []);
}

function certain(value: number): Candidate & {readonly candidates: readonly Candidate[]} {
  const law = constantLaw(value);
  return {
    name: 'constant',
    law,
    logLikelihood: 0,
    aic: 0,
    bic: 0,
    distance: 0,
    missesMoments: false,
    zeroShare: 0,
    candidates: [],
  };
}

function candidateOf(
  family: Family,
  sample: Sample,
  distanceOf: (law: Law, zeroShare: number) => number,
): Candidate | null {
  const {zeros, whole, cut} = sample;
  const likelihood = (at: readonly number[]) => {
    const law = family.law(at);
    return law === null ? Number.NEGATIVE_INFINITY : logLikelihoodOf(law, sample);
  };
  const found = family
    .starts(sample)
    .map((start) => highest(likelihood, start))
    .reduce((best, one) => (one.value > best.value ? one : best));
  const law = family.law(found.at);
  if (law === null || !Number.isFinite(found.value)) return null;
  const zeroShare = zeros / (zeros + whole + cut);
  const logLikelihood = found.value + ofZeros(zeros, whole + cut);
  const parameters = family.parameters + Number(zeros > 0);
  return {
    name: family.name,
    law,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(whole + zeros) - 2 * logLikelihood,
    distance: distanceOf(law, zeroShare),
    missesMoments: missesMoments(law, sample),
    zeroShare,
  };
}

/** Log-likelihood of so many zeros among the others, at the share they have. */
function ofZeros(zeros: number, others: number): number {
  if (zeros === 0) return 0;
  const all = zeros + others;
  return zeros * Math.log(zeros / all) + others * Math.log(others / all);
}

/** Of all but zeros that are counted apart. */
export function logLikelihoodOf(law: Law, {cells, censored}: Sample): number {
  let sum = 0;
  for (const {from, to, count} of cells) sum += count * Math.log(Math.max(law.between(from, to), LEAST));
  for (const {at, count} of censored) sum += count * Math.log(Math.max(law.above(at), LEAST));
  return sum;
}
/** So that a value a law cannot have costs much, and not everything. */
const LEAST = 1e-300;

/** Only where all were seen whole; else the mean of the data is not known. */
function missesMoments(law: Law, {mean, sd, whole, cut}: Sample): boolean {
  const off = Math.abs(law.mean - mean);
  if (cut > 0 || whole < FEW) return false;
  return (off > MEAN_OFF * mean && off > (ERRORS_OFF * sd) / Math.sqrt(whole)) || law.sd > (1 + SPREAD_OFF) * sd;
}

/** Values between which a distribution function is compared. */
const MOST_COMPARED = 400;

/** Where fewer cases are left, what Kaplan and Meier say is mostly chance. */
const LEAST_AT_RISK = 50;

/** Kolmogorov's distance, looked at half-way between values seen. */
function distances(observations: Observations): (law: Law, zeroShare: number) => number {
  const steps = survivalOf(observations);
  const every = Math.max(1, Math.floor(steps.length / MOST_COMPARED));
  const enough = observations.isWhole ? LEAST_AT_RISK : 0;
  const compared = steps.flatMap(({at, above, atRisk}, i) => {
    const next = steps[i + 1];
    return next !== undefined && i % every === 0 && atRisk >= enough ? [{x: (at + next.at) / 2, above}] : [];
  });
  return (law, zeroShare) =>
    compared.reduce((most, {x, above}) => Math.max(most, Math.abs((1 - zeroShare) * law.above(x) - above)), 0);
}
