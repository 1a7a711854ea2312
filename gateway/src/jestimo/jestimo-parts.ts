import { JestimoController } from './jestimo.controller.js';
import { JestimoFeedsController } from './jestimo-feeds.controller.js';

/** What the gateway's module takes in for Jestimo. */
export const JESTIMO_CONTROLLERS = [JestimoController, JestimoFeedsController];
