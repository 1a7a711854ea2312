export abstract class MissionLinks {
  /** The same link for every message about the mission. */
  abstract issue(agencyId: string, ticketId: string, missionId: string): Promise<string>;
}
