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

import { namespaceThingKey } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { assessApplication } from './assessApplication';
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
import { anApplicationSpec, aNamespaceSpec } from './__testUtils__/specs';
import type { KnownApplication, KnownNamespace } from './ground/types';

type Ask = Parameters<typeof assessApplication>[0];

const REPOSITORIES = ['https://github.com/acme/checkout'];
const KEY = 'application/payments/web/prod';
const ON_A = { accountId: ACCOUNT, region: 'eu-west-1', name: 'a' };
const ON_B = { ...ON_A, name: 'b' };
const ON_C = { ...ON_A, name: 'c' };

const on = (cluster: typeof ON_A, more: Partial<KnownNamespace> = {}) =>
  aNamespaceThere({ cluster, sourceRepos: REPOSITORIES, ...more });

/** Two clusters of `prod` with the namespace, and one without. */
const THERE: GroundParts = {
  clusters: ['a', 'b', 'c'].map(name => aCluster({ name })),
  namespaces: [on(ON_A), on(ON_B)],
};

const known = (
  key: string,
  more: object = {},
  isGoing = false,
): KnownApplication => ({ key, spec: anApplicationSpec(more), isGoing });

function judge(spec: object, parts: GroundParts = {}, more: Partial<Ask> = {}) {
  const { outcome, reasons } = assessApplication(
    { operation: 'create', spec: anApplicationSpec(spec), ...more },
    aGround({ ...THERE, ...parts }),
  );
  const quiet = ['automaticApproval', 'clustersSelected'];
  return {
    outcome,
    said: reasons
      .filter(({ code }) => !quiet.includes(code))
      .map(each => [each.outcome, each.code, each.field].join(' ').trim()),
    messages: reasons.map(({ message }) => message),
  };
}

describe('assessApplication', () => {
  it('allows what all rules are content with, and says where it runs', () => {
    expect(judge({})).toEqual({
      outcome: 'allow',
      said: [],
      messages: [
        'It runs on a and b: 2 of 3 clusters of prod.',
        expect.stringContaining('It may go on by itself'),
      ],
    });
    expect(judge({ clusters: [ON_B] }).messages).toContain(
      'It runs on b: 1 of 3 clusters of prod.',
    );
  });

  it.each<[string, object, GroundParts, string, string]>([
    [
      'an owner for whom the request is not made',
      { owner: 'group:default/search' },
      { namespaces: [on(ON_A, { owner: 'group:default/search' })] },
      'deny ownerDiffers owner',
      `The owner is group:default/search, and the request is made for ${PAYMENTS}; both must be the same.`,
    ],
    [
      'a group of others',
      {},
      { owner: { asksForOwn: false } },
      'deny ownerOfOthers owner',
      `Whoever asks is no member of the owner ${PAYMENTS}; it must be a group of theirs.`,
    ],
    [
      'a request that is under way',
      {},
      { reservations: [aReservation({ key: KEY, kind: 'application' })] },
      'deny requestUnderWay',
      'There is a request for it already (r-other); it must end or be cancelled first.',
    ],
    [
      'an environment without clusters',
      { environment: 'stage' },
      {},
      'deny environmentWithoutClusters environment',
      'There is no cluster of stage, so that it would run nowhere; it must be an environment that clusters are of.',
    ],
    [
      'a namespace that is on none of them',
      { namespace: 'orders' },
      {},
      'deny namespaceNotThere namespace',
      `${PAYMENTS} has no namespace orders on any cluster of prod; it must be asked for first.`,
    ],
    [
      'a namespace of another environment',
      {},
      { namespaces: [on(ON_A, { environment: 'dev' })] },
      'deny namespaceNotThere namespace',
      `${PAYMENTS} has no namespace checkout of prod on a; it must be asked for first.`,
    ],
    [
      'a namespace of others',
      {},
      { namespaces: [on(ON_A, { owner: 'group:default/search' })] },
      'deny namespaceOfOthers namespace',
      `The namespace checkout on a is of group:default/search, not of ${PAYMENTS}.`,
    ],
    [
      'a namespace that goes',
      {},
      { namespaces: [on(ON_A, { isGoing: true })] },
      'deny namespaceGoing namespace',
      'The namespace checkout on a is being taken away.',
    ],
    [
      'a cluster without the namespace',
      { clusters: [ON_A, ON_C] },
      {},
      'deny namespaceNotThere clusters[1]',
      `${PAYMENTS} has no namespace checkout of prod on c; it must be asked for first.`,
    ],
    [
      'a cluster that nobody knows',
      { clusters: [{ ...ON_A, name: 'z' }] },
      {},
      'deny clusterUnknown clusters[0]',
      `There is no cluster z in ${ACCOUNT} and eu-west-1.`,
    ],
    [
      'a cluster of another environment',
      { clusters: [ON_A] },
      { clusters: [aCluster({ name: 'a', environment: 'dev' })] },
      'deny environmentDiffers environment',
      'The cluster a is of dev, and the application is to be of prod; both must be the same.',
    ],
    [
      'a cluster of which nobody knows the environment',
      { clusters: [ON_A] },
      { clusters: [aCluster({ name: 'a', environment: '' })] },
      'needsApproval environmentUnread environment',
      'Whether the cluster a is of prod is not known: it has no such label.',
    ],
    [
      'a cluster that goes',
      {},
      { clusters: [aCluster({ name: 'a', status: 'DELETING' })] },
      'deny clusterNotActive clusters',
      'The cluster a is DELETING; it must be ACTIVE.',
    ],
    [
      'a repository that is not in the project of the namespace',
      {},
      {
        namespaces: [
          on(ON_A),
          on(ON_B, { sourceRepos: ['https://github.com/acme/web'] }),
        ],
      },
      'deny sourceNotOfProject source.repoUrl',
      'Applications of the namespace checkout on b may not come from https://github.com/acme/checkout; it must be https://github.com/acme/web, or the namespace must be changed first.',
    ],
    [
      'a repository that the operator does not allow',
      {},
      {
        requests: {
          applications: { repositories: ['https://github.com/acme/{owner}-*'] },
        },
      },
      'deny repositoryNotAllowed source.repoUrl',
      'The repository https://github.com/acme/checkout is not for payments; it must fit https://github.com/acme/payments-*.',
    ],
    [
      'a chart that the operator does not allow',
      {
        source: {
          repoUrl: 'https://charts.acme.example/stable',
          chart: 'redis',
          targetRevision: '1.2.3',
        },
      },
      {
        namespaces: [on(ON_A, { sourceRepos: undefined })],
        requests: {
          applications: { charts: ['https://charts.acme.example/*/orders'] },
        },
      },
      'deny chartNotAllowed source.chart',
      'The chart https://charts.acme.example/stable/redis is not for payments; it must fit https://charts.acme.example/*/orders.',
    ],
    [
      'a promotion from nowhere',
      { promotedFrom: { environment: 'dev', targetRevision: 'v1.4.2' } },
      {},
      'deny promotedFromNowhere promotedFrom.environment',
      'There is no application web in dev to promote.',
    ],
    [
      'a promotion of something else',
      { promotedFrom: { environment: 'dev', targetRevision: 'v1.4.2' } },
      {
        applications: [
          known('application/payments/web/dev', {
            environment: 'dev',
            source: {
              repoUrl: REPOSITORIES[0],
              path: '.',
              targetRevision: 'main',
            },
          }),
        ],
      },
      'needsApproval promotedOther promotedFrom.targetRevision',
      'In dev it is at main, not at v1.4.2.',
    ],
    [
      'more than the quota of its namespace',
      {
        clusters: [ON_A],
        parameters: { replicaCount: '3', 'resources.requests.cpu': '1500m' },
      },
      {},
      'needsApproval namespaceTooSmall parameters.resources.requests.cpu',
      'Its pods ask for 4.5 vCPUs, and the quota of checkout on a is 4.',
    ],
    [
      'a rule that asks somebody',
      {},
      {
        requests: {
          approvals: [
            { match: { kinds: ['namespace'] }, approval: 'automatic' },
            {
              name: 'prod',
              match: { kinds: ['application'], environments: ['prod'] },
              approval: 'required',
            },
          ],
        },
      },
      'needsApproval approvalRequired',
      'A person has to agree, says the rule prod.',
    ],
  ])('tells of %s', (_, spec, parts, said, message) => {
    const judged = judge(spec, parts);
    expect(judged.said).toEqual([said]);
    expect(judged.messages).toContain(message);
    expect(judged.outcome).toBe(said.split(' ')[0]);
  });

  it('fits rules with limits, as it takes what its namespaces have', () => {
    const approvals = [
      {
        match: { atMost: { vcpu: 0, memoryGib: 0, monthlyCost: 0 } },
        approval: 'automatic',
      },
    ];
    expect(judge({}, { requests: { approvals } }).outcome).toBe('allow');
  });

  it('lets repositories be written with .git, and folders of them be named', () => {
    const source = {
      repoUrl: 'https://github.com/acme/web.git',
      path: '.',
      targetRevision: 'v1',
    };
    const from = (pattern: string) =>
      judge({ source }, { namespaces: [on(ON_A, { sourceRepos: [pattern] })] })
        .outcome;
    expect(from('https://github.com/acme/web')).toBe('allow');
    expect(from('https://github.com/acme/*')).toBe('allow');
    expect(from('https://github.com/*')).toBe('deny');
    expect(from('https://github.com/acme/we')).toBe('deny');
  });
});

describe('the name of an application', () => {
  it.each<[string, object, GroundParts, string]>([
    [
      'a namespace on the same cluster',
      {},
      {
        namespaces: [
          on(ON_A),
          aNamespaceThere({ cluster: ON_A, name: 'web-prod' }),
        ],
      },
      namespaceThingKey(ON_A, 'web-prod'),
    ],
    [
      'an application of another team',
      {},
      {
        namespaces: [
          on(ON_A),
          on(ON_A, { owner: 'group:default/search', name: 'find' }),
        ],
        applications: [
          known('application/search/web/prod', {
            owner: 'group:default/search',
            namespace: 'find',
          }),
        ],
      },
      'application/search/web/prod',
    ],
  ])('is not that of %s in Argo CD', (_, spec, parts, holder) => {
    const { messages, said } = judge(spec, parts);
    expect(said).toEqual(['deny nameTakenInArgocd name']);
    expect(messages[0]).toBe(
      `On a Argo CD would call it web-prod-a-${ACCOUNT}-eu-west-1, as it calls ${holder}; it must have another name.`,
    );
  });

  it('is kept from namespaces that would be called so', () => {
    const { outcome, reasons } = assessNamespace(
      {
        operation: 'create',
        spec: aNamespaceSpec({ name: 'web-prod', cluster: ON_A }),
      },
      aGround({ ...THERE, applications: [known(KEY)] }),
    );
    expect(outcome).toBe('deny');
    expect(reasons[0]).toMatchObject({
      code: 'nameTakenInArgocd',
      message: `On a Argo CD would call it web-prod-a-${ACCOUNT}-eu-west-1, as it calls ${KEY}; it must have another name.`,
    });
  });

  it('is one of another application on another cluster', () => {
    expect(
      judge(
        { clusters: [ON_B] },
        {
          namespaces: [on(ON_A, { owner: 'group:default/search' }), on(ON_B)],
          applications: [
            known('application/search/web/prod', {
              owner: 'group:default/search',
            }),
          ],
        },
      ).outcome,
    ).toBe('allow');
  });
});

describe('a change of an application', () => {
  const applications = [known(KEY)];
  const base = anApplicationSpec();

  it('goes on where it is there, and takes nothing new', () => {
    expect(
      judge(
        { parameters: { 'image.tag': 'v2' } },
        { applications },
        { operation: 'change', base },
      ),
    ).toMatchObject({ outcome: 'allow', said: [] });
  });

  it('is not held to a rule that came later', () => {
    const requests = {
      applications: { repositories: ['https://*.example/*'] },
    };
    expect(
      judge({}, { applications, requests }, { operation: 'change', base }),
    ).toMatchObject({
      outcome: 'allow',
      said: ['note repositoryNotAllowed source.repoUrl'],
    });
  });

  it('says what goes on where it is no more', () => {
    expect(
      judge(
        { clusters: [ON_A] },
        { applications },
        {
          operation: 'change',
          base: anApplicationSpec({ clusters: [ON_A, ON_B] }),
        },
      ).messages,
    ).toContain(
      'What runs on b stays there, as it is, until somebody deletes its application in Argo CD.',
    );
  });

  it.each<[Ask['operation'], KnownApplication[], string[]]>([
    ['create', applications, ['deny nameTaken name']],
    ['change', applications, []],
    ['change', [], ['deny notThere name']],
    ['change', [known(KEY, {}, true)], ['deny notThere name']],
    ['delete', applications, []],
    ['adopt', applications, ['deny operationNotOffered']],
    ['extend', applications, ['deny operationNotOffered']],
  ])('is no other request than it says: %s', (operation, there, said) => {
    expect(
      judge({}, { applications: there }, { operation, base }).said,
    ).toEqual(said);
  });

  it('takes away what is on clusters that are not as they should be', () => {
    expect(
      judge(
        {},
        { applications, clusters: [], namespaces: [] },
        { operation: 'delete', base },
      ).outcome,
    ).toBe('allow');
  });
});
