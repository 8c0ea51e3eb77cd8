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

import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { ProvisionedNamespace } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../state/migrate';
import { NamespaceEntityProvider } from './NamespaceEntityProvider';
import { NamespaceStore } from './NamespaceStore';

jest.setTimeout(60_000);

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/prod-1';

function namespace(
  name: string,
  more: Partial<ProvisionedNamespace> = {},
): ProvisionedNamespace {
  const key = `namespace/111122223333/eu-west-1/prod-1/${name}`;
  return {
    thing: { kind: 'namespace', key, title: `${name} on prod-1` },
    name,
    owner: 'group:default/payments',
    team: 'payments',
    environment: 'dev',
    cluster: {
      name: 'prod-1',
      accountId: '111122223333',
      region: 'eu-west-1',
      arn: ARN,
    },
    lifecycle: 'active',
    state: 'present',
    ...more,
  };
}

describe('NamespaceEntityProvider', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    const logger = mockServices.logger.mock();
    let answer: () => {
      items: ProvisionedNamespace[];
      totalItems: number;
      pageInfo: { nextCursor?: string };
    };
    let inCatalog: Map<string, any>;
    let provider: NamespaceEntityProvider;
    let removals: string[];

    async function start(database: TestDatabaseId) {
      const client = await databases.init(database);
      await migrate(client);
      inCatalog = new Map();
      removals = [];
      provider = new NamespaceEntityProvider({
        api: { listNamespaces: async () => answer() },
        store: new NamespaceStore(client),
        clusters: {
          getCluster: async arn =>
            arn === ARN
              ? ({ entityRef: 'resource:default/prod-1-1a2b3c4d' } as never)
              : undefined,
        },
        taskRunner: { run: async () => {} },
        logger,
        catalogNamespace: 'default',
        requestUrl: request =>
          `https://portal.example.com/go?request=${request}`,
      });
      const connection: EntityProviderConnection = {
        refresh: async () => {},
        applyMutation: async mutation => {
          if (mutation.type !== 'delta') {
            throw new Error('All at once would take away what is not said');
          }
          mutation.added.forEach(({ entity }) =>
            inCatalog.set(`resource:default/${entity.metadata.name}`, entity),
          );
          mutation.removed.forEach(removed => {
            const ref = (removed as { entityRef: string }).entityRef;
            inCatalog.delete(ref);
            removals.push(ref);
          });
        },
      };
      await provider.connect(connection);
    }

    const say = (...items: ProvisionedNamespace[]) => {
      answer = () => ({ items, totalItems: items.length, pageInfo: {} });
    };
    const titles = () =>
      [...inCatalog.values()].map(({ metadata }) => metadata.title).sort();

    beforeEach(async () => {
      jest.clearAllMocks();
      await start(id);
    });

    it('makes a resource of each, with owner, cluster, links and a name that stays', async () => {
      say(
        namespace('payments-dev', {
          request: 'r-1',
          expiresOn: '2027-03-31',
          repository: 'https://git.example.com/acme/fleet',
        }),
      );
      await provider.refresh();
      const [[ref, entity]] = [...inCatalog];

      expect(ref).toMatch(/^resource:default\/payments-dev-[0-9a-f]{8}$/);
      expect(entity).toMatchObject({
        kind: 'Resource',
        metadata: {
          title: 'payments-dev',
          annotations: {
            'backstage.io/managed-by-origin-location':
              'eks-fleet:namespaces/111122223333/eu-west-1/prod-1/payments-dev',
            'amazonaws.com/account-id': '111122223333',
            'eks-fleet.io/region': 'eu-west-1',
            'eks-fleet.io/cluster': 'prod-1',
            'eks-fleet.io/namespace': 'payments-dev',
            'eks-fleet.io/environment': 'dev',
            'eks-fleet.io/lifecycle': 'active',
            'eks-fleet.io/request': 'r-1',
            'eks-fleet.io/expires-on': '2027-03-31',
          },
          links: [
            {
              title: 'Request',
              url: 'https://portal.example.com/go?request=r-1',
            },
            {
              url: expect.stringContaining('eu-west-1.console.aws.amazon.com'),
            },
            { url: 'https://git.example.com/acme/fleet' },
          ],
        },
        spec: {
          type: 'kubernetes-namespace',
          owner: 'group:default/payments',
          dependsOn: ['resource:default/prod-1-1a2b3c4d'],
        },
      });

      say(namespace('payments-dev', { owner: 'group:default/checkout' }));
      await provider.refresh();
      expect([...inCatalog.keys()]).toEqual([ref]);
    });

    it('tells namespaces of one name on two clusters apart', async () => {
      const there = namespace('payments-dev');
      const key = there.thing.key.replace('prod-1', 'prod-2');
      say(there, { ...there, thing: { ...there.thing, key } });
      await provider.refresh();
      expect(inCatalog.size).toBe(2);
    });

    it('reads all pages', async () => {
      const pages = [namespace('a'), namespace('b')].map((item, index) => ({
        items: [item],
        totalItems: 2,
        pageInfo: index === 0 ? { nextCursor: 'x' } : {},
      }));
      answer = () => pages.shift()!;
      await provider.refresh();
      expect(titles()).toEqual(['a', 'b']);
    });

    it.each<[string, () => ReturnType<typeof answer>]>([
      ['an empty answer', () => ({ items: [], totalItems: 0, pageInfo: {} })],
      [
        'half an answer',
        () => ({ items: [namespace('a')], totalItems: 2, pageInfo: {} }),
      ],
      [
        'a failure',
        () => {
          throw new Error('503');
        },
      ],
    ])('removes nothing for %s, however often', async (_, given) => {
      say(namespace('a'), namespace('b'));
      await provider.refresh();
      answer = given;
      for (let i = 0; i < 5; i += 1) {
        await provider.refresh();
      }
      expect(titles()).toEqual(['a', 'b']);
      expect(removals).toEqual([]);
    });

    it.each<[string, ProvisionedNamespace[]]>([
      ['is not said any more', []],
      ['is said to be absent', [namespace('b', { state: 'absent' })]],
    ])('removes one that %s, twice in a row', async (_, rest) => {
      say(namespace('a'), namespace('b'));
      await provider.refresh();
      say(namespace('a'), ...rest);
      await provider.refresh();
      expect(titles()).toEqual(['a', 'b']);
      await provider.refresh();
      expect(titles()).toEqual(['a']);
      await provider.refresh();
      expect(removals).toHaveLength(1);
    });

    it('begins to count anew where it was there in between', async () => {
      say(namespace('a'), namespace('b'));
      await provider.refresh();
      for (let i = 0; i < 3; i += 1) {
        say(namespace('a'));
        await provider.refresh();
        say(namespace('a'), namespace('b', { state: 'unknown' }));
        await provider.refresh();
      }
      expect(titles()).toEqual(['a', 'b']);
    });

    it('holds what goes missing in crowds', async () => {
      const many = Array.from({ length: 30 }, (_, i) => namespace(`n${i}`));
      say(...many);
      await provider.refresh();
      say(...many.slice(0, 15));
      for (let i = 0; i < 4; i += 1) {
        await provider.refresh();
      }
      expect(inCatalog.size).toBe(30);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('15 namespaces went missing at once'),
      );
    });

    it('lets no wrong one spoil the others, and says once what is wrong', async () => {
      say(namespace('a'), namespace('b', { owner: 'group:default/../x y' }));
      await provider.refresh();
      await provider.refresh();
      expect(titles()).toEqual(['a']);
      expect(logger.warn.mock.calls).toEqual([
        [expect.stringContaining('b on prod-1: its owner is no entity')],
      ]);
    });
  });
});
