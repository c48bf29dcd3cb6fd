export {type Calibration, calibrate, type FreeNumber, type FreeNumbers} from './calibrate.ts';
export {type Doubt, doubtsOf} from './doubts.ts';
export {type Beside, halvesOf, type Nearness, nearnessOf, type Validity, validityOf, waitError} from './fidelity.ts';
