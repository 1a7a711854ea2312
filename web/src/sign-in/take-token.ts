let kept = '';

/**
 * What stands behind the "#" of the address, taken out of it: a history, a screenshot or a page that is shared does not hold
 * it then. React calls this twice: the first one keeps it.
 */
export function takeToken(): string {
  const { hash, pathname } = window.location;
  const token = hash.slice(1) || kept;
  kept = token;
  window.history.replaceState(window.history.state, '', pathname);
  return token;
}
