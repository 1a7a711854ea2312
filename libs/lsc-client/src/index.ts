export { isEnd } from './base.js';
export type { BaseRecord, ImportEnd, LineAnswer } from './base.js';
export type { ApiCaller, ChangeDto, ChangesPageDto, ChangeType } from './gen/types.gen.js';
export { LscClient } from './lsc-client.js';
export type { LscClientOptions, SnapshotRecord } from './lsc-client.js';
export { isTooOld, LscProblem } from './problem.js';
