import '../account/styles.js';
import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { COMMON, PRIVACY } from '../fr.js';
import { PersonPart } from './person-part.js';
import { RetentionPart } from './retention-part.js';

/** Rights of people over what is held about them, and how long the agency keeps it. */
export default function PrivacyPage() {
  useDocumentTitle(`${PRIVACY.title} · ${COMMON.product}`);
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="sm">
        {PRIVACY.title}
      </Title>
      <Section title={PRIVACY.person}>
        <PersonPart />
      </Section>
      <Section title={PRIVACY.retention}>
        <RetentionPart />
      </Section>
    </div>
  );
}
