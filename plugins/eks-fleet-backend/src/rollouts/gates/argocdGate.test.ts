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

import type { ArgocdApplication, ArgocdHub, HubLook } from '../../argocd/types';
import { gateCluster, gateContext } from './__testUtils__/gates';
import { createArgocdGate } from './argocdGate';

const ALPHA = gateCluster('alpha');
const BETA = gateCluster('beta');
const HUB: ArgocdHub = {
  id: 'hub-eu',
  cluster: gateCluster('hub').arn,
  namespace: 'argocd',
  clusterSecrets: false,
};

function application(over: Partial<ArgocdApplication>): ArgocdApplication {
  return {
    hub: 'hub-eu',
    namespace: 'argocd',
    name: 'web',
    sources: [],
    destination: {},
    clusterArn: ALPHA.arn,
    sync: 'Synced',
    health: 'Healthy',
    automated: true,
    ...over,
  };
}

function gate(look: Partial<HubLook>, hubs = [HUB]) {
  return createArgocdGate({
    argocd: {
      hubs,
      look: async () => [
        {
          hub: HUB,
          at: '2026-11-25T12:00:00Z',
          applications: [],
          destinations: [],
          ...look,
        },
      ],
    },
    observations: {
      ofMany: async arns =>
        new Map(
          arns.map(arn => [
            arn,
            {
              controlPlane: {
                source: 'discovery' as const,
                document: { endpoint: `https://${arn.split('/')[1]}` } as never,
              },
            },
          ]),
        ),
    },
  });
}

async function check(
  applications: ArgocdApplication[],
  asked: object = {},
  context: Parameters<typeof gateContext>[0] = {},
) {
  const one = gate({ applications });
  return one.check(one.parse(asked), gateContext(context));
}

describe('the gate argocd', () => {
  it.each<[string, ArgocdApplication[], object, object]>([
    [
      'is open where all are Healthy and Synced',
      [application({}), application({ name: 'api' })],
      {},
      {
        state: 'open',
        message: '2 applications are Healthy and Synced',
        evidence: { applications: [{ name: 'web' }, { name: 'api' }] },
      },
    ],
    [
      'finds an application by the address of its cluster',
      [
        application({
          clusterArn: undefined,
          destination: { server: 'https://alpha' },
          health: 'Degraded',
        }),
      ],
      {},
      { state: 'shut' },
    ],
    [
      'is shut by one that is not Healthy, and says why',
      [
        application({
          health: 'Degraded',
          message: 'CrashLoopBackOff',
          url: 'https://argocd.example.com/applications/argocd/web',
        }),
      ],
      {},
      {
        state: 'shut',
        code: 'gate.argocd',
        message:
          'web (https://argocd.example.com/applications/argocd/web) is Synced and Degraded: CrashLoopBackOff',
      },
    ],
    [
      'is shut by one that is not Synced',
      [application({ sync: 'OutOfSync' })],
      {},
      { state: 'shut', message: 'web is OutOfSync and Healthy' },
    ],
    [
      'does not mind what it is told not to',
      [application({ name: 'legacy', sync: 'OutOfSync' }), application({})],
      { ignore: ['legacy'] },
      { state: 'open' },
    ],
    [
      'does not mind applications of others',
      [
        application({}),
        application({ clusterArn: BETA.arn, health: 'Degraded' }),
      ],
      {},
      { state: 'open' },
    ],
    [
      'is unknown where a cluster has none',
      [],
      {},
      {
        state: 'unknown',
        code: 'gate.argocd',
        message: 'Argo CD has no application of alpha',
      },
    ],
    [
      'is open for those without, if asked',
      [],
      { acceptNone: true },
      { state: 'open' },
    ],
  ])('%s', async (_, applications, asked, expected) => {
    expect(await check(applications, asked)).toMatchObject(expected);
  });

  it('looks at what was changed before too, if asked', async () => {
    const applications = [
      application({}),
      application({ clusterArn: BETA.arn, health: 'Degraded' }),
    ];
    const context = { changed: [BETA] };
    expect(await check(applications, {}, context)).toMatchObject({
      state: 'open',
    });
    expect(await check(applications, { of: 'changed' }, context)).toMatchObject(
      { state: 'shut' },
    );
  });

  it('is unknown where a hub cannot be read, or none is configured', async () => {
    const broken = gate({ error: { code: 'forbidden', message: 'no' } });
    expect(await broken.check(broken.parse({}), gateContext())).toMatchObject({
      state: 'unknown',
      code: 'gate.unreadable',
      message: 'Argo CD of hub-eu cannot be read: no',
    });
    const none = gate({}, []);
    expect(await none.check(none.parse({}), gateContext())).toMatchObject({
      state: 'unknown',
      message: 'No Argo CD is configured (eksFleet.argocd)',
    });
  });

  it('names the field that is wrong', () => {
    expect(() => gate({}).parse({ of: 'all' })).toThrow(/^with\.of: /);
  });
});
