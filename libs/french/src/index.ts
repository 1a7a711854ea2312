export { euros, fileSize } from './amounts.js';
export { deviceLabel } from './device-label.js';
export { withDigicode, withoutDigicode } from './digicode.js';
export { isFrenchHoliday } from './holidays.js';
export {
  briefDateTime,
  clockTime,
  dateTime,
  duration,
  fieldDate,
  longDate,
  longDateTime,
  shortDateTime,
} from './moments.js';
export {
  addParisDays,
  existsInParis,
  inParis,
  isDay,
  parisDay,
  parisInstant,
  startOfNextParisDay,
  startOfParisDay,
} from './paris.js';
export type { WallTime } from './paris.js';
export { breakable } from './spaces.js';
