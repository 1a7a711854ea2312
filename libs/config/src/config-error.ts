/** A variable is absent or wrong. Says which ones and what is expected, never what they hold. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly variables: readonly string[],
    details: readonly string[],
  ) {
    super(`Configuration refused: ${details.join('; ')}`);
  }
}
