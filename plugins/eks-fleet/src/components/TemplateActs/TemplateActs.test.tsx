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

import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { namespaceEntity } from '../../__testUtils__/formField';
import { renderPage } from '../../__testUtils__/render';
import { EntityNamespaceCard } from '../EntityNamespace';
import { TemplateActLinks } from '.';

const template = (name: string, namespace = 'default') => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace },
  spec: {},
});
const TEMPLATES = [
  template('eks-fleet-resize-node-group'),
  template('eks-fleet-delete-cluster', 'platform'),
  template('eks-fleet-extend-life'),
  template('eks-fleet-change-quota'),
  template('another'),
];
const onCluster = (entities = TEMPLATES, denied?: string[]): Promise<unknown> =>
  renderPage(onEntityPage(<TemplateActLinks thing="cluster" />), {
    entities,
    denied,
  });
const links = () =>
  screen
    .getAllByRole('link')
    .map(item => [item.textContent, item.getAttribute('href')]);
const filledIn = (thing: string, ref: string) =>
  `?${new URLSearchParams({ formData: JSON.stringify({ [thing]: ref }) })}`;

describe('what can be asked for on entity pages', () => {
  useFixtureClock();

  it('leads from a cluster to the templates that there are, with it filled in', async () => {
    await onCluster();
    await screen.findByRole('navigation', { name: 'Ask for a change' });
    const query = filledIn('cluster', 'resource:default/prod-1a2b3c4d');
    expect(links()).toEqual([
      [
        'Resize node group',
        `/create/templates/default/eks-fleet-resize-node-group${query}`,
      ],
      // There is no template of it.
      ['Upgrade', '/eks-fleet/rollouts/new'],
      ['Delete', `/create/templates/platform/eks-fleet-delete-cluster${query}`],
    ]);
  });

  it('offers only planning to who may only plan', async () => {
    await onCluster(TEMPLATES, ['eks-fleet.request.create']);
    await screen.findByRole('navigation', { name: 'Ask for a change' });
    expect(links()).toHaveLength(1);
  });

  it('is not there for who may ask for nothing', async () => {
    await onCluster(TEMPLATES, [
      'eks-fleet.request.create',
      'eks-fleet.rollout.plan',
    ]);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  const renderCard = (lifecycle: string) =>
    renderPage(
      <EntityProvider
        entity={{
          ...namespaceEntity,
          metadata: {
            ...namespaceEntity.metadata,
            annotations: {
              ...namespaceEntity.metadata.annotations,
              'eks-fleet.io/lifecycle': lifecycle,
            },
          },
        }}
      >
        <EntityNamespaceCard />
      </EntityProvider>,
      { entities: TEMPLATES },
    );

  it('leads from a namespace to what can be asked for of it', async () => {
    await renderCard('active');
    const acts = await screen.findByRole('navigation', {
      name: 'Ask for a change',
    });
    const query = filledIn(
      'namespace',
      'resource:default/payments-batch-5e6f7a8b',
    );
    expect(
      [...acts.querySelectorAll('a')].map(link => [
        link.textContent,
        link.getAttribute('href'),
      ]),
    ).toEqual([
      [
        'Extend life',
        `/create/templates/default/eks-fleet-extend-life${query}`,
      ],
      [
        'Change quota',
        `/create/templates/default/eks-fleet-change-quota${query}`,
      ],
    ]);
    expect(screen.getByText('ends in 3 days')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'The request that brought it' }),
    ).toHaveAttribute('href', '/eks-fleet/requests/q1');
  });

  it('asks for nothing of what goes already', async () => {
    await renderCard('deleting');
    expect(await screen.findByText('prod', { selector: 'dd' })).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
