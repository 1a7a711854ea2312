export { Clock } from './clock.js';
export { FixedClock } from './fixed-clock.js';
export { MovableClock } from './movable-clock.js';
export { SystemClock } from './system-clock.js';
