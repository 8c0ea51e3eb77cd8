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

import { ConfigReader } from '@backstage/config';
import type { ClusterRecord } from '../../inventory/types';
import type { FindingRecord } from '../store/types';
import type { PolicyRecord } from '../types';
import { PolicyLinks } from './PolicyLinks';
import { readPolicyLinks } from './readPolicyLinks';

const HUB = {
  id: 'hub',
  cluster: 'arn:aws:eks:eu-west-1:111122223333:cluster/hub',
};
const TEMPLATES = [
  {
    title: 'Policy Reporter',
    url: 'https://pr.example.com/policies/{source}/{policy}?cluster={label.slug}',
  },
  {
    title: 'Namespace in Policy Reporter',
    url: 'https://pr.example.com/namespace/{namespace}?cluster={label.slug}',
  },
  { title: 'Runbook', url: 'https://wiki.example.com/policies/{policy}' },
  { title: 'Console', url: 'https://console.example.com/{account}/{region}' },
];

const links = (
  templates: object[] = TEMPLATES,
  argocd: object[] = [{ ...HUB, url: 'https://argocd.example.com/' }],
) =>
  new PolicyLinks(
    readPolicyLinks(
      new ConfigReader({
        eksFleet: { argocd, policies: { links: templates } },
      } as never),
    ),
  );

const cluster = {
  name: 'orders',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders',
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  labels: { slug: 'orders-eu' },
} as Partial<ClusterRecord> as ClusterRecord;

const policy = {
  id: '0123456789abcdef',
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'no-latest',
  severity: 'medium',
  documentation: 'https://kyverno.io/policies/no-latest',
} as PolicyRecord;

const finding = {
  cluster,
  policy,
  fingerprint: 'f'.repeat(32),
  namespace: 'shop',
  kind: 'Deployment',
  name: 'web',
} as Partial<FindingRecord> as FindingRecord;

const urls = (list: Array<{ url: string }>) => list.map(({ url }) => url);

describe('PolicyLinks', () => {
  it('leads from a policy to what is known without a cluster', () => {
    expect(links().ofPolicy(policy)).toEqual([
      {
        title: 'Documentation',
        url: 'https://kyverno.io/policies/no-latest',
      },
      { title: 'Runbook', url: 'https://wiki.example.com/policies/no-latest' },
    ]);
  });

  it('leads from a policy on a cluster to Policy Reporter and Argo CD', () => {
    expect(links().ofPolicyOn(policy, cluster, 'policies-orders')).toEqual([
      {
        title: 'Argo CD application policies-orders',
        url: 'https://argocd.example.com/applications/policies-orders',
      },
      {
        title: 'Policy Reporter',
        url: 'https://pr.example.com/policies/KyvernoValidatingPolicy/no-latest?cluster=orders-eu',
      },
      { title: 'Runbook', url: 'https://wiki.example.com/policies/no-latest' },
    ]);
  });

  it('leads from a cluster to what is about all of it', () => {
    expect(urls(links().ofCluster(cluster))).toEqual([
      'https://console.example.com/111122223333/eu-west-1',
    ]);
  });

  it('leads from a finding to all of these and to its namespace', () => {
    expect(urls(links().ofFinding(finding, undefined))).toEqual([
      'https://kyverno.io/policies/no-latest',
      'https://pr.example.com/policies/KyvernoValidatingPolicy/no-latest?cluster=orders-eu',
      'https://pr.example.com/namespace/shop?cluster=orders-eu',
      'https://wiki.example.com/policies/no-latest',
      'https://console.example.com/111122223333/eu-west-1',
    ]);
  });

  it.each([
    ['kyverno', 'ClusterPolicy', 'kyverno'],
    ['vap', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicy'],
  ] as const)(
    'names the source of %s %s as reports do',
    (engine, kind, source) => {
      expect(
        urls(
          links().ofPolicyOn({ ...policy, engine, kind }, cluster, undefined),
        ),
      ).toContain(
        `https://pr.example.com/policies/${source}/no-latest?cluster=orders-eu`,
      );
    },
  );

  it('leaves out what needs something that is not known', () => {
    const gatekeeper = { ...policy, engine: 'gatekeeper', kind: 'NoLatest' };
    expect(
      urls(links().ofPolicyOn(gatekeeper as PolicyRecord, cluster, undefined)),
    ).toEqual(['https://wiki.example.com/policies/no-latest']);
    expect(
      urls(links().ofFinding({ ...finding, namespace: '' }, undefined)),
    ).not.toContainEqual(expect.stringContaining('/namespace/'));
  });

  it('does not guess which of several Argo CDs has an application', () => {
    const url = 'https://argocd.example.com';
    const hubs = [
      { ...HUB, url },
      { ...HUB, id: 'other', url },
    ];
    expect(links([], hubs).ofPolicyOn(policy, cluster, 'a')).toEqual([]);
    expect(
      urls(
        links(
          [
            {
              title: 'Argo CD',
              url: `${url}/applications/{argocdApplication}`,
            },
          ],
          hubs,
        ).ofPolicyOn(policy, cluster, 'a'),
      ),
    ).toEqual([`${url}/applications/a`]);
  });

  it.each([
    ['../../admin?x=1', '..%2F..%2Fadmin%3Fx%3D1'],
    ['"><script>', '%22%3E%3Cscript%3E'],
    ['..', '%252E%252E'],
  ])('keeps the text %j where it belongs', (text, escaped) => {
    expect(
      urls(links().ofPolicyOn({ ...policy, name: text }, cluster, text)),
    ).toEqual([
      `https://argocd.example.com/applications/${escaped}`,
      `https://pr.example.com/policies/KyvernoValidatingPolicy/${escaped}?cluster=orders-eu`,
      `https://wiki.example.com/policies/${escaped}`,
    ]);
  });

  it.each(['ftp://example.com/x', 'data:text/html,x', 'none'])(
    'takes no documentation from %j',
    documentation => {
      expect(links([]).ofPolicy({ ...policy, documentation })).toEqual([]);
    },
  );
});

describe('readPolicyLinks', () => {
  it.each([
    [
      'data:text/html,{policy}',
      'eksFleet.policies.links[0].url: "data:text/html,{policy}" does not begin with https:// or http:// and a host',
    ],
    ['https://{cluster}.example.com', 'does not begin with https://'],
    [
      'https://x.example.com/{polcy}',
      'eksFleet.policies.links[0].url: {polcy} is none of {cluster}, {arn}',
    ],
  ])('refuses %j', (url, message) => {
    expect(() => links([{ title: 'x', url }])).toThrow(message);
  });
});
