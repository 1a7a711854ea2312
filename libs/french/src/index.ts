export { euros, fileSize } from './amounts.js';
export { deviceLabel } from './device-label.js';
export { withDigicode, withoutDigicode } from './digicode.js';
export { isFrenchHoliday } from './holidays.js';
export { mapLink } from './map-link.js';
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
export { addParisDays, inParis, parisDay, startOfNextParisDay, startOfParisDay } from './paris.js';
export { breakable } from './spaces.js';
export { existsInParis, isDay, parisInstant } from './wall-time.js';
export type { WallTime } from './wall-time.js';
