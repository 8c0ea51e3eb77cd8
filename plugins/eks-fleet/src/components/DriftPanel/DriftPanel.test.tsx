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

import { act, screen, waitFor, within } from '@testing-library/react';
import type { ClusterDrift } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aDrift } from '../../__testUtils__/drift';
import { onEntityPage } from '../../__testUtils__/entity';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { renderPage } from '../../__testUtils__/render';
import { aPreflight } from '../../__testUtils__/requests';
import { DriftPanel } from './DriftPanel';

const HOSTILE = '<img src=x onerror=alert(1)>';

function render(
  part: Partial<ClusterDrift> = {},
  requestsApi = new FakeRequestsApi(),
  api = new FakeFleetApi(),
) {
  api.drift = aDrift(part);
  return renderPage(onEntityPage(<DriftPanel revision={0} />), {
    api,
    requestsApi,
  });
}

const settle = () => act(() => jest.advanceTimersByTimeAsync(1000));

describe('DriftPanel', () => {
  useFixtureClock();

  it('shows what differs, in Git and in EKS side by side, and since when', async () => {
    await render();
    const table = await screen.findByRole('table', { name: 'What differs' });
    const sizes = within(table).getByRole('row', { name: /maxSize/ });
    expect(sizes).toHaveTextContent(/maxSize39.*EKS updated this part last/);
    expect(
      within(table).getByRole('row', { name: /touched/ }),
    ).toHaveTextContent('tags[touched]not thereby hand');
    expect(screen.getByText('changed outside of Git')).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'clusters/prod/cluster.yaml at c0ffee00',
      }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/fleet/blob/c0ffee00c0ffee00/clusters/prod/cluster.yaml',
    );
    expect(screen.getByText(/Who did it is not known here/)).toBeVisible();
    expect(screen.getByText('2 fields are not compared')).toBeVisible();
  });

  it('shows what tags hold as text', async () => {
    const { container } = await render({
      differences: [
        {
          field: `tags[${HOSTILE}]`,
          kind: 'onlyInEks',
          inEks: HOSTILE,
          since: '2026-11-22T12:00:00Z',
        },
      ],
    });
    expect(await screen.findByRole('row', { name: /onerror/ })).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('asks for the change that has Git say what EKS has, and says what it leaves', async () => {
    const requestsApi = new FakeRequestsApi();
    await render({}, requestsApi);
    await aReader().click(
      await screen.findByRole('button', { name: 'Adopt into Git' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('in 2 places');
    expect(dialog).toHaveTextContent(
      'kubernetesVersion: versions go by rollout',
    );
    await aReader().type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'It was needed',
    );
    await settle();
    await aReader().click(
      within(dialog).getByRole('button', { name: 'Make the request' }),
    );
    await waitFor(() =>
      expect(requestsApi.callsOf('createRequest')).toEqual([
        [
          {
            kind: 'cluster',
            operation: 'change',
            thing: 'cluster/111122223333/eu-west-1/prod',
            owner: 'group:default/payments',
            base: { specHash: 'a1', commit: 'c0ffee00c0ffee00' },
            spec: { name: 'prod', tags: { touched: 'by hand' } },
            reason: 'It was needed',
            idempotencyKey: expect.any(String),
          },
        ],
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks that the file is applied again, and says what comes of that', async () => {
    const requestsApi = new FakeRequestsApi();
    await render({}, requestsApi);
    await aReader().click(
      await screen.findByRole('button', { name: 'Bring back' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('ACK applies all of the file again');
    expect(dialog).toHaveTextContent(/kubernetesVersion: .*do not go back/);
    await aReader().type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'Nobody agreed to it',
    );
    await settle();
    await aReader().click(
      within(dialog).getByRole('button', { name: 'Make the request' }),
    );
    await waitFor(() =>
      expect(requestsApi.callsOf('createRequest')).toMatchObject([
        [{ spec: { name: 'prod', reconcileAt: '2026-11-23T12:00:00Z' } }],
      ]),
    );
  });

  it('makes no request that would be denied', async () => {
    const requestsApi = new FakeRequestsApi();
    const { verdict } = aPreflight();
    requestsApi.preflight = () =>
      aPreflight({ verdict: { ...verdict!, outcome: 'deny' } });
    await render({}, requestsApi);
    await aReader().click(
      await screen.findByRole('button', { name: 'Adopt into Git' }),
    );
    const dialog = await screen.findByRole('dialog');
    await aReader().type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'x',
    );
    await settle();
    expect(
      within(dialog).getByRole('button', { name: 'Make the request' }),
    ).toBeDisabled();
  });

  it('says why where the file is understood in part only', async () => {
    const { git } = aDrift();
    await render({
      git: { ...git!, isWhole: false, problems: ['owner is missing'] },
      adoption: undefined,
      bringBack: undefined,
    });
    expect(
      await screen.findByText(/Only a part of the file is understood/),
    ).toBeVisible();
    expect(screen.getByText('owner is missing')).toBeInTheDocument();
    expect(screen.getByText(/edit it by hand/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each<[string, Partial<ClusterDrift>, RegExp]>([
    ['EKS has what Git says', { state: 'none' }, /EKS has what Git says/],
    [
      'no file describes it',
      { state: 'notInGit', git: undefined, message: 'No rule fits prod.' },
      /No rule fits prod\. It can be adopted/,
    ],
    [
      'it is not known',
      { state: 'unknown', message: 'What Git says of it was not read yet.' },
      /was not read yet\./,
    ],
  ])('says so where %s', async (_, part, words) => {
    await render({ differences: [], uncompared: [], ...part });
    expect(await screen.findAllByText(words)).not.toEqual([]);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what is under way where that explains the difference', async () => {
    const [first] = aDrift().differences;
    await render({
      state: 'changing',
      differences: [{ ...first, explainedBy: 'request' }],
    });
    expect(
      await screen.findByRole('row', { name: /maxSize/ }),
    ).toHaveTextContent('by a request that is under way');
    expect(screen.getByText('on its way')).toBeVisible();
  });

  it('is not there where clusters are not compared with Git', async () => {
    const api = new FakeFleetApi();
    api.getDrift = async () => {
      throw responseError(404, 'eksFleet.drift.enabled is off');
    };
    await render({}, new FakeRequestsApi(), api);
    await settle();
    expect(screen.queryByText('Git and EKS')).toBeNull();
  });

  it('is loading while there is no answer, and says what failed', async () => {
    const api = new FakeFleetApi();
    api.getDrift = () => new Promise(() => {});
    const { unmount } = await render({}, new FakeRequestsApi(), api);
    expect(
      await screen.findByText('Loading The comparison with Git'),
    ).toBeInTheDocument();
    unmount();
    const failing = new FakeFleetApi();
    failing.failure = responseError(503, 'The database sleeps');
    await render({}, new FakeRequestsApi(), failing);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database sleeps',
    );
  });
});
