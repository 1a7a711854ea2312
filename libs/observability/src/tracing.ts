import type { TextMapGetter } from '@opentelemetry/api';
import { SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';

const TRACER = 'intervia';

type ReadHeader = (name: string) => string | undefined;

const HEADER_GETTER: TextMapGetter<ReadHeader> = {
  get: (read, name) => read(name),
  keys: () => ['traceparent', 'tracestate'],
};

/** Runs the call in a client span and gives it the headers that carry the trace. Free while no SDK is registered. */
export function withClientSpan<T>(
  name: string,
  call: (carrier: Record<string, string>) => Promise<T>,
): Promise<T> {
  return inSpan(name, SpanKind.CLIENT, () => {
    const carrier: Record<string, string> = {};
    propagation.inject(context.active(), carrier);
    return call(carrier);
  });
}

/** Runs the work in a server span, as a child of the trace that the message carries. */
export function withServerSpan<T>(name: string, readHeader: ReadHeader, work: () => Promise<T>): Promise<T> {
  const parent = propagation.extract(context.active(), readHeader, HEADER_GETTER);
  return context.with(parent, () => inSpan(name, SpanKind.SERVER, work));
}

function inSpan<T>(name: string, kind: SpanKind, work: () => Promise<T>): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, { kind }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
