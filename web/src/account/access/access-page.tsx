import '../styles.js';
import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useAccessControl } from '../../api/access.js';
import type { GetAccessControlResponse } from '../../api/types.js';
import pageClasses from '../../forms/forms.module.css';
import { Section } from '../../forms/section.js';
import { COMMON } from '../../fr.js';
import { ACCESS } from '../../fr/access.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { rightsText } from './access-model.js';
import classes from './access.module.css';
import { RoleAccess } from './role-access.js';

/** Manual, "Contrôle des accès": what each role may do, and who may do what. */
export default function AccessPage() {
  const { data, error, refetch } = useAccessControl();
  useDocumentTitle(`${ACCESS.title} · ${COMMON.product}`);
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="sm">
        {ACCESS.title}
      </Title>
      <Text size="sm" mb="md">
        {ACCESS.hint}
      </Text>
      {data.roles.map(
        ({ role }) =>
          role && (
            <Section key={role} title={ACCESS.roles[role]}>
              <RoleAccess control={data} role={role} />
            </Section>
          ),
      )}
      <Section title={ACCESS.people}>
        <People people={data.people} />
      </Section>
    </div>
  );
}

function People({ people }: Pick<GetAccessControlResponse, 'people'>) {
  const { columns } = ACCESS;
  return (
    <table className={classes.people}>
      <caption className="sr">{ACCESS.people}</caption>
      <thead>
        <tr>
          <ColumnHeads of={Object.values(columns)} />
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, role, rights }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={columns.role}>{role && ACCESS.role[role]}</td>
            <td data-label={columns.syndic}>{rightsText(rights?.syndic)}</td>
            <td data-label={columns.gerance}>{rightsText(rights?.gerance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
