import { Button } from '@mantine/core';
import { useDeletions } from '../api/deletions.js';
import type { Deletion } from '../api/deletions.js';
import pageClasses from '../forms/forms.module.css';
import { DELETIONS, MODULES } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { formatMoment } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './deletions.module.css';
import { SettingsFrame } from './settings-frame.js';

/** Specification, 16: "deleting leaves a trace (number, who, when)". */
export default function DeletionsPage() {
  const { path, module } = useModule();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useDeletions(module);
  const deletions = data?.pages.flatMap((page) => page.deletions) ?? [];
  return (
    <SettingsFrame title={DELETIONS.title(MODULES[path])} hint={DELETIONS.hint}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Loading />}
      {data && deletions.length === 0 && <p className={pageClasses.hint}>{DELETIONS.empty}</p>}
      {deletions.length > 0 && <Deletions deletions={deletions} />}
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {DELETIONS.more}
        </Button>
      )}
    </SettingsFrame>
  );
}

function Deletions({ deletions }: { deletions: Deletion[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{DELETIONS.number}</th>
          <th scope="col">{DELETIONS.who}</th>
          <th scope="col">{DELETIONS.at}</th>
        </tr>
      </thead>
      <tbody>
        {deletions.map(({ ticketId, number, actor, at }) => (
          <tr key={ticketId}>
            <td>{number}</td>
            <td>{actor?.kind === 'SYSTEM' ? DELETIONS.byRule : actor?.name}</td>
            <td>
              <time dateTime={at}>{formatMoment(at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
