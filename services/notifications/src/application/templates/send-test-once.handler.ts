import { Injectable } from '@nestjs/common';
import type { TestKey } from '../ports/templates/sent-tests.js';
import { SentTests } from '../ports/templates/sent-tests.js';
import type { TestRequest } from './send-test-message.handler.js';
import { SendTestMessageHandler } from './send-test-message.handler.js';
import { CommandIdMissing, IdempotencyKeyReused, TestBeingSent } from './template-errors.js';

/** A test that is asked for again because its answer was lost is answered, not sent again. */
@Injectable()
export class SendTestOnceHandler {
  constructor(
    private readonly tests: SentTests,
    private readonly sendTest: SendTestMessageHandler,
  ) {}

  async execute(request: TestRequest, command: Omit<TestKey, 'agencyId'>): Promise<string> {
    if (!command.commandId) throw new CommandIdMissing();
    const key = { agencyId: request.reader.agencyId, ...command };
    const before = await this.tests.begin(key);
    if (!before) return this.first(request, key);
    if (before.fingerprint !== key.fingerprint) throw new IdempotencyKeyReused();
    // On its way, or broken off by a crash: "sent" could be wrong, and sending could be twice.
    if (before.recipient === undefined) throw new TestBeingSent();
    return before.recipient;
  }

  private async first(request: TestRequest, key: TestKey): Promise<string> {
    const recipient = await this.sendTest.execute(request).catch(async (error: unknown) => {
      await this.tests.forget(key);
      throw error;
    });
    await this.tests.end(key, recipient);
    return recipient;
  }
}
