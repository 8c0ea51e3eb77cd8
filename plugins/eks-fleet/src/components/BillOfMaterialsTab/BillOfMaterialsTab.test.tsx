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

import { act, screen, within } from '@testing-library/react';
import type { BillOfMaterials } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import {
  aBillOfMaterials,
  anObservation,
  aPart,
} from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { BillOfMaterialsTab } from './BillOfMaterialsTab';

const HOSTILE = '<img src=x onerror=alert(1)>';

async function render(
  part: Partial<BillOfMaterials> = {},
  api = new FakeFleetApi(),
) {
  api.billOfMaterials = aBillOfMaterials(part);
  return renderPage(onEntityPage(<BillOfMaterialsTab revision={0} />), { api });
}

describe('BillOfMaterialsTab', () => {
  useFixtureClock();

  it('shows the parts by group, with versions, newest, health and age', async () => {
    await render();
    const table = await screen.findByRole('table', {
      name: 'Bill of materials',
    });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(header => header.textContent),
    ).toEqual([
      'Control plane',
      'Kubernetescontrol plane',
      'Compute',
      'workersnode group',
      'Add-ons',
      'corednsEKS add-on',
    ]);
    const workers = within(table).getByRole('row', { name: /workers/ });
    expect(workers).toHaveTextContent(
      '1.313 minors behind1.34ACTIVE610 min. ago',
    );
    const coredns = within(table).getByRole('row', { name: /coredns/ });
    expect(coredns).toHaveTextContent('newest');
    expect(coredns).toHaveTextContent('1.34: compatible1.35: compatible');
  });

  it('says with which Kubernetes versions an add-on runs, in words', async () => {
    await render({
      parts: [
        aPart({
          compatibility: [
            { kubernetesVersion: '1.34', compatible: 'yes' },
            { kubernetesVersion: '1.35', compatible: 'no' },
            { kubernetesVersion: '1.36', compatible: 'unknown' },
          ],
        }),
      ],
    });
    expect(
      await screen.findByRole('row', { name: /coredns/ }),
    ).toHaveTextContent('1.34: compatible1.35: not compatible1.36: not known');
  });

  it('marks what differs from the usual, and what is not well', async () => {
    await render({
      parts: [
        aPart({
          outlier: { usual: 'v1.12.0', share: 0.9, clusters: 30 },
          status: 'DEGRADED',
          healthIssues: [
            {
              code: 'InsufficientNumberOfReplicas',
              message: `0 of 2 run ${HOSTILE}`,
              resourceIds: [],
            },
          ],
        }),
      ],
    });
    const row = await screen.findByRole('row', { name: /coredns/ });
    expect(row).toHaveTextContent('differs');
    expect(row).toHaveTextContent(
      'Usual is v1.12.0: 90% of 30 clusters of this version have it.',
    );
    expect(within(row).getByText('DEGRADED').parentElement).toHaveAttribute(
      'data-tone',
      'danger',
    );
    expect(row).toHaveTextContent(
      /InsufficientNumberOfReplicas: 0 of 2 run <img/,
    );
    expect(document.querySelector('img[src]')).toBeNull();
  });

  it('keeps kinds that nobody knows by their name', async () => {
    await render({
      parts: [aPart({ group: 'capabilities', kind: 'NEWTHING', name: 'x' })],
    });
    expect(await screen.findByRole('row', { name: /NEWTHING/ })).toBeVisible();
  });

  it('says what could not be read, why and since when', async () => {
    await render({
      observations: [
        anObservation(),
        anObservation({
          kind: 'insights',
          state: 'failing',
          error: {
            code: 'forbidden',
            message: 'eks:ListInsights is denied',
            since: '2026-11-23T09:00:00Z',
          },
        }),
        anObservation({
          kind: 'kubernetesNodes',
          state: 'missing',
          observedAt: undefined,
          error: { code: 'unreachable', message: 'no route to the API server' },
        }),
        anObservation({ kind: 'kubernetesAddons', state: 'notApplicable' }),
      ],
    });
    expect(await screen.findByText('What could not be read')).toBeVisible();
    const problems = screen.getByText(/^insights: failing/).closest('ul');
    expect(problems).toHaveTextContent(
      /insights: failing.*access denied: eks:ListInsights is denied.*since 3 hr. ago/,
    );
    expect(problems).toHaveTextContent(
      /nodes: never observed.*unreachable: no route to the API server/,
    );
    expect(problems).not.toHaveTextContent('add-ons outside EKS');
  });

  it('marks a part whose observation is old', async () => {
    await render({
      parts: [
        aPart({
          observation: anObservation({
            state: 'stale',
            observedAt: '2026-11-20T12:00:00Z',
          }),
        }),
      ],
    });
    expect(await screen.findByText('stale, 3 days ago')).toBeVisible();
  });

  it('shows the room that is left, and how the control plane is set up', async () => {
    await render({
      capacity: {
        nodes: 3,
        allocatable: { cpuMillis: 12000, memoryBytes: 48 * 1024 ** 3, pods: 1 },
        requested: { cpuMillis: 3000, memoryBytes: 6 * 1024 ** 3, pods: 1 },
        workloadPods: 0,
      },
      subnets: [
        { id: 'subnet-1', availabilityZone: 'eu-west-1a', freeAddresses: 3 },
      ],
      parts: [
        aPart(),
        aPart({
          group: 'controlPlane',
          kind: 'setting',
          name: 'API endpoint',
          version: undefined,
          detail: 'public to anybody',
          outlier: { usual: 'private', share: 0.9, clusters: 30 },
        }),
      ],
    });
    expect(await screen.findByText(/No workload runs here/)).toBeVisible();
    expect(screen.getByText('25% · 3 of 12 requested')).toBeVisible();
    expect(screen.getByRole('meter', { name: 'Memory' })).toHaveAttribute(
      'value',
      '0.125',
    );
    expect(screen.getByText('eu-west-1a: 3 free')).toBeVisible();
    const settings = screen.getByRole('region', { name: 'Settings' });
    expect(settings).toHaveTextContent('API endpointpublic to anybody');
    expect(within(settings).getByText('differs').parentElement).toHaveAttribute(
      'title',
      'Usual is private: 90% of 30 clusters of this version have it.',
    );
    expect(
      within(
        screen.getByRole('table', { name: 'Bill of materials' }),
      ).queryByText('API endpoint'),
    ).toBeNull();
  });

  it('does not say what is requested where nobody asked', async () => {
    await render({
      capacity: {
        nodes: 1,
        allocatable: { cpuMillis: 4000, memoryBytes: 1024 ** 3, pods: 1 },
      },
    });
    expect(
      await screen.findByText('4, what is requested is not known'),
    ).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getBillOfMaterials = () => new Promise(() => {});
    await render({}, api);
    expect(
      await screen.findByText('Loading The bill of materials'),
    ).toBeInTheDocument();
  });

  it('is empty before the cluster was read', async () => {
    await render({ parts: [], observations: [] });
    expect(
      await screen.findByText('Nothing has been observed yet'),
    ).toBeVisible();
  });

  it('says what failed and tries again when asked', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(503, 'The database sleeps');
    await render({}, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database sleeps',
    );
    api.failure = undefined;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('row', { name: /coredns/ })).toBeVisible();
  });

  it('keeps what was read when reading it again fails', async () => {
    const api = new FakeFleetApi();
    await render({}, api);
    await screen.findByRole('row', { name: /coredns/ });
    api.failure = responseError(503, 'The database sleeps');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/Shown as of/)).toBeVisible();
    expect(screen.getByRole('row', { name: /coredns/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(403, 'no');
    await render({}, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'eks-fleet.cluster.read',
    );
  });
});
