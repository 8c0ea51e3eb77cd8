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

import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aClusterRef, aFinding, PROD_ARN } from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { GoPage } from './GoPage';

const location = () => screen.getByTestId('location').textContent;

/** Where it leads to, it is there no more. */
const page = (
  <Routes>
    <Route path="/" element={<GoPage />} />
    <Route path="*" element={null} />
  </Routes>
);

describe('GoPage', () => {
  useFixtureClock();

  it('leads on to the one cluster that fits, and hands on what its page wants', async () => {
    const api = new FakeFleetApi();
    api.matches = [aCluster({ name: 'prod' })];
    await renderPage(page, {
      api,
      path: '/?cluster=prod&region=eu-west-1&view=alerts&alertname=Budget',
    });
    await waitFor(() =>
      expect(location()).toBe(
        '/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=alerts&alertname=Budget',
      ),
    );
    expect(api.callsOf('resolveDeepLink')[0]).toEqual([
      { cluster: 'prod', region: 'eu-west-1' },
    ]);
  });

  it.each(['bom', 'readiness', 'timeline'])(
    'leads to the tab %s of the cluster',
    async view => {
      const api = new FakeFleetApi();
      api.matches = [aCluster({ name: 'prod' })];
      await renderPage(page, {
        api,
        path: `/?cluster=prod&view=${view}&target=1.35`,
      });
      await waitFor(() =>
        expect(location()).toBe(
          `/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=${view}&target=1.35`,
        ),
      );
    },
  );

  it('lets one choose where several fit', async () => {
    const api = new FakeFleetApi();
    api.matches = [
      aCluster({ name: 'prod' }),
      aCluster({
        name: 'prod',
        entityRef: 'resource:default/prod-99999999',
        accountName: '<b>other</b>',
      }),
    ];
    const { container } = await renderPage(page, {
      api,
      path: '/?cluster=prod&view=bom',
    });
    const links = await screen.findAllByRole('link', { name: 'prod' });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=bom',
      '/catalog/default/resource/prod-99999999/eks-cluster?view=bom',
    ]);
    expect(screen.getByText(/<b>other<\/b>/)).toBeVisible();
    expect(container.querySelector('b')).toBeNull();
  });

  it('says what was looked for where nothing fits', async () => {
    await renderPage(page, {
      api: new FakeFleetApi(),
      path: '/?cluster=<i>x</i>&account=111122223333',
    });
    expect(
      await screen.findByText(
        /Looked for account 111122223333, cluster <i>x<\/i>/,
      ),
    ).toBeVisible();
  });

  it('says what a link has to name', async () => {
    await renderPage(page, { api: new FakeFleetApi(), path: '/' });
    expect(await screen.findByText(/names no cluster/)).toBeVisible();
  });

  it('leads to a page about many clusters with its filters, and asks nobody', async () => {
    const api = new FakeFleetApi();
    await renderPage(page, {
      api,
      path: '/?view=readiness&owner=group:default/payments&cause=addon:coredns',
    });
    await waitFor(() =>
      expect(location()).toBe(
        '/eks-fleet/readiness?owner=group%3Adefault%2Fpayments&cause=addon%3Acoredns',
      ),
    );
    expect(api.callsOf('resolveDeepLink')).toEqual([]);
  });

  it.each([
    ['/?rollout=r1', '/eks-fleet/rollouts/r1'],
    ['/?rollout=r1&cell=c%2F1', '/eks-fleet/rollouts/r1/cells/c%2F1'],
  ])('leads from %s to the rollout', async (path, to) => {
    await renderPage(page, { api: new FakeFleetApi(), path });
    await waitFor(() => expect(location()).toBe(to));
  });

  it('leads to the request that it names', async () => {
    await renderPage(page, {
      api: new FakeFleetApi(),
      path: '/?request=q1',
    });
    await waitFor(() => expect(location()).toBe('/eks-fleet/requests/q1'));
  });

  describe('with a policy or a resource', () => {
    const ARN = encodeURIComponent(PROD_ARN);
    const prod = () => {
      const api = new FakeFleetApi();
      api.matches = [aCluster({ name: 'prod', arn: PROD_ARN })];
      return api;
    };
    const findings = () => {
      const policiesApi = new FakePoliciesApi();
      policiesApi.findings = [
        aFinding({
          cluster: aClusterRef({ arn: PROD_ARN }),
          resource: { kind: 'Deployment', namespace: 'checkout', name: 'api' },
        }),
      ];
      return policiesApi;
    };
    const { name: policy } = aFinding().policy;
    /** Where the page leads to, whatever the order of the filters. */
    const landing = async () => {
      await waitFor(() =>
        expect(location()).toMatch(/^\/eks-fleet\/policies\/findings\?/),
      );
      return Object.fromEntries(new URLSearchParams(location()!.split('?')[1]));
    };

    it('leads to the findings of the cluster that it is about', async () => {
      await renderPage(page, {
        api: prod(),
        policiesApi: findings(),
        path: `/?cluster=prod&view=policy&policy=${policy}&namespace=checkout&kind=Deployment&resource=api`,
      });
      expect(await landing()).toEqual({
        cluster: PROD_ARN,
        namespace: 'checkout',
        kind: 'Deployment',
        name: policy,
        resource: 'api',
      });
    });

    it('finds what controls a pod, and says what was looked for', async () => {
      await renderPage(page, {
        api: prod(),
        policiesApi: findings(),
        path: `/?cluster=prod&policy=${policy}&namespace=checkout&kind=Pod&resource=api-7f9-x`,
      });
      expect(await landing()).toEqual({
        cluster: PROD_ARN,
        namespace: 'checkout',
        name: policy,
        sought: `policy ${policy}, namespace checkout, kind Pod, resource api-7f9-x`,
      });
    });

    it('ends on all findings of the cluster for a policy that is not known', async () => {
      await renderPage(page, {
        api: prod(),
        policiesApi: findings(),
        path: '/?cluster=prod&policy=<b>gone</b>',
      });
      expect(await landing()).toEqual({
        cluster: PROD_ARN,
        sought: 'policy <b>gone</b>',
      });
    });

    it('needs no cluster', async () => {
      const api = prod();
      await renderPage(page, {
        api,
        policiesApi: findings(),
        path: `/?policy=${policy}&namespace=checkout`,
      });
      expect(await landing()).toEqual({ namespace: 'checkout', name: policy });
      expect(api.callsOf('resolveDeepLink')).toEqual([]);
    });

    it('lets one choose the cluster, and looks there', async () => {
      const api = prod();
      api.matches.push(
        aCluster({
          name: 'prod',
          arn: 'arn:other',
          entityRef: 'resource:default/prod-99999999',
        }),
      );
      await renderPage(page, {
        api,
        policiesApi: findings(),
        path: `/?cluster=prod&policy=${policy}`,
      });
      const links = await screen.findAllByRole('link', { name: 'prod' });
      expect(links.map(link => link.getAttribute('href'))).toEqual([
        `/?arn=${ARN}&policy=${policy}`,
        `/?arn=arn%3Aother&policy=${policy}`,
      ]);
    });

    it('says why findings cannot be read', async () => {
      const policiesApi = findings();
      policiesApi.failures.listFindings = responseError(403, 'no');
      await renderPage(page, {
        api: prod(),
        policiesApi,
        path: `/?cluster=prod&policy=${policy}`,
      });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'eks-fleet.cluster.read',
      );
    });
  });

  it('says what failed', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(503, 'The database does not answer');
    await renderPage(page, { api, path: '/?cluster=prod' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );
  });
});
