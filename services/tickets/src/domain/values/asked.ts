import type { Actor } from './model.js';

/** What every command tells: by whom, and when. */
export interface Asked {
  readonly actor: Actor;
  readonly now: Date;
}

/** Of a ticket to be made. */
export interface Identity {
  readonly id: string;
  readonly agencyId: string;
  readonly number: number;
  /** One per contractor of the draft, in its order. */
  readonly missionIds: readonly string[];
}

/** What every fact tells: when, and by whom. */
export interface Fact {
  readonly at: Date;
  readonly actor: Actor;
}
