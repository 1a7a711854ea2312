/** An append-only buffer that grows; one instance is reused, since keys are built by the million. */
export class KeyWriter {
  private buffer = Buffer.allocUnsafe(4096);
  private length = 0;
  private static readonly instance = new KeyWriter();

  /** Empties and lends the shared instance; `take` must follow before the next call. */
  static shared(): KeyWriter {
    KeyWriter.instance.length = 0;
    return KeyWriter.instance;
  }

  private reserve(size: number): number {
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

  bytes(value: Uint8Array): void {
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
  }

  uint32(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeUInt32BE(value, at);
  }

  uint64(value: bigint): void {
    const at = this.reserve(8);
    this.buffer.writeBigUInt64BE(value, at);
  }

  int64(value: bigint): void {
    this.uint64(BigInt.asUintN(64, value) ^ (1n << 63n));
  }

  /** Positive doubles get their sign bit set, negative ones are inverted: then bytes order as numbers. */
  double(value: number): void {
    const at = this.reserve(8);
    this.buffer.writeDoubleBE(value, at);
    const negative = (this.buffer[at] as number) & 0x80;
    if (negative) this.invert(at);
    else this.buffer[at] = (this.buffer[at] as number) | 0x80;
  }

  /** UTF-8 ended by 00 00; an inner 00 becomes 00 FF. */
  text(value: string): void {
    const bytes = Buffer.from(value);
    if (!bytes.includes(0)) this.bytes(bytes);
    else for (const byte of bytes) this.bytes(byte === 0 ? Buffer.of(0, 0xff) : Buffer.of(byte));
    this.byte(0);
    this.byte(0);
  }

  get position(): number {
    return this.length;
  }

  invert(from: number): void {
    for (let i = from; i < this.length; i++) this.buffer[i] = ~(this.buffer[i] as number) & 0xff;
  }

  take(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }
}
