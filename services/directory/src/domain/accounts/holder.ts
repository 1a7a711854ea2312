/** Whose session it is. The two kinds never meet: a client's token opens nothing of the staff's. */
export interface SessionHolder {
  kind: 'user' | 'client';
  /** A user's id, or a party's. */
  id: string;
}
