// The API’s JSON is also that of the webhooks: its home is beside the contracts.
export { enumName, enumNames, enumValue } from '@intervia/contracts/json';
