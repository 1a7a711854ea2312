import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ChannelSettings } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { CHANNELS_PAGE } from '../fr.js';
import type { ChannelsFormState } from './channels-form-state.js';
import { MailTest } from './mail-test.js';
import { SecretInput } from './secret-input.js';
import { keepsPassword } from './typed-channels.js';

interface Props {
  form: ChannelsFormState;
  settings: ChannelSettings;
}

export function MailSections({ form, settings: { mail, dkim } }: Props) {
  const { ownMail, ownDkim } = form.values;
  const { labels, hints } = CHANNELS_PAGE;
  const keeps = keepsPassword(mail, form.values.mail);
  return (
    <>
      <Section title={CHANNELS_PAGE.mail}>
        <Checkbox
          label={labels.ownMail}
          description={ownMail ? undefined : hints.platformMail}
          {...form.getInputProps('ownMail', { type: 'checkbox' })}
        />
        {ownMail && (
          <div className={pageClasses.options}>
            <TextInput label={labels.from} type="email" required {...form.getInputProps('mail.from')} />
            <TextInput label={labels.host} required {...form.getInputProps('mail.host')} />
            <TextInput
              label={labels.port}
              inputMode="numeric"
              required
              {...form.getInputProps('mail.port')}
            />
            <NativeSelect
              label={labels.security}
              data={[
                { value: 'tls', label: CHANNELS_PAGE.tls },
                { value: 'starttls', label: CHANNELS_PAGE.startTls },
              ]}
              value={form.values.mail.secure ? 'tls' : 'starttls'}
              onChange={(event) => form.setFieldValue('mail.secure', event.currentTarget.value === 'tls')}
            />
            <TextInput
              label={labels.user}
              description={hints.user}
              autoComplete="off"
              {...form.getInputProps('mail.user')}
            />
            <SecretInput
              label={labels.password}
              description={mail?.hasPassword && !keeps ? hints.passwordAgain : undefined}
              isStored={keeps}
              value={form.values.mail.password}
              error={form.errors['mail.password']}
              onChange={(value) => form.setFieldValue('mail.password', value)}
            />
          </div>
        )}
        {ownMail && <MailTest form={form} />}
      </Section>
      <Section title={CHANNELS_PAGE.dkim}>
        <Checkbox
          label={labels.ownDkim}
          description={hints.dkim}
          {...form.getInputProps('ownDkim', { type: 'checkbox' })}
        />
        {ownDkim && (
          <div className={pageClasses.options}>
            <TextInput label={labels.domain} required {...form.getInputProps('dkim.domain')} />
            <TextInput label={labels.selector} required {...form.getInputProps('dkim.selector')} />
            <SecretInput
              label={labels.privateKey}
              description={hints.privateKey}
              isStored={dkim?.hasPrivateKey ?? false}
              isKey
              value={form.values.dkim.privateKey}
              error={form.errors['dkim.privateKey']}
              onChange={(value) => form.setFieldValue('dkim.privateKey', value)}
            />
          </div>
        )}
      </Section>
    </>
  );
}
