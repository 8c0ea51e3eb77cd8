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

import { NOW } from '../__testUtils__/clock';
import { testDatabases } from '../__testUtils__/databases';
import { clusterEntity } from '../__testUtils__/entities';
import {
  ingest,
  newFinding,
  observedPolicy,
} from '../policy/store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../policy/store/DatabasePolicyIngestStore';
import {
  DAY_MS,
  healthyDocuments,
  listed,
  observed,
} from '../readiness/__testUtils__/assessment';
import { startReadiness } from '../readiness/__testUtils__/startReadiness';

jest.setTimeout(60_000);

const POLICY = {
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'removed-apis',
} as const;
const removed = observedPolicy({
  ...POLICY,
  category: 'upgrade-safety',
  remediation: 'Write it in the API that the message names.',
});
const object = newFinding({
  policy: POLICY,
  apiVersion: 'admissionregistration.k8s.io/v1beta1',
  kind: 'ValidatingAdmissionPolicy',
  namespace: '',
  name: 'no-root',
  message: 'is not served from Kubernetes 1.34 on',
});
const path = '/clusters/by-name/default/ready-1111';

describe('readiness with policies', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let fleet: Awaited<ReturnType<typeof startReadiness>>;
    let store: DatabasePolicyIngestStore;
    let later = 0;

    /** What policies found the last time they were read. */
    const read = async (findings: ReturnType<typeof newFinding>[]) => {
      const found = await fleet.clusters.ownByRefs([
        'resource:default/ready-1111',
      ]);
      later += 1_000;
      await ingest(store, found.get('resource:default/ready-1111')!, {
        feed: 'policyReports',
        policies: [removed],
        tallies: [{ policy: POLICY, pass: 3, passes: 'exact', skip: 0 }],
        engines: ['kyverno'],
        findings,
        observedAt: new Date(NOW.getTime() - DAY_MS / 48 + later),
        freshUntil: new Date(NOW.getTime() + DAY_MS),
      });
      await fleet.parts.assessor.onObservation({
        cluster: found.get('resource:default/ready-1111'),
      } as never);
      await fleet.assess();
    };
    const readiness = async () =>
      (await fleet.get(`${path}/readiness`).expect(200)).body;

    beforeAll(async () => {
      fleet = await startReadiness({
        database: { databases, id },
        clusters: [
          {
            entity: clusterEntity({
              name: 'ready',
              accountId: '111111111111',
              version: '1.33',
              owner: 'group:default/payments',
            }),
            observations: Object.fromEntries(
              Object.entries(healthyDocuments()).map(([kind, document]) => [
                kind,
                observed(document),
              ]),
            ),
          },
        ],
      });
      fleet.addons.byVersion.set('1.33', listed({ coredns: ['v1.11.4'] }));
      fleet.addons.byVersion.set(
        '1.34',
        listed({ coredns: ['v1.11.4-eksbuild.2'] }),
      );
      store = new DatabasePolicyIngestStore(fleet.knex);
    });

    afterAll(() => fleet.stop());

    it('is blocked while a policy fails, until that is waived, exempted or mended', async () => {
      await read([object]);
      const blocked = await readiness();
      expect(blocked.verdict).toBe('blocked');
      const [finding] = blocked.findings;
      expect(finding).toMatchObject({
        code: 'policy-fails',
        severity: 'blocking',
        hop: '1.34',
        owner: 'group:default/payments',
        since: NOW.toISOString(),
        fix: 'Write it in the API that the message names.',
        policies: [
          {
            id: expect.stringMatching(/^[0-9a-f]{16}$/),
            name: 'removed-apis',
            resources: ['no-root'],
          },
        ],
      });
      expect((await fleet.get('/readiness')).body.items).toMatchObject([
        {
          name: 'ready',
          verdict: 'blocked',
          firstBlocker: expect.stringContaining('removed-apis fails on 1'),
        },
      ]);

      const { body: waiver } = await fleet
        .post(`${path}/waivers`, {
          findingKey: finding.key,
          reason: 'It goes away with the old controller',
          until: new Date(NOW.getTime() + DAY_MS).toISOString(),
        })
        .expect(201);
      expect(await readiness()).toMatchObject({ verdict: 'ready' });
      await fleet.delete(`${path}/waivers/${waiver.id}`).expect(204);
      expect(await readiness()).toMatchObject({ verdict: 'blocked' });

      await read([{ ...object, result: 'exempt', exceptions: ['kyverno/x'] }]);
      expect(await readiness()).toMatchObject({ verdict: 'ready' });

      await read([object]);
      expect(await readiness()).toMatchObject({ verdict: 'blocked' });
      await read([]);
      const mended = await readiness();
      expect(mended.verdict).toBe('ready');
      expect(mended.findings.map(({ code }: any) => code)).not.toContain(
        'policy-fails',
      );
    });
  });
});
