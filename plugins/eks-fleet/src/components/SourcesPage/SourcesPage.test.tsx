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
import copy from 'copy-to-clipboard';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aTarget } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import { SourcesPage } from './SourcesPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

const HOSTILE = '<img src=x onerror=alert(1)>';

function someSources() {
  const api = new FakeFleetApi();
  api.targets = {
    items: [
      aTarget(),
      aTarget({
        accountId: '444455556666',
        accountName: 'data-prod',
        state: 'forbidden',
        clusterCount: 0,
        roleArn: 'arn:aws:iam::444455556666:role/eks-fleet-reader',
        error: {
          code: 'forbidden',
          message: `not authorized: ${HOSTILE}`,
          since: '2026-11-23T09:00:00Z',
        },
      }),
      aTarget({
        region: 'us-east-1',
        unreadable: [{ name: 'x', reason: 'AccessDeniedException' }],
        rejects: [{ name: HOSTILE, reason: 'labels must be strings' }],
        heldRemovals: [
          {
            arn: 'arn:aws:eks:us-east-1:111122223333:cluster/gone',
            name: 'gone',
            entityRef: 'resource:default/gone',
            missingSince: '2026-11-22T12:00:00Z',
          },
        ],
      }),
      aTarget({ region: 'organization', kind: 'organization' }),
    ],
    conflicts: [
      {
        entityRef: 'resource:default/by-hand',
        conflictsWith: 'resource:default/ours',
        arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/ours',
        location: 'url:https://example.com/catalog-info.yaml',
      },
    ],
    foreignClusters: 2,
  };
  return api;
}
const rowOf = (name: RegExp) => screen.findByRole('row', { name });
const location = () => screen.getByTestId('location').textContent;

describe('SourcesPage', () => {
  useFixtureClock();

  it('shows state, reason, success and next try, the failing first', async () => {
    const { container } = await renderPage(<SourcesPage />, {
      api: someSources(),
    });
    const row = await rowOf(/data-prod/);
    expect(screen.getAllByRole('row')[1]).toBe(row);
    expect(row).toHaveTextContent('access denied');
    expect(row).toHaveTextContent('since 3 hr. ago');
    expect(row).toHaveTextContent('AWS denies access');
    expect(row).toHaveTextContent(`not authorized: ${HOSTILE}`);
    expect(row).toHaveTextContent('2 min. ago');
    expect(row).toHaveTextContent('in 8 min.');
    expect(container.querySelector('img')).toBeNull();
  });

  it('gives the policies that would mend a refused source', async () => {
    await renderPage(<SourcesPage />, { api: someSources() });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: /Details of data-prod/ }),
    );
    expect(
      screen.getByText(/arn:aws:iam::999988887777:role\/backstage/),
    ).toBeVisible();
    expect(screen.getByText(/eks:DescribeCluster"/)).toBeVisible();
    await reader.click(screen.getAllByRole('button', { name: 'Copy' })[0]);
    expect(
      JSON.parse(jest.mocked(copy).mock.calls[0][0]).Statement[0].Action,
    ).toEqual(['sts:AssumeRole']);
  });

  it('names clusters that cannot be read or taken', async () => {
    const { container } = await renderPage(<SourcesPage />, {
      api: someSources(),
    });
    await aReader().click(
      await screen.findByRole('button', { name: /Details of prod-a/ }),
    );
    expect(screen.getByText(/AccessDeniedException/)).toBeVisible();
    expect(screen.getByText(HOSTILE)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('filters by state and text, kept in the URL', async () => {
    await renderPage(<SourcesPage />, { api: someSources() });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Failing 1' }),
    );
    expect(location()).toBe('/?state=failing');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await reader.type(screen.getByRole('searchbox'), 'nothing');
    expect(location()).toBe('/?state=failing&q=nothing');
    expect(screen.getByText('No source has this state.')).toBeVisible();
  });

  it('asks for a new scan of one, and of all', async () => {
    const api = someSources();
    await renderPage(<SourcesPage />, { api });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: /Refresh data-prod/ }),
    );
    await reader.click(screen.getByRole('button', { name: 'Refresh all' }));
    await waitFor(() =>
      expect(api.callsOf('refreshTargets')).toEqual([
        [['444455556666/eu-west-1']],
        [undefined],
      ]),
    );
  });

  it('offers no refresh to who may not', async () => {
    await renderPage(<SourcesPage />, {
      api: someSources(),
      denied: ['eks-fleet.target.refresh'],
    });
    await rowOf(/data-prod/);
    expect(screen.queryByRole('button', { name: /Refresh/ })).toBeNull();
  });

  it('lets held removals go once the provider is typed', async () => {
    const api = someSources();
    await renderPage(<SourcesPage />, { api });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Remove 1 cluster' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const accept = dialog.getByRole('button', { name: 'Remove 1 cluster' });
    expect(accept).toBeDisabled();
    await reader.type(dialog.getByRole('textbox'), 'mai');
    expect(accept).toBeDisabled();
    await reader.type(dialog.getByRole('textbox'), 'n');
    await reader.click(accept);
    await waitFor(() =>
      expect(api.callsOf('acceptRemovals')).toEqual([
        ['main', ['arn:aws:eks:us-east-1:111122223333:cluster/gone']],
      ]),
    );
  });

  it('shows held removals without the button to who may not accept', async () => {
    await renderPage(<SourcesPage />, {
      api: someSources(),
      denied: ['eks-fleet.target.accept-removals'],
    });
    expect(await screen.findByText('gone')).toBeVisible();
    expect(
      screen.getByText(/eks-fleet\.target\.accept-removals/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });

  it('names conflicts and counts foreign clusters', async () => {
    await renderPage(<SourcesPage />, { api: someSources() });
    expect(
      await screen.findByRole('link', { name: 'resource:default/by-hand' }),
    ).toHaveAttribute('href', '/catalog/default/resource/by-hand');
    expect(
      screen.getByRole('link', { name: '2 foreign clusters' }),
    ).toHaveAttribute('href', '/eks-fleet/clusters?origin=foreign');
  });

  it('is loading while there is no answer', async () => {
    const api = someSources();
    api.listTargets = () => new Promise(() => {});
    await renderPage(<SourcesPage />, { api });
    expect(
      await screen.findByText('Loading The list of sources'),
    ).toBeInTheDocument();
  });

  it('is empty without configuration, and says what to configure', async () => {
    await renderPage(<SourcesPage />, { api: new FakeFleetApi() });
    expect(
      await screen.findByText(/catalog\.providers\.eksFleet/),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    const api = someSources();
    api.failures.listTargets = responseError(
      503,
      'The database does not answer',
    );
    await renderPage(<SourcesPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );
  });

  it('keeps what was read when reading it again fails', async () => {
    const api = someSources();
    await renderPage(<SourcesPage />, { api });
    await rowOf(/data-prod/);
    api.failures.listTargets = responseError(
      503,
      'The database does not answer',
    );
    await aReader().click(screen.getByRole('button', { name: 'Refresh all' }));
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(await rowOf(/data-prod/)).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = someSources();
    api.failures.listTargets = responseError(403, 'no');
    await renderPage(<SourcesPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'eks-fleet.target.read',
    );
  });
});
