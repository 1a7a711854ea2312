import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../api/http/query-client.js';
import type { Session } from '../api/types.js';
import { theme } from '../theme.js';
import type { FakeGateway } from './fake-gateway.js';

// A busy machine draws slowly; what never comes is told all the same.
configure({ asyncUtilTimeout: 20_000 });

interface Place {
  /** Where the page lives, e.g. "/tickets/:module/new". */
  route: string;
  /** Where the browser is. */
  at: string;
  /** Pages that it may lead to, by route. */
  others?: Record<string, ReactElement>;
}

/** Shows a page to somebody who is signed in and has a keyboard. */
export function show(page: ReactElement, gateway: FakeGateway, session: Session, place: Place) {
  globalThis.fetch = gateway.fetch as typeof fetch;
  const client = createQueryClient();
  client.setQueryData(['session'], session);
  const { route, at, others = {} } = place;
  return {
    person: userEvent.setup({ delay: null }),
    ...render(
      <MantineProvider theme={theme} env="test">
        <QueryClientProvider client={client}>
          <Notifications />
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path={route} element={page} />
              {Object.entries(others).map(([path, element]) => (
                <Route key={path} path={path} element={element} />
              ))}
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  };
}
