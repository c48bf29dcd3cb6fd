import {ITEM} from '../../floor/items.ts';
import {stopRinging} from '../ringing.ts';
import type {Run} from '../run.ts';
import {takeFromBin} from './workbins.ts';

/**
 * Takes an item out of wherever it is, so that it stands in no line, rings nowhere and nothing is pending for it; false,
 * and nothing done, where an agent has it in hand. What waits on holds is asked again.
 */
export function withdraw(run: Run, item: number): boolean {
  const {items} = run;
  switch (items.status(item)) {
    case ITEM.waiting:
      run.floor.takeOut(item);
      if (run.floor.hold !== null) run.unsettled = true;
      break;
    case ITEM.entering:
      run.forgetDisturbed(item);
      break;
    case ITEM.ringing:
      stopRinging(run, item);
      break;
    case ITEM.awaiting:
      break;
    case ITEM.held:
      if (items.outcome(item) >= 0) run.life?.[items.outcome(item)].withdrawn?.(run, item);
      run.commands?.runsAgain(run, item);
      break;
    default:
      return false;
  }
  if (run.floor.workbins?.has(item)) takeFromBin(run, item);
  run.pulls?.forget(item);
  items.supersede(item);
  items.setAgent(item, -1);
  return true;
}
