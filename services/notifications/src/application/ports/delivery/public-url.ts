/** The address of the gateway as the world sees it. */
export abstract class PublicUrl {
  abstract readonly value: string;
}
