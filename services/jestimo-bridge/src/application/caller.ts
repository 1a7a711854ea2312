/** Who asks, for which agency. */
export interface Caller {
  agencyId: string;
  userId: string;
  userName: string;
}

export interface Command {
  caller: Caller;
  commandId: string;
}

/** One id for one command of one agency: repeated, it is the same. */
export const idOf = ({ caller, commandId }: Command): string => `${caller.agencyId}.${commandId}`;
