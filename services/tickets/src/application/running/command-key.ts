import { IdempotencyKeyReused } from '../../domain/values/errors.js';

/** By what a repeated command is known. */
export interface CommandKey {
  readonly commandId: string;
  /** Of what the command says; empty where the caller cannot tell. */
  readonly fingerprint: string;
}

/** As a ticket keeps it among the commands it has handled. */
export function handledAs({ commandId, fingerprint }: CommandKey): string {
  return fingerprint ? `${commandId}#${fingerprint}` : commandId;
}

/** @throws IdempotencyKeyReused when the id came with something else. */
export function wasHandled(handled: readonly string[], key: CommandKey): boolean {
  const { commandId, fingerprint } = key;
  const before = handled.find((line) => line === commandId || line.startsWith(`${commandId}#`));
  if (before === undefined) return false;
  const bothTell = fingerprint !== '' && before !== commandId;
  if (bothTell && before !== handledAs(key)) throw new IdempotencyKeyReused();
  return true;
}
