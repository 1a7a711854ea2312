import { Binary } from 'bson';
import { Conversation, type Keys, MECHANISM, SignInError } from '../access/scram.js';
import type { Session } from '../access/session.js';
import { MongoError } from '../errors.js';
import { type Doc, isDoc, own } from '../values/kinds.js';
import type { Call, Command, Reply } from './command.js';

/** The only database that has users. */
const USERS_DB = 'admin';

/** Why is told to nobody. */
const failed = (): MongoError => new MongoError('AuthenticationFailed', 'Authentication failed.');

const payloadOf = (body: Doc): string => {
  const payload = own(body, 'payload');
  if (typeof payload === 'string') return Buffer.from(payload, 'base64').toString();
  if (payload instanceof Uint8Array) return Buffer.from(payload).toString();
  if (payload instanceof Binary) return Buffer.from(payload.buffer).toString();
  throw failed();
};

const reply = ({ id }: { readonly id: number }, done: boolean, text: string): Reply => ({
  conversationId: id,
  done,
  payload: new Binary(Buffer.from(text)),
  ok: 1,
});

/** Whatever is wrong with what was said, the attempt is over. */
const attempt = <T>(session: Session, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    session.signIn = undefined;
    throw error instanceof SignInError ? failed() : error;
  }
};

const start = (keys: Keys, session: Session, db: string, body: Doc): Reply =>
  attempt(session, () => {
    if (own(body, 'mechanism') !== MECHANISM) {
      throw new MongoError('MechanismUnavailable', `Only ${MECHANISM} is offered`);
    }
    if (db !== USERS_DB) throw failed();
    const options = own(body, 'options');
    const skipsEmptyExchange = isDoc(options) && own(options, 'skipEmptyExchange') === true;
    const conversation = new Conversation(keys, payloadOf(body));
    session.user = undefined;
    session.signIn = { conversation, id: 1, skipsEmptyExchange, isProven: false };
    return reply(session.signIn, false, conversation.challenge);
  });

const proceed = (keys: Keys, session: Session, body: Doc): Reply =>
  attempt(session, () => {
    const { signIn } = session;
    if (!signIn || Number(own(body, 'conversationId')) !== signIn.id) {
      throw new MongoError('ProtocolError', 'No SASL session state found');
    }
    const said = payloadOf(body);
    const answer = signIn.isProven ? '' : signIn.conversation.verify(said);
    const done = signIn.isProven || signIn.skipsEmptyExchange;
    session.signIn = done ? undefined : { ...signIn, isProven: true };
    if (done) session.user = keys.user;
    return reply(signIn, done, answer);
  });

/** An open server has no users to sign in as. */
const keysFor = ({ engine }: Call): Keys => {
  if (engine.access === 'open') throw failed();
  return engine.access;
};

const logout = ({ session }: Call): Reply => {
  session.user = undefined;
  session.signIn = undefined;
  return { ok: 1 };
};

/** What a hello says of signing in: the ways in for a user, and the answer to a first message that came with it. */
export const signInOfHello = ({ engine: { access }, session, body }: Call): Doc => {
  if (access === 'open') return {};
  const mechanisms = own(body, 'saslSupportedMechs') === undefined ? {} : { saslSupportedMechs: [MECHANISM] };
  const first = own(body, 'speculativeAuthenticate');
  if (!isDoc(first)) return mechanisms;
  try {
    return {
      ...mechanisms,
      speculativeAuthenticate: start(access, session, String(own(first, 'db')), first),
    };
  } catch {
    // As from MongoDB: the client then begins as if it had said nothing, and is told there.
    return mechanisms;
  }
};

export const signInCommands: readonly Command[] = [
  {
    name: 'saslStart',
    accepts: 'anything',
    run: (call) => start(keysFor(call), call.session, call.db, call.body),
  },
  {
    name: 'saslContinue',
    accepts: 'anything',
    run: (call) => proceed(keysFor(call), call.session, call.body),
  },
  { name: 'logout', accepts: 'anything', run: logout },
];
