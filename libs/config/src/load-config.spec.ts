import { describe, expect, it } from '@jest/globals';
import { IsBoolean, IsInt, IsOptional, IsString, MinLength } from 'class-validator';
import { CommonEnv } from './common-env.js';
import { ConfigError } from './config-error.js';
import { loadConfig } from './load-config.js';

class AppEnv extends CommonEnv {
  @IsString()
  MONGODB_DB: string = 'intervia_app';

  @IsInt()
  PORT = 3000;

  @IsBoolean()
  SECURE: boolean = true;

  @IsOptional()
  @IsString()
  @MinLength(8)
  SECRET?: string;
}

const MINIMUM = { MONGODB_URI: 'mongodb://127.0.0.1' };

const failure = (env: NodeJS.ProcessEnv): ConfigError => {
  try {
    loadConfig(AppEnv, env);
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('The configuration was accepted');
};

describe('loadConfig', () => {
  it('fills in defaults', () => {
    expect(loadConfig(AppEnv, MINIMUM)).toMatchObject({
      NATS_URL: 'nats://127.0.0.1:4222',
      CLOCK: 'system',
      MONGODB_DB: 'intervia_app',
      PORT: 3000,
      SECURE: true,
    });
  });

  it('reads numbers and flags as what they are declared', () => {
    const config = loadConfig(AppEnv, { ...MINIMUM, PORT: '8080', HEALTH_PORT: '9090', SECURE: 'false' });
    expect(config).toMatchObject({ PORT: 8080, HEALTH_PORT: 9090, SECURE: false });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig(AppEnv, { ...MINIMUM, PORT: ' ', NATS_USER: '' })).toMatchObject({ PORT: 3000 });
  });

  it('reads nothing that is not declared', () => {
    const config = loadConfig(AppEnv, { ...MINIMUM, HOME: '/root' });
    expect(config).not.toHaveProperty('HOME');
  });

  it('names what is missing', () => {
    expect(failure({}).variables).toEqual(['MONGODB_URI']);
  });

  it.each([
    ['PORT', 'eighty'],
    ['HEALTH_PORT', '70000'],
    ['SECURE', 'maybe'],
    ['CLOCK', 'sundial'],
    ['SECRET', 'hunter2'],
  ])('refuses a wrong %s by its name, never its value', (name, value) => {
    const error = failure({ ...MINIMUM, [name]: value });
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.variables).toEqual([name]);
    expect(error.message).toContain(name);
    expect(error.message).not.toContain(value);
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig(AppEnv, MINIMUM);
    expect(() => (config.PORT = 1)).toThrow(TypeError);
  });
});
