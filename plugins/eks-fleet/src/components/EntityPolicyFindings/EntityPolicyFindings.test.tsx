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

import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { useFixtureClock } from '../../__testUtils__/clock';
import { aFinding, FINGERPRINT } from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { EntityPolicyFindings } from './EntityPolicyFindings';
import { isPolicyFindingsAvailable } from './isPolicyFindingsAvailable';

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
};
const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: { 'backstage.io/kubernetes-namespace': 'checkout' },
  },
  spec: { owner: 'payments' },
};

function render(entity: Entity, policiesApi = new FakePoliciesApi()) {
  return renderPage(
    <EntityProvider entity={entity}>
      <EntityPolicyFindings />
    </EntityProvider>,
    { policiesApi },
  );
}

describe('EntityPolicyFindings', () => {
  useFixtureClock();

  it('lists what breaks policies of what a group owns', async () => {
    const api = new FakePoliciesApi();
    api.findings = [
      aFinding(),
      aFinding({ fingerprint: 'other', owner: 'group:default/search' }),
    ];
    await render(payments, api);
    expect(
      await screen.findByText('Findings on what payments owns'),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Require resource requests' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?owner=group%3Adefault%2Fpayments&open=${FINGERPRINT}`,
    );
    expect(screen.getByText('Deployment checkout/api on prod')).toBeVisible();
    expect(screen.getByText('overdue since 3 days ago')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'The finding with filters' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/policies/findings?owner=group%3Adefault%2Fpayments',
    );
  });

  it('lists those in the namespace of a component that its owner has', async () => {
    const api = new FakePoliciesApi();
    api.findings = [
      aFinding(),
      aFinding({ fingerprint: 'other', owner: 'group:default/search' }),
    ];
    await render(checkout, api);
    expect(
      await screen.findByText(
        'Findings in the namespace checkout of what payments owns',
      ),
    ).toBeVisible();
    expect(
      await screen.findAllByText('Require resource requests'),
    ).toHaveLength(1);
    expect(
      screen.getByRole('link', { name: 'Everything of payments' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/policies/findings?owner=group%3Adefault%2Fpayments',
    );
  });

  it('says that nothing is broken, or that nothing leads there', async () => {
    const { unmount } = await render(checkout);
    expect(
      await screen.findByText('Nothing of theirs breaks a policy'),
    ).toBeVisible();
    unmount();
    await render({ ...checkout, metadata: { name: 'x' }, spec: {} });
    expect(
      await screen.findByText('It is not known what runs for it'),
    ).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakePoliciesApi();
    api.listFindings = () => new Promise(() => {});
    await render(payments, api);
    expect(await screen.findByText('Loading The findings')).toBeInTheDocument();
  });

  it.each([
    [503, /The findings could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakePoliciesApi();
    api.failures.listFindings = responseError(status, 'The database sleeps');
    await render(payments, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});

describe('isPolicyFindingsAvailable', () => {
  it.each([
    [payments, true],
    [checkout, true],
    [{ ...checkout, metadata: { name: 'site' } }, false],
    [{ ...checkout, kind: 'Resource' }, false],
  ])('of %j is %s', (entity, available) => {
    expect(isPolicyFindingsAvailable(entity)).toBe(available);
  });
});
