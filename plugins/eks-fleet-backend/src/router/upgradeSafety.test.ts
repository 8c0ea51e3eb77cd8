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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  policySourcesExtensionPoint,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { clusterEntity } from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const POLICY = {
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'removed-apis',
} as const;

const SOURCE: PolicySource = {
  kind: 'policyOfTheTest',
  schedule: { everySeconds: 600, timeoutSeconds: 60 },
  async read({ name }, sink) {
    sink.policy({ ...POLICY, category: 'upgrade-safety', mode: 'audit' });
    if (name === 'alpha') {
      await sink.outcomes([
        {
          policy: POLICY,
          result: 'fail',
          severity: 'high',
          message: 'is not served from Kubernetes 1.34 on',
          resource: {
            apiVersion: 'admissionregistration.k8s.io/v1beta1',
            kind: 'ValidatingAdmissionPolicy',
            name: 'no-root',
          },
        },
      ]);
    } else {
      sink.tally({ policy: POLICY, pass: 1, passes: 'exact' });
    }
    return { engines: ['kyverno'] };
  },
};

const source = createBackendModule({
  pluginId: 'eks-fleet',
  moduleId: 'policies-of-the-test',
  register(env) {
    env.registerInit({
      deps: { policies: policySourcesExtensionPoint },
      async init({ policies }) {
        policies.addSource(SOURCE);
      },
    });
  },
});

describe('readiness in the whole plugin', () => {
  const scheduler = mockServices.scheduler();
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: ['alpha', 'beta'].map(name =>
        clusterEntity({
          name,
          accountId: '111111111111',
          version: '1.33',
          owner: 'group:default/payments',
        }),
      ),
      features: [source],
      scheduler,
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await fleet.ready();
  });

  afterAll(() => fleet.stop());

  const policyFindings = async (name: string) => {
    const { body } = await fleet.get(
      `/clusters/by-name/default/${name}-1111/readiness?target=1.34`,
    );
    return body.findings.filter(({ code }: { code: string }) =>
      /^polic/.test(code),
    );
  };

  it('has what policies found, by cluster, and says so among what it rests on', async () => {
    let found = [];
    while (
      !found.some(({ code }: { code: string }) => code === 'policy-fails')
    ) {
      await scheduler.triggerTask('eks-fleet-collection');
      found = await policyFindings('alpha');
    }
    expect(found).toMatchObject([
      {
        code: 'policy-fails',
        severity: 'blocking',
        hop: '1.34',
        policies: [{ name: 'removed-apis', resources: ['no-root'] }],
        evidence: { source: 'policyOfTheTest' },
      },
    ]);
    expect(await policyFindings('beta')).toEqual([]);
    const { body } = await fleet.get(
      '/clusters/by-name/default/alpha-1111/readiness?target=1.34',
    );
    expect(
      body.inputs.find(
        ({ observation }: { observation: { kind: string } }) =>
          observation.kind === 'policyOfTheTest',
      ),
    ).toMatchObject({ required: false, observation: { state: 'fresh' } });
  });
});
