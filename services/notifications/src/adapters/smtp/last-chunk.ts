/** How much of a mail is kept back until its hand-over is journaled; any positive number would do. */
const KEPT_BACK = 1;

/**
 * The bytes of a mail, the last of them only after `handOver`. SMTP ends a mail with a dot after its last byte, so as long
 * as `handOver` has not resolved the server cannot have accepted it, and if it throws the mail is not sent.
 */
export async function* withHandOver(mail: Buffer, handOver: () => Promise<void>): AsyncGenerator<Buffer> {
  yield mail.subarray(0, -KEPT_BACK);
  await handOver();
  yield mail.subarray(-KEPT_BACK);
}
