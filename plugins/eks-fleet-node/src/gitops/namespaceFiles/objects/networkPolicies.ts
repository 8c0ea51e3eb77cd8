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

import type {
  NamespaceNetwork,
  NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FileDocument } from '../../clusterFiles/types';
import type { NamespaceFileSettings } from '../../config/types';
import { objectOf, OURS } from '../objectOf';
import { namedNamespace, peersOf, portsOf } from './networkPeers';

/** Addresses that are not of the internet: private ones, and the node's own. */
const NOT_INTERNET = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
];

/** Where EKS Pod Identity's agent hands out credentials, on each node. */
const POD_IDENTITY_AGENT = '169.254.170.23/32';

const DNS_PORTS = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));

/** What is refused, and each kind of what is allowed, by itself. */
export function writeNetworkPolicies(
  spec: NamespaceSpec,
  settings: NamespaceFileSettings,
): FileDocument[] {
  const { network } = spec;
  const policy = (name: string, rules: FileDocument) =>
    objectOf(spec, 'networking.k8s.io/v1', 'NetworkPolicy', `${OURS}-${name}`, {
      spec: { podSelector: {}, ...rules },
    });
  const ingress = (name: string, from: FileDocument[]) =>
    from.length > 0
      ? [policy(name, { policyTypes: ['Ingress'], ingress: [{ from }] })]
      : [];
  const egress = (name: string, rules: FileDocument[]) =>
    rules.length > 0
      ? [policy(name, { policyTypes: ['Egress'], egress: rules })]
      : [];
  return [
    policy('default-deny', { policyTypes: ['Ingress', 'Egress'] }),
    ...egress('allow-dns', [{ to: dnsPeers(settings), ports: DNS_PORTS }]),
    policy('allow-same-namespace', {
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    }),
    ...egress('allow-pod-identity', [
      {
        to: [{ ipBlock: { cidr: POD_IDENTITY_AGENT } }],
        ports: [{ protocol: 'TCP', port: 80 }],
      },
    ]),
    ...ingress(
      'allow-from-namespaces',
      network.allowFromNamespaces.map(namedNamespace),
    ),
    ...ingress(
      'allow-from-ingress',
      network.allowFromIngress ? ingressPeers(settings) : [],
    ),
    ...egress(
      'allow-to-namespaces',
      network.allowToNamespaces.length > 0
        ? [{ to: network.allowToNamespaces.map(namedNamespace) }]
        : [],
    ),
    ...egress(
      'allow-to-internet',
      network.allowToInternet
        ? [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: NOT_INTERNET } }] }]
        : [],
    ),
    ...egress(
      'allow-to-cidrs',
      network.allowToCidrs.map(({ cidr, ports }) => ({
        to: [{ ipBlock: { cidr } }],
        ...(ports.length > 0 && {
          ports: ports.map(port => ({ protocol: 'TCP', port })),
        }),
      })),
    ),
  ];
}

/** What policies of these names say. */
export function readNetworkPolicies(
  documents: readonly FileDocument[],
): Partial<Record<keyof NamespaceNetwork, unknown>> {
  const find = (name: string) =>
    documents.find(
      ({ metadata }) => (metadata as FileDocument)?.name === `${OURS}-${name}`,
    );
  const names = (name: string, direction: 'ingress' | 'egress') =>
    peersOf(find(name), direction).map(({ namespace }) => namespace);
  return {
    allowFromNamespaces: names('allow-from-namespaces', 'ingress'),
    allowFromIngress: find('allow-from-ingress') !== undefined,
    allowToNamespaces: names('allow-to-namespaces', 'egress'),
    allowToInternet: find('allow-to-internet') !== undefined,
    allowToCidrs: peersOf(find('allow-to-cidrs'), 'egress').map(
      ({ cidr, rule }) => ({ cidr, ports: portsOf(rule) }),
    ),
  };
}

/**
 * Pods of kube-dns, and addresses: on Auto Mode DNS is no pod but the node's, and
 * NodeLocal DNSCache answers at an address of its own.
 */
function dnsPeers({ dnsCidrs }: NamespaceFileSettings): FileDocument[] {
  return [
    {
      ...namedNamespace('kube-system'),
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
    ...dnsCidrs.map(cidr => ({ ipBlock: { cidr } })),
  ];
}

function ingressPeers(settings: NamespaceFileSettings): FileDocument[] {
  return [
    ...settings.ingressNamespaces.map(namedNamespace),
    ...settings.ingressCidrs.map(cidr => ({ ipBlock: { cidr } })),
  ];
}
