const FIRST_BYTES = 64 * 1024;
/** What one huge document made it grow to is not kept. */
const KEPT_BYTES = 1024 * 1024;

/** An append-only little-endian buffer that grows; one instance is reused, since every reply is written with it. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(FIRST_BYTES);
  private length = 0;
  private static readonly instance = new ByteWriter();

  /** Empties and lends the shared instance; `take` must follow before the next call. */
  static shared(): ByteWriter {
    ByteWriter.instance.length = 0;
    return ByteWriter.instance;
  }

  /** @returns where the reserved bytes begin */
  reserve(size: number): number {
    const start = this.length;
    if (start + size > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, start + size));
      this.buffer.copy(larger, 0, 0, start);
      this.buffer = larger;
    }
    this.length = start + size;
    return start;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeInt32LE(value, at);
  }

  double(value: number): void {
    const at = this.reserve(8);
    this.buffer.writeDoubleLE(value, at);
  }

  bytes(value: Uint8Array): void {
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
  }

  /** UTF-8, ended by a zero byte: the text itself holds none. */
  cstring(value: string): void {
    this.text(value);
    this.byte(0);
  }

  /** With its length in bytes before it, the zero byte at its end included. */
  string(value: string): void {
    const start = this.reserve(4);
    this.text(value);
    this.byte(0);
    this.buffer.writeInt32LE(this.length - start - 4, start);
  }

  /** Into four reserved bytes: how many were written since, those four included. */
  putLength(start: number): void {
    this.buffer.writeInt32LE(this.length - start, start);
  }

  take(): Buffer {
    const bytes = Buffer.from(this.buffer.subarray(0, this.length));
    if (this.buffer.length > KEPT_BYTES) this.buffer = Buffer.allocUnsafe(FIRST_BYTES);
    return bytes;
  }

  private text(value: string): void {
    const start = this.reserve(value.length * 3);
    this.length = start + this.buffer.write(value, start);
  }
}
