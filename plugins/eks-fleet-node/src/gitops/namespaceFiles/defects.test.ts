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

import { valueAt } from '../edits/jsonPointer';
import type { FileDocument } from '../clusterFiles/types';
import { contextOf, FULL, LITTLE } from './__testUtils__/namespaceCases';
import { writeDocuments } from './writeDocuments';

const [objects, [project]] = documentsOf(FULL);

function documentsOf(spec: typeof FULL): [FileDocument[], FileDocument[]] {
  const written = writeDocuments(spec, contextOf(spec).settings, undefined);
  return [written['namespace.yaml'], written['project.yaml']];
}

function policies(documents: FileDocument[]): Record<string, any> {
  return Object.fromEntries(
    documents
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(each => [valueAt(each, ['metadata', 'name']), each.spec]),
  );
}

/**
 * What AWS's reference repository (appmod-blueprints) does wrong with namespaces
 * and projects, as far as it is a matter of what is written into files.
 */
describe('defects of the reference repository that these files do not have', () => {
  describe('h: projects that may do anything in a cluster', () => {
    it('lets a project bring nothing that is the whole cluster’s', () => {
      expect(valueAt(project, ['spec', 'clusterResourceWhitelist'])).toEqual(
        [],
      );
    });

    it('lets a project reach one namespace of one cluster', () => {
      expect(valueAt(project, ['spec', 'destinations'])).toEqual([
        {
          server: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders-prod',
          namespace: 'checkout',
        },
      ]);
      const texts = JSON.stringify(valueAt(project, ['spec', 'destinations']));
      expect(texts).not.toContain('*');
    });
  });

  describe('i: pod security, network policies and what a project may not bring', () => {
    it.each(['enforce', 'audit', 'warn'])(
      'says the level and version to %s by themselves',
      mode => {
        const labels = valueAt(objects[0], ['metadata', 'labels']);
        expect(labels).toMatchObject({
          [`pod-security.kubernetes.io/${mode}`]: 'baseline',
          [`pod-security.kubernetes.io/${mode}-version`]: 'v1.34',
        });
      },
    );

    it('has network policies, whatever is asked for', () => {
      const [little] = documentsOf(LITTLE);
      expect(Object.keys(policies(little))).toEqual([
        'eks-fleet-default-deny',
        'eks-fleet-allow-dns',
        'eks-fleet-allow-same-namespace',
        'eks-fleet-allow-pod-identity',
      ]);
      expect(policies(little)['eks-fleet-default-deny']).toEqual({
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
    });

    it('names network policies by the group that they are in', () => {
      expect(
        valueAt(project, ['spec', 'namespaceResourceBlacklist']),
      ).toContainEqual({ group: 'networking.k8s.io', kind: 'NetworkPolicy' });
    });
  });
});

describe('what pods may reach', () => {
  const dns = policies(objects)['eks-fleet-allow-dns'];

  it('has DNS of kube-dns, by UDP and TCP', () => {
    expect(dns.egress).toHaveLength(1);
    expect(dns.egress[0].ports).toEqual([
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ]);
    expect(dns.egress[0].to).toContainEqual({
      namespaceSelector: {
        matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
      },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    });
  });

  it.each([
    ['Auto Mode, at the address of the service', '172.20.0.10/32'],
    ['Auto Mode, with the other service network', '10.100.0.10/32'],
    ['NodeLocal DNSCache', '169.254.20.10/32'],
    ['the VPC', '169.254.169.253/32'],
  ])('has DNS of %s', (_, cidr) => {
    expect(dns.egress[0].to).toContainEqual({ ipBlock: { cidr } });
  });

  it('has no private address where the internet is allowed, nor the node’s', () => {
    const [{ ipBlock }] =
      policies(objects)['eks-fleet-allow-to-internet'].egress[0].to;
    expect(ipBlock.except).toEqual(
      expect.arrayContaining([
        '10.0.0.0/8',
        '172.16.0.0/12',
        '192.168.0.0/16',
        '100.64.0.0/10',
        '169.254.0.0/16',
      ]),
    );
  });

  it('keeps ports to their own addresses', () => {
    expect(policies(objects)['eks-fleet-allow-to-cidrs'].egress).toEqual([
      {
        to: [{ ipBlock: { cidr: '10.60.4.0/24' } }],
        ports: [{ protocol: 'TCP', port: 5432 }],
      },
      { to: [{ ipBlock: { cidr: '10.70.0.0/16' } }] },
    ]);
  });

  it('lets in from ingress what configuration names', () => {
    expect(
      policies(objects)['eks-fleet-allow-from-ingress'].ingress[0].from,
    ).toEqual([
      {
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': 'ingress' },
        },
      },
      { ipBlock: { cidr: '10.40.192.0/18' } },
    ]);
  });
});
