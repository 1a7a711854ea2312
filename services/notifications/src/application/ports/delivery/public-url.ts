/** Token of a string: the address of the gateway as the world sees it. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');
