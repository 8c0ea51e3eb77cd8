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

import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthenticationError } from '@backstage/errors';
import type { GitEvent } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { GitWebhooks } from './GitWebhooks';

const EVENT = {
  kind: 'push',
  repository: 'fleet',
  branch: 'main',
  isForced: false,
} as GitEvent;
const REQUEST = { headers: {}, body: Buffer.from('{}') };

function start(receiveWebhook: () => GitEvent | undefined) {
  const told: GitEvent[] = [];
  const webhooks = new GitWebhooks({
    git: { repositories: [{}] as never, receiveWebhook },
    metrics: metricsServiceMock.mock(),
    onEvent: async event => {
      told.push(event);
    },
  });
  return { told, webhooks };
}

describe('GitWebhooks', () => {
  it('tells of events, once the signature was found to be right', async () => {
    const { told, webhooks } = start(() => EVENT);
    await webhooks.receive(REQUEST);
    expect(told).toEqual([EVENT]);
  });

  it('tells of nothing that is not about pull requests or pushes', async () => {
    const { told, webhooks } = start(() => undefined);
    await webhooks.receive(REQUEST);
    expect(told).toEqual([]);
  });

  it('tells of nothing that is not signed', async () => {
    const { told, webhooks } = start(() => {
      throw new AuthenticationError('not signed');
    });
    await expect(webhooks.receive(REQUEST)).rejects.toThrow('not signed');
    expect(told).toEqual([]);
  });
});
