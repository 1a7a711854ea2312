/**
 * The chunks of a mail, the last of them only after `handOver`. SMTP ends a mail with a dot after its last byte, so as long
 * as `handOver` has not resolved the server cannot have accepted it, and if it throws the mail is not sent.
 */
export async function* withHandOver(
  mail: AsyncIterable<Buffer>,
  handOver: () => Promise<void>,
): AsyncGenerator<Buffer> {
  let keptBack: Buffer | undefined;
  for await (const chunk of mail) {
    if (chunk.length === 0) continue;
    if (keptBack) yield keptBack;
    keptBack = chunk;
  }
  await handOver();
  if (keptBack) yield keptBack;
}
