/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { screen, waitFor, within } from '@testing-library/react';
import type { SystemSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { renderPage } from '../../__testUtils__/render';
import { Systems } from './Systems';

const HOSTILE = '<img src=x onerror=alert(1)>';

function aSystem(part: Partial<SystemSource> = {}): SystemSource {
  return {
    kind: 'git',
    id: 'fleet',
    url: 'https://github.com/acme/fleet',
    state: 'fresh',
    lastAttemptAt: '2026-11-23T11:58:00Z',
    lastSuccessAt: '2026-11-23T11:58:00Z',
    ...part,
  };
}

function someSystems(...systems: SystemSource[]) {
  const api = new FakeFleetApi();
  api.systems = systems;
  return api;
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('Systems', () => {
  useFixtureClock();

  it('names each with its state and its last success', async () => {
    await renderPage(<Systems />, { api: someSystems(aSystem()) });
    const row = await rowOf(/fleet/);
    expect(row).toHaveTextContent('Git');
    expect(row).toHaveTextContent('fresh');
    expect(row).toHaveTextContent('2 min. ago');
    expect(within(row).getByRole('link', { name: 'fleet' })).toHaveAttribute(
      'href',
      'https://github.com/acme/fleet',
    );
  });

  it('says what fails, since when, and what to do', async () => {
    const { container } = await renderPage(<Systems />, {
      api: someSystems(
        aSystem({
          state: 'unauthenticated',
          error: {
            code: 'unauthenticated',
            message: `github.com answered 401: ${HOSTILE}`,
            since: '2026-11-23T09:00:00Z',
          },
        }),
      ),
    });
    const row = await rowOf(/fleet/);
    expect(row).toHaveTextContent('not signed in');
    expect(row).toHaveTextContent('since 3 hr. ago');
    expect(row).toHaveTextContent('Renew what integrations has for this host.');
    expect(row).toHaveTextContent(`github.com answered 401: ${HOSTILE}`);
    expect(row).toHaveTextContent('2 min. ago');
    expect(container.querySelector('img')).toBeNull();
  });

  it('calls nothing fresh that was never read', async () => {
    await renderPage(<Systems />, {
      api: someSystems(
        aSystem({
          kind: 'argocd',
          id: 'hub',
          url: undefined,
          state: 'pending',
          lastAttemptAt: undefined,
          lastSuccessAt: undefined,
        }),
      ),
    });
    const row = await rowOf(/hub/);
    expect(within(row).getAllByText('never')).toHaveLength(2);
    expect(row).toHaveTextContent('not been read since the backend started');
    expect(row).not.toHaveTextContent('fresh');
    expect(within(row).queryByRole('link')).toBeNull();
  });

  it('says so where a Watchdog is missing', async () => {
    await renderPage(<Systems />, {
      api: someSystems(
        aSystem({
          kind: 'alertmanager',
          id: 'prod',
          url: undefined,
          watchdog: 'lost',
        }),
      ),
    });
    expect(await rowOf(/prod/)).toHaveTextContent(
      'alerts may no longer get through',
    );
  });

  it('says what of it is on no cluster', async () => {
    const { container } = await renderPage(<Systems />, {
      api: someSystems(
        aSystem({
          kind: 'securityHub',
          id: 'eu-west-1',
          url: undefined,
          notes: [
            'Left out are findings that name no cluster: 12.',
            `Left out are ${HOSTILE}`,
          ],
        }),
      ),
    });
    const row = await rowOf(/eu-west-1/);
    expect(row).toHaveTextContent('Security Hub');
    expect(row).toHaveTextContent('Its findings were read for all clusters.');
    expect(row).toHaveTextContent(
      'Left out are findings that name no cluster: 12.',
    );
    expect(container.querySelector('img')).toBeNull();
  });

  it('links to nothing but pages', async () => {
    await renderPage(<Systems />, {
      // eslint-disable-next-line no-script-url
      api: someSystems(aSystem({ url: 'javascript:alert(1)' })),
    });
    expect(within(await rowOf(/fleet/)).queryByRole('link')).toBeNull();
  });

  it('is not there where none is configured', async () => {
    const api = someSystems();
    await renderPage(<Systems />, { api });
    await waitFor(() => expect(api.callsOf('listSystems')).toHaveLength(1));
    expect(screen.queryByText('Systems')).toBeNull();
  });

  it('is not there for who may not read it', async () => {
    const api = someSystems(aSystem());
    api.failures.listSystems = responseError(403, 'no');
    await renderPage(<Systems />, { api });
    await waitFor(() => expect(api.callsOf('listSystems')).toHaveLength(1));
    expect(screen.queryByText('Systems')).toBeNull();
  });

  it('says what failed, and shows the systems once that is over', async () => {
    const api = someSystems(aSystem());
    api.failures.listSystems = responseError(503, 'The database is away');
    await renderPage(<Systems />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    delete api.failures.listSystems;
    await aReader().click(screen.getByRole('button', { name: /again/ }));
    expect(await rowOf(/fleet/)).toBeVisible();
  });
});
