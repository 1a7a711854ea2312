import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { ConfigError } from './config-error.js';

type Scalar = string | number | boolean;

const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/** Reads a text as the declared type; what does not fit stays text, so that the validators refuse it. */
const READERS: Readonly<Record<string, (text: string) => Scalar>> = {
  number: (text) => (Number.isNaN(Number(text)) ? text : Number(text)),
  boolean: (text) => FLAGS[text.toLowerCase()] ?? text,
};

/**
 * Builds and validates an env class whose property names are the variable names.
 * Only properties with a class-validator decorator are read. An empty variable counts as absent.
 *
 * @throws ConfigError naming every wrong variable, never its value.
 * @example class TicketsEnv extends CommonEnv { @IsString() MONGODB_DB: string = 'intervia_tickets' }
 *          const env = loadConfig(TicketsEnv);
 */
export function loadConfig<T extends object>(cls: new () => T, env: NodeJS.ProcessEnv = process.env): T {
  const defaults = new cls() as Record<string, unknown>;
  const values: Record<string, Scalar> = {};
  for (const name of declaredNames(cls)) {
    const text = env[name]?.trim();
    if (text === undefined || text === '') continue;
    const read = READERS[declaredType(cls, name, defaults[name])];
    values[name] = read ? read(text) : text;
  }
  const config = plainToInstance(cls, values, { exposeDefaultValues: true });
  const errors = validateSync(config, { validationError: { target: false, value: false } });
  if (errors.length > 0) {
    throw new ConfigError(
      errors.map((error) => error.property),
      errors.map((error) =>
        Object.values(error.constraints ?? { invalid: `${error.property} is wrong` }).join(', '),
      ),
    );
  }
  return Object.freeze(config);
}

function declaredNames(cls: new () => object): Set<string> {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(cls, '', true, false);
  return new Set(metadata.map((entry) => entry.propertyName));
}

/** Decorator metadata says Object for a property typed by its initial value: then the default decides. */
function declaredType(cls: new () => object, name: string, initial: unknown): string {
  const declared = Reflect.getMetadata('design:type', cls.prototype as object, name) as
    { name?: string } | undefined;
  const fromMetadata = declared?.name?.toLowerCase();
  return fromMetadata && fromMetadata !== 'object' ? fromMetadata : typeof initial;
}
