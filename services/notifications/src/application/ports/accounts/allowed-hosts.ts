/** Which hosts agencies may name. */
export abstract class AllowedHosts {
  /** Whether it is an address by itself, or a name that never leads outside; other names are looked at when connected to. */
  abstract isInside(host: string): boolean;
  /** Whether the operator lets agencies reach it all the same. */
  abstract allows(host: string): boolean;
}
