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
import type { Knex } from 'knex';
import { NOW } from '../__testUtils__/clock';
import { testDatabases } from '../__testUtils__/databases';
import { clusterEntity } from '../__testUtils__/entities';
import type { ObservationChange } from '../collection/types';
import { migrate } from '../database/migrate';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { entityToCluster } from '../inventory/entityToCluster';
import { DatabaseVersionStore } from '../versions/DatabaseVersionStore';
import { assessmentInput, listed, observed } from './__testUtils__/assessment';
import { FakeAddonCatalogue, FakeObservations } from './__testUtils__/fakes';
import { AssessmentInputs } from './AssessmentInputs';
import { ReadinessAssessor } from './ReadinessAssessor';
import type { ReadinessChange, ReadinessListener } from './ReadinessListener';
import { readReadinessConfig } from './readReadinessConfig';
import { DatabaseReadinessStore } from './store/DatabaseReadinessStore';
import { DatabaseWaiverStore } from './store/DatabaseWaiverStore';

jest.setTimeout(60_000);

const A = '111111111111';
const arnOf = (name: string) => `arn:aws:eks:eu-west-1:${A}:cluster/${name}`;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe('ReadinessAssessor', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let observations: FakeObservations;
    let addons: FakeAddonCatalogue;
    let assessor: ReadinessAssessor;
    const logger = mockServices.logger.mock();
    const changes: ReadinessChange[] = [];
    const listener: ReadinessListener = {
      onReadinessChanged: async change => {
        changes.push(change);
      },
    };

    const fill = async (...names: string[]) => {
      const clusters = new DatabaseClusterStore(knex);
      await clusters.replaceAll(
        names.map(
          name =>
            entityToCluster(
              clusterEntity({ name, accountId: A, version: '1.33' }),
              { environmentLabel: 'environment', accountNames: new Map() },
            )!,
        ),
        await clusters.generation(),
      );
      for (const name of names) {
        observations.byArn.set(arnOf(name), assessmentInput().observations);
      }
    };
    beforeEach(async () => {
      changes.length = 0;
      jest.resetAllMocks();
      knex = await databases.init(id);
      await migrate(knex);
      observations = new FakeObservations();
      addons = new FakeAddonCatalogue();
      for (const version of ['1.33', '1.34', '1.35']) {
        addons.byVersion.set(
          version,
          listed({ coredns: ['v1.11.4-eksbuild.2'] }),
        );
      }
      const waivers = new DatabaseWaiverStore(knex);
      assessor = new ReadinessAssessor({
        store: new DatabaseReadinessStore(knex),
        waivers,
        inputs: new AssessmentInputs({
          observations,
          addons,
          versions: new DatabaseVersionStore(knex),
          waivers,
          config: readReadinessConfig(mockServices.rootConfig()),
        }),
        logger,
      });
      assessor.addListener(listener);
      await fill('a');
    });

    const observe = async (change: Parameters<typeof assessmentInput>[0]) => {
      observations.byArn.set(arnOf('a'), assessmentInput(change).observations);
      await assessor.onObservation({
        cluster: { arn: arnOf('a') },
      } as ObservationChange);
    };
    const verdicts = async () => {
      const rows = await knex('readiness').orderBy(['arn', 'target_rank']);
      return rows.map(row => `${row.target_version} ${row.verdict}`);
    };

    it('gives a verdict for each later version', async () => {
      expect(await assessor.assessDue(NOW)).toBe(1);
      expect(await verdicts()).toEqual(['1.34 ready', '1.35 ready']);
    });

    it('assesses anew what changed, and nothing else', async () => {
      await fill('a', 'b');
      expect(await assessor.assessDue(NOW)).toBe(2);
      expect(await assessor.assessDue(NOW)).toBe(0);
      await observe({ documents: { subnets: { subnets: [], missing: [] } } });
      expect(await assessor.assessDue(NOW)).toBe(1);
      expect(await verdicts()).toEqual([
        '1.34 blocked',
        '1.35 blocked',
        '1.34 ready',
        '1.35 ready',
      ]);
    });

    it('turns unknown by itself when observations get too old', async () => {
      await assessor.assessDue(NOW);
      await assessor.assessDue(after(24));
      expect(await verdicts()).toEqual(['1.34 ready', '1.35 ready']);
      await assessor.assessDue(after(26));
      expect(await verdicts()).toEqual(['1.34 unknown', '1.35 unknown']);
      expect(changes.filter(({ before }) => before)).toMatchObject([
        { target: '1.34', isNext: true, before: 'ready', after: 'unknown' },
        { target: '1.35', isNext: false, before: 'ready', after: 'unknown' },
      ]);
    });

    it('follows the version that EKS says, not the older one of the catalog', async () => {
      const { controlPlane } = assessmentInput().observations;
      await observe({
        documents: {
          controlPlane: { ...controlPlane!.document!, version: '1.34' },
        },
      });
      await assessor.assessDue(NOW);
      expect(await verdicts()).toEqual(['1.35 ready']);
    });

    it('tells of new blockers and of those that went', async () => {
      await assessor.assessDue(NOW);
      changes.length = 0;
      await observe({
        documents: { subnets: { subnets: [], missing: ['subnet-x'] } },
      });
      await assessor.assessDue(after(1));
      expect(changes[0]).toMatchObject({
        cluster: { name: 'a', owner: 'group:default/platform' },
        isNext: true,
        before: 'ready',
        after: 'blocked',
        newBlockers: [
          { key: 'subnet-missing:subnet-x', since: after(1).toISOString() },
          { key: 'addresses-short' },
        ],
        at: after(1).toISOString(),
      });
      changes.length = 0;
      await observe({});
      await assessor.assessDue(after(2));
      expect(changes[0]).toMatchObject({
        after: 'ready',
        newBlockers: [],
        clearedBlockers: [
          { key: 'addresses-short' },
          { key: 'subnet-missing:subnet-x' },
        ],
      });
      changes.length = 0;
      await observe({});
      await assessor.assessDue(after(3));
      expect(changes).toEqual([]);
    });

    it('lets a listener that fails harm nobody', async () => {
      assessor.addListener({
        onReadinessChanged: async () => {
          throw new Error('no');
        },
      });
      const told = jest.fn().mockResolvedValue(undefined);
      assessor.addListener({ onReadinessChanged: told });
      expect(await assessor.assessDue(NOW)).toBe(1);
      expect(told).toHaveBeenCalledTimes(2);
      expect(logger.error).toHaveBeenCalledTimes(2);
    });

    it('assesses the others where one cannot be', async () => {
      await fill('a', 'b');
      observations.byArn.set(arnOf('a'), {
        nodegroups: observed({ nodegroups: 'none' } as never),
      });
      expect(await assessor.assessDue(NOW)).toBe(1);
      expect(logger.error).toHaveBeenCalledWith(
        `Could not assess the readiness of ${arnOf('a')}`,
        expect.any(Error),
      );
      expect(await verdicts()).toEqual(['1.34 ready', '1.35 ready']);
    });

    it('asks for an add-on’s versions once in a Region and round', async () => {
      await fill('a', 'b', 'c');
      await assessor.assessDue(NOW);
      expect(addons.asked).toEqual([
        'aws/eu-west-1/1.33',
        'aws/eu-west-1/1.34',
        'aws/eu-west-1/1.35',
      ]);
    });

    it('goes through a fleet in batches', async () => {
      const names = Array.from({ length: 120 }, (_, index) => `c${index}`);
      await fill(...names);
      expect(await assessor.assessDue(NOW)).toBe(120);
      expect(await verdicts()).toHaveLength(240);
    });
  });
});
