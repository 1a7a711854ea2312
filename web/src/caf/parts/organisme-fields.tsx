import { Button, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import type { CafSettings, FiscalCodes, Organisme } from '../api/types.js';
import classes from '../caf.module.css';
import { SETTINGS } from '../fr-settings.js';

interface Props {
  typed: CafSettings;
  change: (part: Partial<CafSettings>) => void;
  disabled: boolean;
  faultOf: (name: string) => string | undefined;
}

/** Caisses with the landlord's code, and the fiscal codes that make the rent. */
export function OrganismeFields({ typed, change, disabled, faultOf }: Props) {
  const { organismes, fiscalCodes } = typed;
  const organisme = (index: number, part: Partial<Organisme>): void =>
    change({ organismes: organismes.map((one, place) => (place === index ? { ...one, ...part } : one)) });
  const codes = (index: number, part: Partial<FiscalCodes>): void =>
    change({ fiscalCodes: fiscalCodes.map((one, place) => (place === index ? { ...one, ...part } : one)) });
  return (
    <>
      <Fieldset legend={SETTINGS.organismes} className={classes.fields}>
        {organismes.map((one, index) => (
          <div key={index} className={classes.grid}>
            <NativeSelect
              label={SETTINGS.scheme}
              disabled={disabled}
              value={one.scheme}
              data={['CAF', 'MSA']}
              onChange={(event) =>
                organisme(index, { scheme: event.currentTarget.value as Organisme['scheme'] })
              }
            />
            <TextInput
              label={SETTINGS.code}
              disabled={disabled}
              error={faultOf(`organismes.${index}.organisme`)}
              value={one.organisme}
              maxLength={3}
              onChange={(event) => organisme(index, { organisme: event.currentTarget.value })}
            />
            <TextInput
              label={SETTINGS.label}
              disabled={disabled}
              value={one.label}
              onChange={(event) => organisme(index, { label: event.currentTarget.value })}
            />
            <TextInput
              label={SETTINGS.bailleur}
              disabled={disabled}
              error={faultOf(`organismes.${index}.codeBailleur`)}
              value={one.codeBailleur}
              maxLength={8}
              onChange={(event) => organisme(index, { codeBailleur: event.currentTarget.value })}
            />
            {!disabled && (
              <Button
                variant="default"
                aria-label={`${SETTINGS.remove} ${one.label || one.organisme}`}
                onClick={() => change({ organismes: organismes.filter((_, place) => place !== index) })}
              >
                {SETTINGS.remove}
              </Button>
            )}
          </div>
        ))}
        {!disabled && (
          <Button
            mt="sm"
            variant="default"
            onClick={() =>
              change({
                organismes: [...organismes, { organisme: '', scheme: 'CAF', label: '', codeBailleur: '' }],
              })
            }
          >
            {SETTINGS.add}
          </Button>
        )}
      </Fieldset>
      <Fieldset legend={SETTINGS.fiscal} className={classes.fields}>
        <p className={classes.soft}>{SETTINGS.fiscalLead}</p>
        {fiscalCodes.map((one, index) => (
          <div key={index} className={classes.grid}>
            <TextInput
              label={SETTINGS.from}
              type="date"
              disabled={disabled}
              error={faultOf(`fiscalCodes.${index}.from`)}
              value={one.from}
              onChange={(event) => codes(index, { from: event.currentTarget.value })}
            />
            <TextInput
              label={SETTINGS.furnished}
              disabled={disabled}
              value={one.furnished}
              onChange={(event) => codes(index, { furnished: event.currentTarget.value })}
            />
            <TextInput
              label={SETTINGS.unfurnished}
              disabled={disabled}
              value={one.unfurnished}
              onChange={(event) => codes(index, { unfurnished: event.currentTarget.value })}
            />
            {!disabled && (
              <Button
                variant="default"
                aria-label={`${SETTINGS.remove} ${one.from}`}
                onClick={() => change({ fiscalCodes: fiscalCodes.filter((_, place) => place !== index) })}
              >
                {SETTINGS.remove}
              </Button>
            )}
          </div>
        ))}
        {!disabled && (
          <Button
            mt="sm"
            variant="default"
            onClick={() =>
              change({ fiscalCodes: [...fiscalCodes, { from: '', furnished: '', unfurnished: '' }] })
            }
          >
            {SETTINGS.add}
          </Button>
        )}
      </Fieldset>
    </>
  );
}
