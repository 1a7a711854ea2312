import { encode, encodeBatch } from './bson/encode.js';
import { checkFields } from './commands/args.js';
import { adminCommands } from './commands/admin.js';
import { aggregateCommands } from './commands/aggregate.js';
import { type Command, type Engine, isBatch } from './commands/command.js';
import { explainCommands } from './commands/explain.js';
import { findAndModifyCommands } from './commands/find-and-modify.js';
import { handshakeCommands } from './commands/handshake.js';
import { indexCommands } from './commands/indexes.js';
import { readCommands } from './commands/read.js';
import { signInCommands } from './commands/sign-in.js';
import { writeCommands } from './commands/write.js';
import { isAllowed, type Session } from './access/session.js';
import { asMongoError, MongoError, notImplemented } from './errors.js';
import type { Request } from './wire/message.js';

const commands: ReadonlyMap<string, Command> = new Map(
  [
    handshakeCommands,
    signInCommands,
    readCommands,
    writeCommands,
    findAndModifyCommands,
    aggregateCommands,
    explainCommands,
    indexCommands,
    adminCommands,
  ]
    .flat()
    .map((command) => [command.name, command]),
);

/** Commands of a real server that deserve a clearer answer than "no such command". */
const refused = new Set([
  ...['bulkWrite', 'collMod', 'renameCollection', 'mapReduce', 'validate', 'reIndex', 'compact'],
  ...['createUser', 'authenticate', 'createSearchIndexes', 'convertToCapped', 'cloneCollectionAsCapped'],
  ...[
    'replSetGetStatus',
    'replSetInitiate',
    'enableSharding',
    'shardCollection',
    'setParameter',
    'currentOp',
  ],
]);
const transactionCommands = new Set(['commitTransaction', 'abortTransaction']);

const commandNamed = (name: string): Command => {
  const command = commands.get(name);
  if (command) return command;
  if (refused.has(name)) throw notImplemented(`The command '${name}'`);
  if (transactionCommands.has(name)) {
    throw new MongoError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  throw new MongoError('CommandNotFound', `no such command: '${name}'`);
};

const run = async (engine: Engine, request: Request, session: Session): Promise<Buffer> => {
  const { db, body } = request.asked();
  const [name = ''] = Object.keys(body);
  if (!isAllowed(engine.access, session, name)) {
    throw new MongoError('Unauthorized', `Command ${name} requires authentication`);
  }
  const command = commandNamed(name);
  checkFields(name, command.accepts, body);
  const reply = await command.run({ engine, db, body, session });
  return isBatch(reply) ? encodeBatch(reply) : encode(reply);
};

const errorReply = (error: unknown): Buffer => {
  const { message, code, codeName, details } = asMongoError(error);
  return encode({ ok: 0, errmsg: message, code, codeName, ...details });
};

/** The encoded reply to a request: always one, an error included. */
export const dispatch = async (engine: Engine, request: Request, session: Session): Promise<Buffer> => {
  try {
    return await run(engine, request, session);
  } catch (error) {
    return errorReply(error);
  }
};
