import { Injectable } from '@nestjs/common';

/** Resolves when the thing works, rejects with the reason when not. */
export type HealthCheck = () => Promise<void>;

export interface HealthReport {
  status: 'up' | 'down';
  checks: Record<string, 'up' | 'down'>;
}

const PATIENCE_MS = 2_000;

/** What an app needs to be of use. Adapters register their own check. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, (await passes(check)) ? 'up' : 'down'] as const),
    );
    return {
      status: entries.every(([, state]) => state === 'up') ? 'up' : 'down',
      checks: Object.fromEntries(entries),
    };
  }
}

async function passes(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = check().then(
    () => true,
    () => false,
  );
  const passed = await Promise.race([answer, tooSlow]);
  clearTimeout(timer);
  return passed;
}
