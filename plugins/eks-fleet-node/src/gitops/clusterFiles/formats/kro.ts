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

import {
  arnPartition,
  subnetsOf,
  type ClusterSpec,
  type ClusterSpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '../../edits/jsonPointer';
import {
  isMap,
  merged,
  pair,
  readPairs,
  writePairs,
  type FieldPair,
} from '../fieldPairs';
import type { ClusterFormat } from '../types';
import { ackNamespace } from './ackGuards';
import { KRO_ADDONS, kroSettings, writeGitops } from './kroSettings';
import {
  clusterAnnotations,
  metadata,
  ofKind,
  problemsWhere,
  readAnnotations,
} from './manifests';

const KIND = 'EksclusterWithVpc';
const GROUP = /^kro\.run\//;

const FIELDS: FieldPair[] = [
  pair('name', 'name'),
  pair('accountId', 'accountId'),
  pair('region', 'region'),
  pair('environment', 'environment'),
  pair('kubernetesVersion', 'k8sVersion'),
  pair('network/vpcCidr', 'cidr/vpcCidr'),
];

/** What the ResourceGraphDefinition has written into it for every cluster. */
const FIXED = {
  compute: {
    autoMode: { nodePools: ['general-purpose', 'system'] },
    nodeGroups: [],
  },
  authenticationMode: 'API_AND_CONFIG_MAP',
  upgradePolicy: { supportType: 'EXTENDED' },
  endpointAccess: { private: true, public: true, publicCidrs: ['0.0.0.0/0'] },
  logTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
  zonalShift: true,
  deletionProtection: false,
} as const;

/** What it leaves no room for. */
const NOTHING = [
  'addons',
  'podIdentityAssociations',
  'tags',
  'roleArn',
  'nodeRoleArn',
  'encryptionKeyArn',
] as const;

/**
 * An instance of the ResourceGraphDefinition `EksclusterWithVpc` of AWS's
 * appmod-blueprints, of which every value is a text.
 */
export const kro: ClusterFormat = {
  settings: kroSettings,
  endings: /\.ya?ml$/,
  refuse: spec => [
    ...refuseFixed(spec),
    ...refuseNetwork(spec),
    ...refuseAccess(spec),
    ...spec.gitopsAddons.flatMap((name, index) =>
      problemsWhere([
        !KRO_ADDONS.includes(name),
        `gitopsAddons[${index}]`,
        `is none that ${KIND} knows; there are ${KRO_ADDONS.join(', ')}`,
      ]),
    ),
  ],
  write(spec, settings) {
    const vpcCidr = 'vpcCidr' in spec.network ? spec.network.vpcCidr : '';
    const { privateCidrs, publicCidrs } = subnetsOf(vpcCidr, 2);
    const isDeleting = spec.lifecycle === 'deleting';
    const options = [
      'SkipDryRunOnMissingResource=true',
      ...(isDeleting ? [] : ['Prune=false', 'Delete=false']),
    ];
    return [
      ackNamespace(spec, spec.name),
      {
        apiVersion: 'kro.run/v1alpha1',
        kind: KIND,
        metadata: metadata(spec.name, spec.name, {
          ...clusterAnnotations(spec),
          'argocd.argoproj.io/sync-options': options.join(','),
        }),
        spec: merged(writePairs(FIELDS, spec), writeGitops(settings), {
          adminRoleName: spec.accessEntries[0].principalArn.split('/').at(-1),
          cidr: {
            publicSubnet1Cidr: publicCidrs[0],
            publicSubnet2Cidr: publicCidrs[1],
            privateSubnet1Cidr: privateCidrs[0],
            privateSubnet2Cidr: privateCidrs[1],
          },
          // All of them: what is left out is "true" for many.
          addons: Object.fromEntries(
            KRO_ADDONS.map(name => [
              `enable_${name}`,
              String(spec.gitopsAddons.includes(name)),
            ]),
          ),
        }),
      },
    ];
  },
  read(documents) {
    const [instance] = ofKind(documents, KIND, GROUP);
    if (!instance) {
      return {};
    }
    const found = readPairs(FIELDS, instance?.spec);
    const addons = valueAt(instance, ['spec', 'addons']);
    return merged(FIXED, readAnnotations(instance), found, {
      network: { availabilityZones: 2 },
      gitopsAddons: Object.entries(isMap(addons) ? addons : {}).flatMap(
        ([key, value]) =>
          key.startsWith('enable_') && value === 'true'
            ? [key.slice('enable_'.length)]
            : [],
      ),
      accessEntries: [
        adminEntry(found, valueAt(instance, ['spec', 'adminRoleName'])),
      ],
    });
  },
  identify: ({ kind }) => String(kind),
};

function refuseFixed(spec: ClusterSpec): ClusterSpecProblem[] {
  return [
    ...Object.entries(FIXED).flatMap(([field, fixed]) =>
      problemsWhere([
        !isDeepStrictEqual(spec[field as keyof typeof FIXED], fixed),
        field,
        `must be ${JSON.stringify(
          fixed,
        )}, which ${KIND} has for every cluster; the provisioners ack and terraform can do otherwise`,
      ]),
    ),
    ...NOTHING.flatMap(field =>
      problemsWhere([
        !isNothing(spec[field]),
        field,
        `must be left out; ${KIND} has no field for it, the provisioners ack and terraform have`,
      ]),
    ),
  ];
}

function refuseNetwork({ network }: ClusterSpec): ClusterSpecProblem[] {
  const instead = `which ${KIND} does not do; the provisioners ack and terraform do`;
  return 'vpcId' in network
    ? [
        {
          field: 'network.vpcId',
          message: `is of a VPC that is there, ${instead}; give network.vpcCidr`,
        },
      ]
    : problemsWhere(
        [
          network.availabilityZones !== 2,
          'network.availabilityZones',
          `must be 2; ${KIND} has two subnets of each kind`,
        ],
        [
          network.serviceIpv4Cidr !== undefined,
          'network.serviceIpv4Cidr',
          `must be left out; it is chosen, ${instead}`,
        ],
      );
}

/** It knows one role of the cluster's account, as administrator of all of it. */
function refuseAccess(spec: ClusterSpec): ClusterSpecProblem[] {
  const [entry] = spec.accessEntries;
  const role = entry?.principalArn.split('/').at(-1);
  return problemsWhere([
    !isDeepStrictEqual(spec.accessEntries, [adminEntry(spec, role)]),
    'accessEntries',
    `must be one role of the cluster's account with AmazonEKSClusterAdminPolicy on all of it; ${KIND} has a field for no other, the provisioners ack and terraform have`,
  ]);
}

function adminEntry(
  { accountId, region }: { accountId?: unknown; region?: unknown },
  role: unknown,
) {
  const partition = arnPartition(String(region));
  return {
    principalArn: `arn:${partition}:iam::${accountId}:role/${role}`,
    kubernetesGroups: [],
    accessPolicies: [
      {
        policyArn: `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
      },
    ],
  };
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
  );
}
