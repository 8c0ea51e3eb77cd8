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

import { screen, within } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aCluster } from '../../__testUtils__/fleet';
import {
  clusterPolicies,
  POLICY_ID,
  PROD_ARN,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { PolicyTab } from './PolicyTab';

const prod = aCluster({ name: 'prod' });
const ARN = encodeURIComponent(PROD_ARN);
const render = (policiesApi = new FakePoliciesApi()) =>
  renderPage(onEntityPage(<PolicyTab cluster={prod} revision={0} />), {
    policiesApi,
  });

describe('PolicyTab', () => {
  useFixtureClock();

  it('says where it is known from, and in words what keeps the rest from being read', async () => {
    const api = new FakePoliciesApi();
    api.ofCluster = clusterPolicies({
      feeds: [
        ...clusterPolicies().feeds,
        {
          kind: 'policyKyverno',
          state: 'stale',
          pushed: true,
          observedAt: '2026-11-20T12:00:00Z',
          passes: 'notRecorded',
          truncated: true,
          notes: ['It keeps 20 violations of each constraint.'],
        },
      ],
    });
    await render(api);
    const feeds = await screen.findByRole('table', {
      name: 'Where this is known from',
    });
    const row = (name: RegExp) => within(feeds).getByRole('row', { name });
    expect(row(/^policy reports/)).toHaveTextContent('fresh');
    expect(row(/^policy reports/)).toHaveTextContent('4 min. ago');
    expect(row(/^Gatekeeper/)).toHaveTextContent('access denied');
    expect(row(/^Gatekeeper/)).toHaveTextContent('constraints is forbidden');
    expect(row(/^Gatekeeper/)).toHaveTextContent('since 2 hr. ago');
    expect(row(/^Gatekeeper/)).toHaveTextContent('never');
    expect(row(/^Kyverno/)).toHaveTextContent('stale');
    expect(row(/^Kyverno/)).toHaveTextContent('pushed from the cluster');
    expect(row(/^policy reports/)).not.toHaveTextContent('pushed');
    expect(row(/^Kyverno/)).toHaveTextContent(
      'The engine keeps only some of what it finds. keeps no passes. It keeps 20 violations of each constraint.',
    );
    expect(api.callsOf('getClusterPolicies')[0]).toEqual([
      'default',
      'prod-1a2b3c4d',
    ]);
  });

  it('lists policies with mode and findings, and what is not deployed', async () => {
    await render();
    const table = await screen.findByRole('table', { name: 'Policies' });
    const failing = within(table).getByRole('row', {
      name: /Require resource requests/,
    });
    expect(failing).toHaveTextContent('audit');
    expect(failing).toHaveTextContent('3 fails');
    expect(failing).toHaveTextContent('1 exempt');
    expect(
      within(failing).getByRole('link', { name: 'All 3 findings' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?policy=${POLICY_ID}&cluster=${ARN}`,
    );
    expect(
      within(table).getByRole('row', { name: /no-latest/ }),
    ).toHaveTextContent('not deployed');
  });

  it('leads out to what is about the cluster and about each policy on it', async () => {
    const api = new FakePoliciesApi();
    const [first, ...others] = clusterPolicies().items;
    api.ofCluster = clusterPolicies({
      links: [
        { title: 'Policy Reporter', url: 'https://pr.example.com/?cluster=p' },
      ],
      items: [
        {
          ...first,
          links: [
            {
              title: 'Argo CD application policies-prod',
              url: 'https://argocd.example.com/applications/policies-prod',
            },
            { title: 'Evil', url: 'data:text/html,x' },
          ],
        },
        ...others,
      ],
    });
    await render(api);
    expect(
      await screen.findByRole('link', { name: /^Policy Reporter/ }),
    ).toHaveAttribute('href', 'https://pr.example.com/?cluster=p');
    const list = screen.getByRole('list', {
      name: 'More about Require resource requests',
    });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['https://argocd.example.com/applications/policies-prod']);
  });

  it('leads from namespaces to their findings', async () => {
    await render();
    const list = await screen.findByRole('list', {
      name: 'Namespaces with findings',
    });
    expect(
      within(list).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?cluster=${ARN}&namespace=checkout`,
    );
    expect(list).toHaveTextContent('of the whole cluster');
  });

  it('takes no silence for compliance', async () => {
    const api = new FakePoliciesApi();
    api.ofCluster = clusterPolicies({
      items: [],
      feeds: [],
      engines: [],
      namespaces: [],
      counts: { fail: 0, warn: 0, error: 0, exempt: 0 },
    });
    await render(api);
    expect(
      await screen.findByText('No policy engine was seen on it.'),
    ).toBeVisible();
    expect(
      screen.getByText('Nothing reads policies of this cluster'),
    ).toBeVisible();
    expect(screen.getByText('No policy was seen on it')).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakePoliciesApi();
    api.getClusterPolicies = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The policies of the cluster'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      503,
      /The policies of the cluster could not be loaded.*The database sleeps/,
    ],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakePoliciesApi();
    api.failures.getClusterPolicies = responseError(
      status,
      'The database sleeps',
    );
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
