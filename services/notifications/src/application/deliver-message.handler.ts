import { Injectable } from '@nestjs/common';
import type { Message, Outcome } from '../domain/message.js';
import { decideAfter } from '../domain/message.js';
import { Channels } from './channels.js';
import { Messages } from './ports/messages.js';
import { TemplateError } from './ports/renderer.js';

/** When to come back to the message; nothing when its work is over. */
export type NextAttempt = { readonly inMs: number } | undefined;

@Injectable()
export class DeliverMessageHandler {
  constructor(
    private readonly messages: Messages,
    private readonly channels: Channels,
  ) {}

  async execute(id: string): Promise<NextAttempt> {
    const claim = await this.messages.claim(id);
    if (claim.kind === 'over') return undefined;
    if (claim.kind === 'not-yet') return { inMs: claim.dueInMs };
    const change = decideAfter(claim.message, await this.attempt(claim.message));
    await this.messages.settle(claim.message, change);
    return change.retryInMs === undefined ? undefined : { inMs: change.retryInMs };
  }

  private async attempt(message: Message): Promise<Outcome> {
    let handedOver = false;
    try {
      return await this.channels.deliver(message, async (text) => {
        await this.messages.markHandedOver(message, text);
        handedOver = true;
      });
    } catch (error) {
      const detail = describe(error);
      if (error instanceof TemplateError) return { kind: 'not-rendered', detail };
      return { kind: handedOver ? 'unknown' : 'deferred', detail };
    }
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
