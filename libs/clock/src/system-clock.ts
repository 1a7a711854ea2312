import { Clock } from './clock.js';

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  /** The system's time only flows: nothing to call. */
  onMoved(): () => void {
    return () => undefined;
  }
}
