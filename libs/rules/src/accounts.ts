/** A door of its own: the table of the banks' formats is of no use to a page. */
export { isValidBIC as isBic, isValidIBAN as isIban } from 'ibantools';
