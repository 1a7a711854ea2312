export { CHANGE_SCHEMAS, CHANGE_TYPES, changeOf } from './change.js';
export type { Change, ChangeType } from './change.js';
