import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { Loading } from '../../../ui/loading.js';
import { useDrafts } from '../../api/drafts.js';
import { DRAFTS, TENANTS, WIZARD_TITLES } from '../../fr/wizards.js';
import { useMayWrite } from '../../use-may-write.js';
import { NewTenants } from '../../wizards/tenants/new-tenants.js';
import { UnitChoice } from '../../wizards/units/unit-choice.js';
import { PROPERTY } from '../../wizards/plan/paths.js';
import { Outcomes, useValidateTenants } from '../../wizards/tenants/validate-tenants.js';
import { PageFrame } from '../page-frame.js';

/** Manual, "Nouveau locataire": the units being treated first when there are any, else the choice of units. */
export default function TenantWizardPage() {
  const { data: drafts, error, refetch, isFetchedAfterMount } = useDrafts('TENANT');
  const [adds, setAdds] = useState(false);
  // Here: what was made is still shown when no draft is left.
  const validate = useValidateTenants();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (drafts === undefined || !isFetchedAfterMount) return <Loading />;
  const chooses = adds || drafts.length === 0;
  return (
    <PageFrame title={WIZARD_TITLES.TENANT} lead={chooses ? TENANTS.choose : DRAFTS.title.TENANT}>
      <Outcomes outcomes={validate.data ?? []} />
      {chooses ? (
        mayWrite && (
          <UnitChoice onChosen={() => setAdds(false)} onBack={adds ? () => setAdds(false) : undefined} />
        )
      ) : (
        <>
          {mayWrite && (
            <Group mb="md">
              <Button
                variant="light"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setAdds(true)}
              >
                {TENANTS.addUnits}
              </Button>
            </Group>
          )}
          <NewTenants drafts={drafts} validate={validate} onLeft={() => void navigate(PROPERTY)} />
        </>
      )}
    </PageFrame>
  );
}
