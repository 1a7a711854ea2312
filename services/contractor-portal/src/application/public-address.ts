/** Where people reach the gateway. */
export class PublicAddress {
  private readonly base: string;

  constructor(publicUrl: string) {
    this.base = publicUrl.replace(/\/+$/u, '');
  }

  of(token: string): string {
    return `${this.base}/i/${token}`;
  }
}
