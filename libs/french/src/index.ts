export { euros, fileSize } from './amounts.js';
export {
  clockTime,
  dateTime,
  duration,
  fieldDate,
  longDate,
  longDateTime,
  shortDateTime,
} from './moments.js';
export { phone, telephone } from './phones.js';
export { breakable } from './spaces.js';
