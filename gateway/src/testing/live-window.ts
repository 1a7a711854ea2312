import { expect } from '@jest/globals';

export interface Told {
  id?: string;
  event: string;
  data: unknown;
}

/** A browser's EventSource, as far as we need one. */
export class LiveWindow {
  readonly told: Told[] = [];
  readonly comments: string[] = [];
  ended = false;
  private readonly stop = new AbortController();

  static async open(url: string, headers: Record<string, string>): Promise<LiveWindow> {
    const window = new LiveWindow();
    const answer = await fetch(url, { headers, signal: window.stop.signal });
    if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    void window.read(answer.body);
    return window;
  }

  close(): void {
    this.stop.abort();
  }

  ofTicket(ticketId: string): Told[] {
    return this.told.filter(({ data }) => (data as { ticketId?: string }).ticketId === ticketId);
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        frames.forEach((frame) => this.take(frame));
      }
    } catch {
      // closed by the test, or cut off
    }
    this.ended = true;
  }

  private take(frame: string): void {
    if (frame.startsWith(':')) this.comments.push(frame);
    const lines = frame.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]);
    const fields = new Map(lines.map(([name, value]) => [name, value]));
    const event = fields.get('event');
    if (event)
      this.told.push({ id: fields.get('id'), event, data: JSON.parse(fields.get('data') ?? '') as unknown });
  }
}
