import { Button, Checkbox, CopyButton, Group, TextInput } from '@mantine/core';
import type { ChannelSettings } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { Section, Subsection } from '../forms/section.js';
import { CHANNELS_PAGE } from '../fr.js';
import type { ChannelsFormState } from './channels-form-state.js';
import classes from './delivery.module.css';
import { SecretInput } from './secret-input.js';

interface Props {
  form: ChannelsFormState;
  settings: ChannelSettings;
}

const MOST_SENDER = 11;

export function SmsSection({ form, settings }: Props) {
  const { sms, creditsLeft, receiptsUrl, incomingUrl } = settings;
  const { labels, hints } = CHANNELS_PAGE;
  const { ownSms } = form.values;
  return (
    <Section title={CHANNELS_PAGE.sms}>
      <Checkbox
        label={labels.ownSms}
        description={ownSms ? undefined : hints.platformSms}
        {...form.getInputProps('ownSms', { type: 'checkbox' })}
      />
      {ownSms && (
        <>
          <div className={pageClasses.options}>
            <TextInput
              label={labels.sender}
              description={hints.sender}
              maxLength={MOST_SENDER}
              {...form.getInputProps('sms.sender')}
            />
            <TextInput
              label={labels.service}
              description={hints.service}
              required
              {...form.getInputProps('sms.service')}
            />
            <TextInput
              label={labels.appKey}
              autoComplete="off"
              required
              {...form.getInputProps('sms.appKey')}
            />
            {(['appSecret', 'consumerKey'] as const).map((name) => (
              <SecretInput
                key={name}
                label={labels[name]}
                isStored={sms?.hasSecrets ?? false}
                value={form.values.sms[name]}
                error={form.errors[`sms.${name}`]}
                onChange={(value) => form.setFieldValue(`sms.${name}`, value)}
              />
            ))}
          </div>
          <Subsection title={CHANNELS_PAGE.credits}>
            {sms && creditsLeft !== undefined && (
              <p className={classes.soft}>{CHANNELS_PAGE.creditsLeft(creditsLeft)}</p>
            )}
            <TextInput
              label={labels.creditsThreshold}
              description={hints.creditsThreshold}
              inputMode="numeric"
              maw={420}
              {...form.getInputProps('creditsThreshold')}
            />
          </Subsection>
          {receiptsUrl && (
            <Subsection title={CHANNELS_PAGE.callbacks}>
              <p className={classes.soft}>{hints.callbacks}</p>
              <Address label={labels.receiptsUrl} url={receiptsUrl} />
              <Address label={labels.incomingUrl} url={incomingUrl} />
            </Subsection>
          )}
        </>
      )}
    </Section>
  );
}

function Address({ label, url }: { label: string; url: string }) {
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput label={label} value={url} readOnly flex={1} />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" aria-label={CHANNELS_PAGE.copyNamed(label)} onClick={copy}>
            {copied ? CHANNELS_PAGE.copied : CHANNELS_PAGE.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
