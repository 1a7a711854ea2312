import { create } from '@bufbuild/protobuf';
import { TicketOptionsSchema } from './gen/intervia/tickets/v1/model_pb.js';
import type { TicketOptions } from './gen/intervia/tickets/v1/model_pb.js';

type Fields = Omit<TicketOptions, '$typeName' | '$unknown'>;

/**
 * What was chosen of a ticket.
 * @param message of a client or release that did not know `options`, it holds them one by one
 */
export function optionsOf(message: Partial<Fields> & { readonly options?: TicketOptions }): TicketOptions {
  if (message.options) return message.options;
  const names = TicketOptionsSchema.fields.map(({ localName }) => localName as keyof Fields);
  return create(TicketOptionsSchema, Object.fromEntries(names.map((name) => [name, message[name]])));
}

/** The same value for readers of either kind. */
export function withOptions<T extends object>(options: T): T & { readonly options: T } {
  return { ...options, options };
}
