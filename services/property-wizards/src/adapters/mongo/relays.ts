/** Each collection of aggregates has an outbox of its own, and a relay that empties it. */
export const DRAFT_RELAY = Symbol('relay of drafts');
export const REGISTER_RELAY = Symbol('relay of the register');
export const INDEX_RELAY = Symbol('relay of the rent indices');
