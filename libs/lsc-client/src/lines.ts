import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** The JSON of each line of an answer, as it comes. */
export async function* linesOf<T>(answer: Response): AsyncGenerator<T, void, void> {
  if (!answer.body) return;
  const input = Readable.fromWeb(answer.body);
  for await (const line of createInterface({ input, crlfDelay: Infinity }))
    if (line !== '') yield JSON.parse(line) as T;
}
