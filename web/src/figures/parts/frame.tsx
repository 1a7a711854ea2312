import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import { ActionIcon, Anchor, Group, Menu, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconDownload, IconFileSpreadsheet, IconPrinter, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { COMMON, LIST, MODULES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { periodOnly, writeAsked } from '../address.js';
import type { Asked } from '../address.js';
import { sheetUrl } from '../api.js';
import type { Sheet } from '../api.js';
import { FIGURES } from '../fr.js';
import classes from '../figures.module.css';

interface Props {
  sheet: Sheet;
  asked: Asked;
  children: ReactNode;
}

/** Both pages of figures: their title, the way between them, print and export. */
export function FiguresFrame({ sheet, asked, children }: Props) {
  const { path, module } = useModule();
  const title = FIGURES.title(FIGURES[sheet], MODULES[path]);
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const period = writeAsked(periodOnly(asked));
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={`/tickets/${path}`} size="sm" className={classes.tools}>
        {LIST.title(MODULES[path])}
      </Anchor>
      <Group justify="space-between" mb="xs">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Group gap="xs" wrap="nowrap" className={classes.tools}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={FIGURES.print}
            title={FIGURES.print}
            onClick={() => window.print()}
          >
            <IconPrinter size={18} aria-hidden />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={FIGURES.export} title={FIGURES.export}>
                <IconDownload size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                component="a"
                href={sheetUrl('xlsx', sheet, module, asked)}
                download
                leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              >
                {FIGURES.xlsx}
              </Menu.Item>
              <Menu.Item
                component="a"
                href={sheetUrl('csv', sheet, module, asked)}
                download
                leftSection={<IconTable size={16} aria-hidden />}
              >
                {FIGURES.csv}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <nav aria-label={FIGURES.pages} className={classes.tabs}>
        <NavLink end to={{ pathname: `/tickets/${path}/figures`, search: period.toString() }}>
          {FIGURES.statistics}
        </NavLink>
        <NavLink to={{ pathname: `/tickets/${path}/figures/dashboard`, search: period.toString() }}>
          {FIGURES.dashboard}
        </NavLink>
      </nav>
      {children}
    </div>
  );
}

interface PartProps {
  title: string;
  note?: string;
  children: ReactNode;
}

/** A figure with its title. */
export function Part({ title, note, children }: PartProps) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}
