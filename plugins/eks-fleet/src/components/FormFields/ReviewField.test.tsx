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

import { act, screen } from '@testing-library/react';
import { useFixtureClock } from '../../__testUtils__/clock';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import {
  NAMESPACE_KEY,
  NAMESPACE_REF,
  renderField,
  settle,
} from '../../__testUtils__/formField';
import { CLUSTER_KEY, PAYMENTS } from '../../__testUtils__/requests';
import { ReviewField } from '.';

const NEW = {
  owner: PAYMENTS,
  environment: 'prod',
  cluster: CLUSTER_KEY,
  name: 'payments-night',
  quota: {
    cpuRequests: '2',
    memoryRequests: '4Gi',
    memoryLimits: '4Gi',
    pods: 9,
  },
  sourceRepos: ['https://github.com/acme/payments'],
};

describe('EksFleetReview', () => {
  useFixtureClock();

  it('shows verdict, cost and the change to Git', async () => {
    const { changes } = await renderField(ReviewField, { values: NEW });
    await settle();
    expect(screen.getByText('may go ahead')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Cost' })).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'The change' }),
    ).toHaveTextContent('+kind: Namespace');
    // It has a value, so that it is checked before the next page.
    expect(changes).toEqual([{}]);
  });

  it('hands over the state of a thing that was looked at', async () => {
    const requestsApi = new FakeRequestsApi();
    const { changes } = await renderField(ReviewField, {
      requestsApi,
      values: { namespace: NAMESPACE_REF },
      uiOptions: { kind: 'namespace', operation: 'delete' },
    });
    await settle();
    expect(requestsApi.callsOf('previewRequest')).toEqual([
      [
        {
          kind: 'namespace',
          operation: 'delete',
          owner: PAYMENTS,
          thing: NAMESPACE_KEY,
        },
      ],
    ]);
    expect(changes).toEqual([
      {
        specHash: 'hash-in-git',
        commit: '0123456789abcdef0123456789abcdef01234567',
      },
    ]);
  });

  it('says so while too little is filled in', async () => {
    const requestsApi = new FakeRequestsApi();
    await renderField(ReviewField, {
      requestsApi,
      values: { owner: PAYMENTS },
    });
    await settle();
    expect(screen.getByText(/Fill in what is asked for/)).toBeVisible();
    expect(requestsApi.callsOf('previewRequest')).toEqual([]);
  });

  it('says what fails', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.failures.previewRequest = responseError(503, 'Git is away');
    await renderField(ReviewField, { requestsApi, values: NEW });
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'It could not be checked: Git is away',
    );
  });

  it('waits no more for an answer once it is left', async () => {
    const requestsApi = new FakeRequestsApi();
    let answer = () => {};
    requestsApi.hold = new Promise(resolve => {
      answer = resolve;
    });
    const { unmount } = await renderField(ReviewField, {
      requestsApi,
      values: NEW,
    });
    await settle();
    expect(requestsApi.signals.map(({ aborted }) => aborted)).toEqual([
      false,
      false,
    ]);
    unmount();
    expect(requestsApi.signals.map(({ aborted }) => aborted)).toEqual([
      true,
      true,
    ]);
    await act(async () => answer());
  });
});
