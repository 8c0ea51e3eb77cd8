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

import { assessNamespace } from './assessNamespace';
import {
  aCluster,
  ACCOUNT,
  aGround,
  aNamespaceThere,
  aReservation,
  PAYMENTS,
  type GroundParts,
} from './__testUtils__/grounds';
import { aNamespaceSpec } from './__testUtils__/specs';

type Ask = Parameters<typeof assessNamespace>[0];

function judge(
  spec: Parameters<typeof aNamespaceSpec>[0],
  parts: GroundParts = {},
  more: Partial<Ask> = {},
) {
  const { outcome, reasons } = assessNamespace(
    { operation: 'create', spec: aNamespaceSpec(spec), ...more },
    aGround(parts),
  );
  return {
    outcome,
    said: reasons
      .filter(({ code }) => code !== 'automaticApproval')
      .map(each => [each.outcome, each.code, each.field].join(' ').trim()),
    messages: reasons.map(({ message }) => message),
  };
}

describe('assessNamespace', () => {
  it('allows what all rules are content with', () => {
    expect(judge({})).toMatchObject({ outcome: 'allow', said: [] });
  });

  it.each<
    [string, Parameters<typeof aNamespaceSpec>[0], GroundParts, string, string]
  >([
    [
      'an owner for whom the request is not made',
      { owner: 'group:default/search' },
      {},
      'deny ownerDiffers owner',
      `The owner is group:default/search, and the request is made for ${PAYMENTS}; both must be the same.`,
    ],
    [
      'an owner that the catalog does not have',
      {},
      { owner: { exists: false } },
      'deny ownerUnknown owner',
      `The owner ${PAYMENTS} is not in the catalog; it must be a group that is.`,
    ],
    [
      'an owner of whom the catalog did not tell',
      {},
      { owner: { exists: undefined } },
      'needsApproval ownerUnread owner',
      `The catalog did not answer whether the owner ${PAYMENTS} is there.`,
    ],
    [
      'a group of others',
      {},
      { owner: { asksForOwn: false } },
      'deny ownerOfOthers owner',
      `Whoever asks is no member of the owner ${PAYMENTS}; it must be a group of theirs.`,
    ],
    [
      'a group whose members could not be read',
      {},
      { owner: { asksForOwn: undefined } },
      'needsApproval membershipUnread owner',
      `Whether whoever asks is a member of the owner ${PAYMENTS} could not be read.`,
    ],
    ...['default', 'kube-public', 'argocd', 'kyverno', 'gatekeeper-system'].map(
      (name): [string, { name: string }, GroundParts, string, string] => [
        `the name ${name}`,
        { name },
        {},
        'deny nameReserved name',
        expect.stringMatching(
          new RegExp(
            `^The name ${name} is kept for the platform \\(.*\\); it must be another one\\.$`,
          ),
        ),
      ],
    ),
    [
      'a name that the operator keeps',
      { name: 'acme-core' },
      { requests: { namespaces: { reservedNames: ['acme-*'] } } },
      'deny nameReserved name',
      'The name acme-core is kept for the platform (acme-*); it must be another one.',
    ],
    [
      'a name that is taken',
      {},
      { namespaces: [aNamespaceThere()] },
      'deny nameTaken name',
      'There is a namespace checkout on shared already; it must have another name, or be on another cluster.',
    ],
    [
      'a name that another request holds',
      {},
      {
        reservations: [
          aReservation({
            key: `namespace/${ACCOUNT}/eu-west-1/shared/checkout`,
          }),
        ],
      },
      'deny requestUnderWay',
      'There is a request for it already (r-other); it must end or be cancelled first.',
    ],
    [
      'a cluster that there is not',
      {},
      { clusters: [] },
      'deny clusterUnknown cluster',
      `There is no cluster shared in ${ACCOUNT} and eu-west-1.`,
    ],
    [
      'a cluster of another environment',
      { environment: 'dev' },
      {},
      'deny environmentDiffers environment',
      'The cluster shared is of prod, and the namespace is to be of dev; both must be the same.',
    ],
    [
      'a cluster of no known environment',
      {},
      { clusters: [aCluster({ environment: '' })] },
      'needsApproval environmentUnread environment',
      'Whether the cluster shared is of prod is not known: it has no such label.',
    ],
    [
      'a cluster that goes away',
      {},
      { clusters: [aCluster({ status: 'DELETING' })] },
      'deny clusterNotActive cluster',
      'The cluster shared is DELETING; it must be ACTIVE.',
    ],
    [
      'less pod security than there must be',
      { podSecurity: { level: 'privileged' } },
      {},
      'deny podSecurityTooLow podSecurity.level',
      'Pods in prod must be held to baseline; privileged allows more.',
    ],
    [
      'less in an environment that every object has something by the name of',
      { environment: 'constructor', podSecurity: { level: 'privileged' } },
      { clusters: [aCluster({ environment: 'constructor' })] },
      'deny podSecurityTooLow podSecurity.level',
      'Pods in constructor must be held to baseline; privileged allows more.',
    ],
    [
      'less than its environment asks for',
      { podSecurity: { level: 'baseline' } },
      {
        requests: {
          namespaces: {
            podSecurity: { default: 'baseline', prod: 'restricted' },
          },
        },
      },
      'deny podSecurityTooLow podSecurity.level',
      'Pods in prod must be held to restricted; baseline allows more.',
    ],
    [
      'a principal of others',
      {
        access: [
          {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/team-search-edit`,
            level: 'edit',
          },
        ],
      },
      {},
      'deny principalNotAllowed access[0].principalArn',
      `The principal arn:aws:iam::${ACCOUNT}:role/team-search-edit is not for payments; it must fit arn:aws:iam::${ACCOUNT}:role/team-payments-*.`,
    ],
    [
      'a role of others',
      {
        podIdentityAssociations: [
          {
            serviceAccount: 'api',
            roleArn: `arn:aws:iam::${ACCOUNT}:role/admin`,
          },
        ],
      },
      {},
      'deny roleNotAllowed podIdentityAssociations[0].roleArn',
      `The role arn:aws:iam::${ACCOUNT}:role/admin is not for payments; it must fit arn:aws:iam::${ACCOUNT}:role/team-payments-*.`,
    ],
    [
      'no end where there must be one',
      {},
      { requests: { namespaces: { maxTtlDays: { default: 7 } } } },
      'deny ttlMissing expiresOn',
      'Nothing in prod lives for ever; it must end by 2026-11-30, after 7 days.',
    ],
    [
      'more namespaces than the quota',
      {},
      {
        namespaces: [
          aNamespaceThere({ name: 'a' }),
          aNamespaceThere({ name: 'b' }),
        ],
        reservations: [aReservation()],
        requests: { quotas: [{ owners: ['payments'], namespaces: 3 }] },
      },
      'deny quotaExceeded',
      `The quota of ${PAYMENTS} is 3 namespaces; 3 used, 1 of it by requests under way, 1 asked for, 0 left.`,
    ],
    [
      'more memory than the quota',
      { quota: { memoryRequests: '9Gi' } },
      {
        namespaces: [aNamespaceThere({ name: 'a' })],
        requests: { quotas: [{ default: true, memoryGib: 16 }] },
      },
      'deny quotaExceeded quota.memoryRequests',
      `The quota of ${PAYMENTS} is 16 GiB of memory; 8 used, 9 asked for, 8 left.`,
    ],
    [
      'more than the cluster has room for',
      { quota: { cpuRequests: '50' } },
      {},
      'needsApproval capacityShort quota',
      '50 vCPUs and 8 GiB of memory are asked for, and shared has 40 and 160 GiB that no pod requests; nodes must be added first.',
    ],
    [
      'a cluster whose room is not known',
      {},
      { clusters: [aCluster({ capacity: undefined })] },
      'needsApproval capacityUnread quota',
      'How much room shared has is not known: its nodes and pods were not read.',
    ],
    [
      'a share that has no price',
      {},
      {
        clusters: [aCluster({ computeUsdPerMonth: undefined })],
        requests: { costs: {} },
      },
      'needsApproval priceUnknown quota',
      'What it costs is not known in full. Not in the sum: 4 vCPUs and 8 GiB of memory (missing: eksFleet.requests.costs.sharedUsdPerVcpuMonth and sharedUsdPerMemoryGibMonth, or what the nodes of shared are and cost).',
    ],
    [
      'GPUs, which nobody prices',
      { quota: { gpus: 1 } },
      {},
      'needsApproval priceUnknown quota.gpus',
      'What it costs is not known in full. Not in the sum: 1 GPU (missing: nothing prices them here).',
    ],
  ])('says no to %s, or asks', (_, spec, parts, said, message) => {
    const verdict = judge(spec, parts);
    expect(verdict.said).toContain(said);
    expect(verdict.messages).toContainEqual(message);
    expect(verdict.outcome).toBe(said.split(' ')[0]);
  });

  it('leaves a cluster that grows to grow', () => {
    const [cluster] = [aCluster()];
    expect(
      judge(
        { quota: { cpuRequests: '50' } },
        {
          clusters: [
            { ...cluster, capacity: { ...cluster.capacity!, grows: true } },
          ],
        },
      ),
    ).toMatchObject({
      outcome: 'allow',
      said: ['note capacityGrows quota'],
    });
  });

  it("counts cores of a namespace on the team's own cluster once", () => {
    const own = [
      aCluster({ owner: PAYMENTS, amounts: { vcpu: 8, memoryGib: 32 } }),
    ];
    const requests = { quotas: [{ default: true, vcpu: 8, namespaces: 1 }] };
    expect(judge({}, { clusters: own, requests }).outcome).toBe('allow');
    expect(
      judge(
        {},
        {
          clusters: own,
          requests,
          namespaces: [aNamespaceThere({ name: 'a' })],
        },
      ).said,
    ).toEqual(['deny quotaExceeded']);
  });

  it('does not hold what a request reserves against itself', () => {
    const parts = {
      reservations: [
        aReservation({
          requestId: 'r-own',
          key: `namespace/${ACCOUNT}/eu-west-1/shared/checkout`,
        }),
      ],
      requests: { quotas: [{ default: true, namespaces: 1 }] },
    };
    expect(judge({}, parts, { requestId: 'r-own' }).outcome).toBe('allow');
  });
});

describe('a change of a namespace', () => {
  const parts = { namespaces: [aNamespaceThere()] };

  it('of others is refused', () => {
    expect(
      judge(
        {},
        { namespaces: [aNamespaceThere({ owner: 'group:default/search' })] },
        { operation: 'change', base: aNamespaceSpec() },
      ).said,
    ).toEqual(['deny namespaceOfOthers owner']);
  });

  it('that only lets it live longer asks for no quota, price or room', () => {
    expect(
      judge(
        { expiresOn: '2027-01-31' },
        {
          ...parts,
          clusters: [aCluster({ capacity: undefined })],
          requests: { quotas: [{ default: true, namespaces: 0 }], costs: {} },
        },
        {
          operation: 'extend',
          base: aNamespaceSpec({ expiresOn: '2026-12-01' }),
        },
      ),
    ).toMatchObject({ outcome: 'allow', said: [] });
  });

  it.each([
    ['create', 'deny nameTaken name'],
    ['change', undefined],
  ] as const)('is no other request than it says: %s', (operation, said) => {
    expect(
      judge({}, parts, { operation, base: aNamespaceSpec() }).said[0],
    ).toBe(said);
  });
});
