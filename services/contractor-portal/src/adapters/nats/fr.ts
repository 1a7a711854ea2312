/** How the requester's answer reads in the exchange with the agency. */
export function repairText(repaired: boolean, comment: string): string {
  const answer = `Est-ce réparé ? ${repaired ? 'Oui.' : 'Non.'}`;
  return comment ? `${answer}\n\n${comment}` : answer;
}
