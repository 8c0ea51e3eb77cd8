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

import { toastApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aPreview } from '../../__testUtils__/exceptionRequests';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aCell,
  aClusterRef,
  aPolicyDetail,
  POLICY_ID,
  PROD_ARN,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { PolicyClusters } from '../PolicyPage/PolicyClusters';

const safeToEnforce = {
  verdict: 'unknown' as const,
  message: 'It is not known.',
};

function aBackend() {
  const api = new FakePoliciesApi();
  api.clusters = [
    { cluster: aClusterRef(), cell: aCell(), safeToEnforce },
    {
      cluster: aClusterRef({ arn: 'arn:2', name: 'bare' }),
      cell: { state: 'notDeployed' },
      safeToEnforce,
    },
  ];
  api.preview = ask =>
    ask.namespace
      ? aPreview({ scope: { kind: 'namespace', namespace: ask.namespace } })
      : aPreview({
          problems: [
            {
              field: 'namespace',
              message: 'is missing; without a finding it must be said',
            },
          ],
        });
  return api;
}

async function render(api = aBackend(), denied: string[] = []) {
  const toast = { post: jest.fn(() => ({ close: () => {} })) };
  await renderPage(
    <TestApiProvider apis={[[toastApiRef, toast]]}>
      <PolicyClusters policy={aPolicyDetail()} />
    </TestApiProvider>,
    { policiesApi: api, denied },
  );
  return toast;
}

describe('asking for an exception from a policy on a cluster', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('asks for the namespace, and tells where the request is', async () => {
    const api = aBackend();
    const toast = await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Request exception on prod' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const namespace = await dialog.findByRole('textbox', { name: /Namespace/ });
    expect(namespace).toBeValid();
    await reader.type(dialog.getByRole('textbox', { name: /Reason/ }), 'So');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(namespace).toHaveAccessibleDescription(/Namespace is missing/),
    );
    await reader.type(namespace, 'search');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(await dialog.findByText('the namespace search')).toBeVisible();
    await reader.click(dialog.getByRole('button', { name: 'Ask for it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('requestException')).toEqual([
      [
        {
          policy: POLICY_ID,
          cluster: PROD_ARN,
          namespace: 'search',
          scope: 'namespace',
          clusters: 'cluster',
          reason: 'So',
          expiresAt: '2026-12-23',
        },
      ],
    ]);
    expect(toast.post).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'The exception is asked for',
        links: [
          {
            label: 'Open the request',
            href: '/eks-fleet/policies/exceptions?tab=requests&request=r-new',
          },
        ],
      }),
    );
  });

  it('is offered only where the policy is', async () => {
    await render();
    await screen.findByRole('button', { name: 'Request exception on prod' });
    // By then it is known what the reader may.
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(
      screen.queryByRole('button', { name: 'Request exception on bare' }),
    ).toBeNull();
  });
});
