import { Injectable } from '@nestjs/common';

/** Resolves when the thing works, rejects with the reason when not. */
export type HealthCheck = () => Promise<void>;

export interface HealthReport {
  status: 'up' | 'down';
  checks: Record<string, 'up' | 'down'>;
}

/** `own`: without it this app is of no use. `platform`: what others need, which is no reason to send nobody here. */
export type Scope = 'own' | 'platform';

const PATIENCE_MS = 2_000;

/** What an app needs to be of use. Adapters register their own check. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, { check: HealthCheck; scope: Scope }>();

  register(name: string, check: HealthCheck, scope: Scope = 'own'): void {
    this.checks.set(name, { check, scope });
  }

  /** @param only all that is known, or only what this app cannot work without */
  async report(only?: Scope): Promise<HealthReport> {
    const wanted = [...this.checks].filter(([, { scope }]) => only === undefined || scope === only);
    const entries = await Promise.all(
      wanted.map(async ([name, { check }]) => [name, (await passes(check)) ? 'up' : 'down'] as const),
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
