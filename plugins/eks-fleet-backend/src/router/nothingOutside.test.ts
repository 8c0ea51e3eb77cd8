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

import { mockServices } from '@backstage/backend-test-utils';
import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { testDatabases } from '../__testUtils__/databases';
import { clusterEntity } from '../__testUtils__/entities';
import { aControlPlane } from '../__testUtils__/observations';
import { startFleet } from '../__testUtils__/startFleet';
import { startCloud, type Cloud } from '../collection/__testUtils__/startCloud';
import { spec } from '../schema/generated/openapi';
import { DatabaseTargetStore } from '../targets/DatabaseTargetStore';

jest.setTimeout(60_000);

/** What is about clusters and sources; rollouts have tests of their own, as has drift, which there is with a fleet repository only. */
const READ =
  /^\/(clusters|readiness|blockers|costs|targets|sources|versions|summary|go)\b(?!.*\/(rollouts|drift))/;
/** Seven that are collected, and the control plane. */
const KINDS = 8;
/** What is listed anew when a cluster is refreshed. */
const LISTS = [
  'DescribeSubnets',
  'ListAddons',
  'ListCapabilities',
  'ListFargateProfiles',
  'ListInsights',
  'ListNodegroups',
  'ListUpdates',
];

describe('what pages read', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    const scheduler = mockServices.scheduler();
    let cloud: Cloud;
    let fleet: Awaited<ReturnType<typeof startFleet>>;
    let path: string;

    const called = () => Object.keys(cloud.calls()).sort();
    const parts = async () => {
      const { body } = await fleet.get('/sources').expect(200);
      return body.items.flatMap((source: Source) => source.parts);
    };

    beforeAll(async () => {
      cloud = await startCloud();
      const { accountId, name, region, version } = cloud.cluster;
      const entity = clusterEntity({ name, accountId, region, version });
      path = `/clusters/by-name/default/${entity.metadata.name}`;
      fleet = await startFleet({
        entities: [entity],
        database: { databases, id },
        aws: cloud.aws,
        scheduler,
      });
      // Calls are signed with the time of day.
      jest.useRealTimers();
      const now = new Date();
      await new DatabaseTargetStore(fleet.knex).put(
        { provider: 'main', accountId, region },
        {
          partition: 'aws',
          clusterCount: 1,
          freshForSeconds: 1800,
          lastSuccessAt: now.toISOString(),
        },
        now,
      );
      await fleet
        .putControlPlanes(`main/${accountId}/${region}`, {
          observedAt: now.toISOString(),
          clusters: [
            aControlPlane({
              name,
              version,
              subnetIds: cloud.state().subnets.map(subnet => subnet.id),
            }),
          ],
        })
        .expect(204);
      for (const task of ['inventory', 'versions', 'addon-versions']) {
        await scheduler.triggerTask(`eks-fleet-${task}`);
      }
      await scheduler.triggerTask('eks-fleet-collection');
      let fresh = 0;
      while (fresh < KINDS) {
        fresh = (await parts()).filter(
          (part: { state: string }) => part.state === 'fresh',
        ).length;
      }
      await scheduler.triggerTask('eks-fleet-readiness');
    });

    beforeEach(() => cloud.simulator.resetCalls());

    afterAll(async () => {
      await fleet.stop();
      await cloud.stop();
    });

    /** Each route of these that is read, with what it cannot do without. */
    const routes = () => {
      const arn = `?arn=${cloud.cluster.arn}`;
      const queries: Record<string, string> = {
        '/clusters/facets': '?facet=account&facet=version',
        '/clusters/by-arn': arn,
        '/go': arn,
      };
      return Object.entries(spec.paths)
        .filter(([route, methods]) => 'get' in methods && READ.test(route))
        .map(([route]) => {
          const url = route.replace(
            '/clusters/by-name/{namespace}/{name}',
            path,
          );
          return url + (queries[route] ?? '');
        });
    };

    it('is shown without a call to AWS', async () => {
      expect(routes().length).toBeGreaterThanOrEqual(17);
      for (const url of routes()) {
        const { status } = await fleet.get(url);
        expect({ url, status }).toEqual({ url, status: 200 });
      }
      await scheduler.triggerTask('eks-fleet-collection');
      await fleet.get(path).expect(200);
      expect(cloud.simulator.calls()).toEqual([]);
    });

    it('is read anew when somebody asks for it', async () => {
      await fleet.post(`${path}/refresh`).expect(202);
      const missing = () => LISTS.filter(list => !called().includes(list));
      while (missing().length > 0) {
        await fleet.get(`${path}/refresh`).expect(200);
      }
      expect(fleet.published).toEqual([
        {
          topic: 'eks-fleet.refresh',
          eventPayload: { arns: [cloud.cluster.arn] },
        },
      ]);
    });
  });
});
