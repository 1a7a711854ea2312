// The API’s JSON is also that of the webhooks: its home is beside the contracts.
export { shownFields, toJson } from '@intervia/contracts/json';
export type { JsonObject } from '@intervia/contracts/json';
