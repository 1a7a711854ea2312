import type { Connection, mongo as driver } from 'mongoose';

interface Stage {
  stage?: string;
  keyPattern?: Record<string, unknown>;
  inputStage?: Stage;
  inputStages?: Stage[];
}

export interface ExplainedRead {
  /** The command, for the message of a failure. */
  readonly read: string;
  readonly isScan: boolean;
  /** The first field of each index that is used. */
  readonly first: readonly string[];
}

const READS = new Set(['find', 'aggregate', 'distinct', 'count']);

/** What `work` reads, and by which index. The connection monitors its commands. */
export async function explainedReads(
  connection: Connection,
  work: () => Promise<unknown>,
): Promise<ExplainedRead[]> {
  const reads: Record<string, unknown>[] = [];
  const listener = ({ commandName, command }: driver.CommandStartedEvent) => {
    if (READS.has(commandName)) reads.push(command);
  };
  const client = connection.getClient();
  client.on('commandStarted', listener);
  await work();
  client.off('commandStarted', listener);
  return Promise.all(reads.map((read) => explained(connection, read)));
}

async function explained(connection: Connection, command: Record<string, unknown>): Promise<ExplainedRead> {
  const { lsid: _lsid, $db: _db, ...read } = command;
  // The embedded engine explains no distinct: its filter is planned like that of a find.
  const explain = read['distinct'] ? { find: read['distinct'], filter: read['query'] } : read;
  const answer = await connection.db?.command({ explain, verbosity: 'queryPlanner' });
  const stages = stagesOf((answer as { queryPlanner: { winningPlan: Stage } }).queryPlanner.winningPlan);
  return {
    read: JSON.stringify(read),
    isScan: stages.some(({ stage }) => stage === 'COLLSCAN'),
    first: [...new Set(stages.flatMap(({ keyPattern }) => Object.keys(keyPattern ?? {}).slice(0, 1)))],
  };
}

const stagesOf = (stage: Stage): Stage[] => [
  stage,
  ...[stage.inputStage ?? [], stage.inputStages ?? []].flat().flatMap(stagesOf),
];
