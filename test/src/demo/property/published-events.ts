import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DescFile, DescMessage, Message } from '@bufbuild/protobuf';
import { createRegistry, toJson } from '@bufbuild/protobuf';
import { file_intervia_directory_events_v1_events } from '@intervia/contracts';
import { file_intervia_property_events_v1_events } from '@intervia/contracts/property';
import type { EventFeed, FeedItem } from '@intervia/messaging';

const FILES: readonly DescFile[] = [
  file_intervia_directory_events_v1_events,
  file_intervia_property_events_v1_events,
];
const SCHEMAS: readonly DescMessage[] = FILES.flatMap(({ messages }) => messages);
const REGISTRY = createRegistry(...FILES, ...FILES.flatMap(({ dependencies }) => dependencies));

/** The facts of the base, the wizards and the register, from now on, of one agency: what LSC fetches. */
export class PublishedEvents {
  readonly items: FeedItem[] = [];
  private readonly stop = new AbortController();
  private readonly reading: Promise<void>;

  constructor(
    feed: EventFeed,
    private readonly agencyId: string,
  ) {
    this.reading = this.read(feed);
  }

  of<T extends Message>(schema: { typeName: string }): T[] {
    return this.items.filter(({ meta }) => meta.type === schema.typeName).map(({ message }) => message as T);
  }

  /** One JSON line an event, in the order of the stream. */
  async write(path: string): Promise<void> {
    this.stop.abort();
    await this.reading;
    const out = createWriteStream(path);
    for (const { meta, message } of this.items) {
      const schema = SCHEMAS.find(({ typeName }) => typeName === meta.type);
      if (!schema) continue;
      const line = {
        seq: meta.sequence,
        id: meta.id,
        type: meta.type,
        of: meta.aggregateId,
        at: meta.occurredAt.toISOString(),
        data: toJson(schema, message, { registry: REGISTRY }),
      };
      out.write(`${JSON.stringify(line)}\n`);
    }
    out.end();
    await finished(out);
  }

  private async read(feed: EventFeed): Promise<void> {
    for await (const item of feed.read({ schemas: SCHEMAS, signal: this.stop.signal }))
      if (item.meta.agencyId === this.agencyId) this.items.push(item);
  }
}
