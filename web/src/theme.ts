import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';
import { COMMON } from './fr.js';

const lagoon: MantineColorsTuple = [
  '#e8f5f7',
  '#d2e8ec',
  '#a5d1da',
  '#73b8c6',
  '#49a3b5',
  '#2d93a8',
  '#16869d',
  '#0c7289',
  '#06667b',
  '#0b3a4d',
];

export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: 8,
  colors: { lagoon },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 350,
        multiline: true,
        maw: 420,
        style: { whiteSpace: 'pre-line' },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': COMMON.close },
        // A dialog's <header> is not a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontWeight: 650 } },
    },
    // The arrow of a list says nothing that the list does not.
    ComboboxChevron: { defaultProps: { 'aria-hidden': true } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': COMMON.close } } },
  },
});
