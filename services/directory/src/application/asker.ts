/** Who looks places up. */
export interface Asker {
  agencyId: string;
  /** Only the places that one of these is attached to; none: all of the agency. */
  attachedUserIds?: readonly string[];
}
