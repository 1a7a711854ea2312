export * from './doubles/index.js';
export type { RunningPlatform } from './platform/platform.js';
