/** How far the facts were read. */
export interface Place {
  /** Another one when the stream was made anew. */
  readonly madeAt: string;
  readonly sequence: number;
}

export abstract class FeedPlace {
  abstract read(): Promise<Place | undefined>;
  abstract save(place: Place): Promise<void>;
}
