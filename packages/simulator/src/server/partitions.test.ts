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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import { clientsOf } from '../__testUtils__/clients';
import { startSimulator } from './startSimulator';

describe('an AWS endpoint of another partition', () => {
  it.each([
    ['aws-cn', 'cn-northwest-1', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1', 'us-gov-east-1'],
  ] as const)(
    '%s has its own ARNs and home Region',
    async (partition, home, other) => {
      const simulator = await startSimulator({
        fleet: {
          credentials: [
            {
              accessKeyId: 'AKIACHINA',
              secretAccessKey: 'secret',
              accountId: '123456789012',
              roleName: 'portal',
            },
          ],
          organizations: [
            {
              id: 'o-cn00000001',
              rootId: 'r-cn00',
              managementAccountId: '123456789012',
            },
          ],
          accounts: [
            {
              id: '123456789012',
              name: 'main',
              partition,
              parentId: 'r-cn00',
              roles: [{ name: 'portal', trusts: [], allow: ['*'] }],
              clusters: [{ name: 'only', region: other, version: '1.34' }],
            },
          ],
        },
      });
      try {
        const credentials = {
          accessKeyId: 'AKIACHINA',
          secretAccessKey: 'secret',
        };
        const { eks } = clientsOf(simulator, { region: other, credentials });
        const { cluster } = await eks.send(
          new DescribeClusterCommand({ name: 'only' }),
        );
        expect(cluster!.arn).toBe(
          `arn:${partition}:eks:${other}:123456789012:cluster/only`,
        );
        const list = (region: string) =>
          clientsOf(simulator, { region, credentials }).organizations.send(
            new ListAccountsCommand({}),
          );
        expect((await list(home)).Accounts).toHaveLength(1);
        await expect(list(other)).rejects.toMatchObject({
          name: 'InvalidSignatureException',
        });
        expect(simulator.environment().AWS_REGION).toBe(home);
      } finally {
        await simulator.stop();
      }
    },
  );
});
