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

import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { NOW } from '../__testUtils__/clock';
import { memoryDatabase } from '../__testUtils__/memoryDatabase';
import { condition } from '../__testUtils__/startFleet';
import { migrate } from '../database/migrate';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { ClusterAccess } from '../permissions/ClusterAccess';
import { clusterRules } from '../permissions/rules';
import { PolicyLinks } from '../policy/links/PolicyLinks';
import { readPolicyLinks } from '../policy/links/readPolicyLinks';
import { FindingViews } from '../policy/service/FindingViews';
import {
  fleetCluster,
  ingest,
  newFinding,
  observedPolicy,
  putClusters,
} from '../policy/store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../policy/store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../policy/store/DatabasePolicyStore';
import { SupportCalendar } from '../versions/SupportCalendar';
import { registerActions } from './registerActions';

const MINE = '111111111111';
const WEB = 'group:default/web';
const ALPHA = fleetCluster('alpha', { owner: WEB, accountId: MINE });
const BETA = fleetCluster('beta', {
  owner: 'group:default/data',
  accountId: '222222222222',
});

describe('actions about policies', () => {
  const permissions = mockServices.permissions.mock();
  let knex: Knex;
  let registry: ReturnType<typeof actionsRegistryServiceMock>;
  let teams: string[];

  beforeAll(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    await putClusters(knex, [ALPHA, BETA]);
    const writes = new DatabasePolicyIngestStore(knex);
    const policies = [
      observedPolicy({
        title: 'Everything has an owner',
        remediation: 'Set the label owner.',
        documentation: 'https://wiki.example.com/owner',
      }),
    ];
    await ingest(writes, ALPHA, {
      policies,
      due: [{ severities: ['high'], days: 7 }],
      findings: [newFinding({ name: 'cart' })],
    });
    await ingest(writes, BETA, {
      policies,
      findings: [
        newFinding({ name: 'batch', fingerprint: 'b'.repeat(32) }),
        newFinding({
          name: 'old',
          fingerprint: 'c'.repeat(32),
          result: 'exempt',
          exceptions: ['kyverno/old'],
        }),
      ],
    });
  });

  beforeEach(() => {
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    teams = [WEB];
    registry = actionsRegistryServiceMock();
    registerActions(registry, {
      access: ClusterAccess.create({
        permissions,
        registry: mockServices.permissionsRegistry.mock({
          getPermissionRuleset: () =>
            ({
              getRuleByName: (name: string) =>
                Object.values(clusterRules).find(rule => rule.name === name),
            } as never),
        }),
        ownByRefs: refs => new DatabaseClusterStore(knex).ownByRefs(refs),
      }),
      policies: {
        findings: new FindingViews({
          store: new DatabasePolicyStore(knex),
          links: new PolicyLinks(readPolicyLinks(new ConfigReader({}))),
          versions: { calendar: async () => new SupportCalendar() },
          now: () => NOW,
        }),
        ownersOf: async () => teams,
      },
    } as never);
  });

  afterAll(() => knex.destroy());

  const invoke = async (name: string, input: object = {}) => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials: mockCredentials.user('user:default/dana'),
    });
    return output as any;
  };
  const namesOf = async (input: object) =>
    (await invoke('list-policy-findings', input)).findings.map(
      ({ cluster, resource }: { cluster: string; resource: string }) =>
        `${cluster}/${resource}`,
    );
  const onlyMine = () =>
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'eks-fleet',
        resourceType: 'eks-fleet-cluster',
        conditions: condition('IN_ACCOUNT', { accounts: [MINE] }) as never,
      },
    ]);

  it('only read, and say when to use them', async () => {
    const { actions } = await registry.list();
    const ours = actions.filter(({ name }) => name.includes('policy'));
    expect(ours.map(({ name }) => name)).toEqual([
      'list-policy-findings',
      'explain-policy-finding',
    ]);
    for (const { attributes } of ours) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it.each([
    ['of a cluster', { filter: { cluster: [BETA.arn] } }, ['beta/batch']],
    ['of my team', { mine: true }, ['alpha/cart']],
    ['that are exempt', { filter: { result: ['exempt'] } }, ['beta/old']],
    ['by text', { text: 'cart' }, ['alpha/cart']],
  ])('list violations %s', async (_, input, expected) => {
    expect(await namesOf(input)).toEqual(expected);
  });

  it('say to who belongs to no team that nothing is theirs', async () => {
    teams = [];
    await expect(
      invoke('list-policy-findings', { mine: true }),
    ).rejects.toThrow('nothing is theirs');
  });

  it('say why something is not compliant, and what would mend it', async () => {
    const [finding] = (await invoke('list-policy-findings', { mine: true }))
      .findings;
    expect(
      await invoke('explain-policy-finding', {
        fingerprint: finding.fingerprint,
      }),
    ).toMatchObject({
      finding: { resource: 'cart', owner: WEB },
      why: expect.stringMatching(
        /^Deployment shop\/cart on alpha breaks Everything has an owner\. The engine says: you must provide labels.*It is recorded, and nothing is refused\. It is to be mended by 2026-11-30/,
      ),
      remediation: 'Set the label owner.',
      documentation: 'https://wiki.example.com/owner',
    });
  });

  it('show and count only what the caller may read', async () => {
    onlyMine();
    expect(await invoke('list-policy-findings')).toMatchObject({
      findings: [{ cluster: 'alpha' }],
      totalItems: 1,
    });
    await expect(
      invoke('explain-policy-finding', { fingerprint: 'b'.repeat(32) }),
    ).rejects.toThrow('No finding');
  });
});
