import { Alert, Button, Stack } from '@mantine/core';
import type { SmsCount } from '../../api/types.js';
import { SMS_EDITOR } from '../../fr.js';
import classes from '../templates.module.css';

interface Props {
  /** Of what is typed. */
  count: SmsCount;
  /** Of what is saved. */
  before: SmsCount | undefined;
  isTyped: boolean;
  onReplace: (text: string) => void;
}

/** The server's figures: typed alone, as the manual counts, and with what is added, as it is paid. */
export function SmsCounter({ count, before, isTyped, onReplace }: Props) {
  const { typedCharacters, typedSms, characters, sms, encoding, outsideGsm7 } = count;
  return (
    <Stack gap="xs">
      <div className={classes.counter} role="status">
        <strong>{SMS_EDITOR.typed(typedCharacters, typedSms)}</strong>
        <span>{SMS_EDITOR.whole(characters, sms)}</span>
        <span>{SMS_EDITOR.encodings[encoding]}</span>
        {isTyped && before && <span>{SMS_EDITOR.cost(before.sms, sms)}</span>}
      </div>
      {outsideGsm7.length > 0 && (
        <Alert color="orange" p="sm">
          <Stack gap="xs" align="flex-start">
            <span>
              {SMS_EDITOR.forced}{' '}
              <span className={classes.signs}>
                {outsideGsm7.map((sign) => (
                  <kbd key={sign}>{SMS_EDITOR.signs[sign] ?? sign}</kbd>
                ))}
              </span>
            </span>
            {count.transliterated && (
              <Button size="xs" variant="default" onClick={() => onReplace(count.transliterated)}>
                {SMS_EDITOR.replace(count.transliteratedSms, sms)}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
