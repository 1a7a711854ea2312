import { Anchor, Button, Group } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ProblemError } from '../api/http/problem.js';
import { Section } from '../forms/section.js';
import { formatDateTime } from '../lib/dates.js';
import { newKey } from '../lib/keys.js';
import { formatCents } from '../lib/money.js';
import { ErrorNotice } from '../ui/error-notice.js';
import type { Estimate, EstimateKind } from './api.js';
import { useEstimate, useEstimates, useJestimoAccount } from './api.js';
import { JESTIMO } from './fr.js';
import classes from './jestimo.module.css';

const KINDS: readonly EstimateKind[] = ['RENT', 'SALE'];
const OF_ACCOUNT = new Set(['JESTIMO_ACCOUNT_MISSING', 'JESTIMO_ACCOUNT_REFUSED']);

/** Manual, "Utiliser JESTIMO": two buttons; the partner's page opens in a tab of its own. */
export function EstimatesSection({ unitId }: { unitId: string }) {
  const { data: account } = useJestimoAccount();
  const { data: estimates } = useEstimates(unitId);
  const estimate = useEstimate(unitId);
  if (!account?.configured) return null;
  const ask = (kind: EstimateKind, key = newKey()): void => {
    // At the click itself: a browser opens no tab by what comes later.
    const tab = window.open('', '_blank');
    if (tab) tab.document.title = JESTIMO.wait;
    estimate.mutate(
      { kind, key },
      {
        onSuccess: ({ redirectUrl }) => {
          if (!tab) return;
          tab.opener = null;
          tab.location.replace(redirectUrl);
        },
        onError: () => tab?.close(),
      },
    );
  };
  const { variables, error, isPending } = estimate;
  const isOfAccount = error instanceof ProblemError && OF_ACCOUNT.has(error.code);
  return (
    <Section title={JESTIMO.estimates}>
      <Group>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            variant="light"
            disabled={isPending && variables.kind !== kind}
            loading={isPending && variables.kind === kind}
            rightSection={<IconExternalLink size={16} aria-hidden />}
            onClick={() => ask(kind)}
          >
            {JESTIMO[kind]}
          </Button>
        ))}
      </Group>
      {error && (
        <ErrorNotice
          error={error}
          onRetry={isOfAccount || !variables ? undefined : () => ask(variables.kind, variables.key)}
        />
      )}
      {isOfAccount && (
        <Anchor component={Link} to="/jestimo" size="sm">
          {JESTIMO.settings}
        </Anchor>
      )}
      {estimates && estimates.length > 0 && (
        <ul className={classes.estimates}>
          {estimates.map((one) => (
            <EstimateLine key={one.id} estimate={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function EstimateLine({ estimate }: { estimate: Estimate }) {
  const { kind, lowCents, valueCents, highCents, perM2Cents, confidence, redirectUrl } = estimate;
  const said = [
    JESTIMO.range(formatCents(lowCents), formatCents(highCents)),
    perM2Cents > 0 && JESTIMO.perM2(formatCents(perM2Cents)),
    confidence && JESTIMO.confidence(confidence),
  ].filter(Boolean);
  return (
    <li>
      <span>
        {JESTIMO[kind]} : <strong>{formatCents(valueCents)}</strong> {kind === 'RENT' && JESTIMO.perMonth}
      </span>
      <span className={classes.soft}>{said.join(', ')}</span>
      <span className={classes.soft}>{JESTIMO.madeBy(formatDateTime(estimate.madeAt), estimate.madeBy)}</span>
      <Anchor href={redirectUrl} target="_blank" rel="noreferrer" size="sm">
        {JESTIMO.open}
      </Anchor>
    </li>
  );
}
