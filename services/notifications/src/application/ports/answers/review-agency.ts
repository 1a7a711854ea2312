/**
 * Token of a string: the id of the agency that sorts what comes from nobody known; undefined where several agencies
 * share the platform.
 */
export const REVIEW_AGENCY = Symbol('REVIEW_AGENCY');
