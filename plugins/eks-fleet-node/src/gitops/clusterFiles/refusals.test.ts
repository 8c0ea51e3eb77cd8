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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  AUTO_MODE_SMALL,
  EXISTING_VPC,
  NODE_GROUPS_PROD,
  role,
} from './__testUtils__/exampleSpecs';
import { CASES } from './__testUtils__/provisionerCases';
import { ClusterSpecRefusal } from './types';

const [KRO, ACK, TERRAFORM, CROSSPLANE, , CAPA] = CASES;

function problemsOf(
  { context, provisioner }: typeof KRO,
  spec: ClusterSpec,
  settings = context.settings,
): string[] {
  try {
    provisioner.render(spec, { ...context, settings });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ClusterSpecRefusal);
    const { problems } = error as ClusterSpecRefusal;
    return problems.map(({ field, message }) => `${field} ${message}`);
  }
}

function withGroup(changes: object): ClusterSpec {
  const [group] = NODE_GROUPS_PROD.compute.nodeGroups;
  return {
    ...NODE_GROUPS_PROD,
    compute: { nodeGroups: [{ ...group, ...changes }] },
  };
}

function withoutField(field: 'roleArn' | 'nodeRoleArn', from: ClusterSpec) {
  const { [field]: _, ...rest } = from;
  return rest;
}

describe('what a provisioner cannot say', () => {
  it.each<[string, typeof KRO, ClusterSpec, RegExp]>([
    [
      'a VPC of its own',
      ACK,
      { ...EXISTING_VPC, network: AUTO_MODE_SMALL.network },
      /^network\.vpcCidr .*name network\.vpcId/,
    ],
    [
      'no role',
      ACK,
      withoutField('roleArn', EXISTING_VPC),
      /^roleArn is missing/,
    ],
    [
      'no role for nodes',
      ACK,
      withoutField('nodeRoleArn', EXISTING_VPC),
      /^nodeRoleArn is missing/,
    ],
    [
      'nodes that follow',
      ACK,
      withGroup({ kubernetesVersion: undefined }),
      /^compute\.nodeGroups\[0\]\.kubernetesVersion is missing/,
    ],
    [
      'no role of a node group',
      CROSSPLANE,
      withGroup({ nodeRoleArn: undefined }),
      /^compute\.nodeGroups\[0\]\.nodeRoleArn is missing/,
    ],
    [
      'labels of Argo CD',
      CROSSPLANE,
      { ...EXISTING_VPC, gitopsAddons: ['kyverno'] },
      /^gitopsAddons are labels/,
    ],
    [
      'a long name',
      TERRAFORM,
      { ...AUTO_MODE_SMALL, name: 'a'.repeat(29) },
      /^name must be at most 28/,
    ],
    [
      'a node group of a long name',
      TERRAFORM,
      withGroup({ name: 'n'.repeat(23), nodeRoleArn: undefined }),
      /^compute\.nodeGroups\[0\]\.name must be at most 22/,
    ],
    [
      'node groups',
      KRO,
      { ...AUTO_MODE_SMALL, compute: NODE_GROUPS_PROD.compute },
      /^compute must be .*ack and terraform can/,
    ],
    [
      'tags',
      KRO,
      { ...AUTO_MODE_SMALL, tags: { a: 'b' } },
      /^tags must be left out/,
    ],
    [
      'add-ons of EKS',
      KRO,
      {
        ...AUTO_MODE_SMALL,
        addons: [{ name: 'vpc-cni', podIdentityAssociations: [] }],
      },
      /^addons must be left out/,
    ],
    [
      'a VPC that is there',
      KRO,
      { ...AUTO_MODE_SMALL, network: EXISTING_VPC.network },
      /^network\.vpcId is of a VPC that is there/,
    ],
    [
      'three zones',
      KRO,
      {
        ...AUTO_MODE_SMALL,
        network: { vpcCidr: '10.40.0.0/16', availabilityZones: 3 },
      },
      /^network\.availabilityZones must be 2/,
    ],
    [
      'a private endpoint',
      KRO,
      { ...AUTO_MODE_SMALL, endpointAccess: NODE_GROUPS_PROD.endpointAccess },
      /^endpointAccess must be/,
    ],
    [
      'nobody who may',
      KRO,
      { ...AUTO_MODE_SMALL, accessEntries: [] },
      /^accessEntries must be one role/,
    ],
    [
      'standard support',
      KRO,
      { ...AUTO_MODE_SMALL, upgradePolicy: { supportType: 'STANDARD' } },
      /^upgradePolicy must be/,
    ],
    [
      'Auto Mode',
      CAPA,
      {
        ...CAPA.fit(NODE_GROUPS_PROD),
        compute: { autoMode: { nodePools: [] }, nodeGroups: [] },
      },
      /^compute\.autoMode is nothing/,
    ],
    [
      'deletion protection',
      CAPA,
      { ...CAPA.fit(NODE_GROUPS_PROD), deletionProtection: true },
      /^deletionProtection must be false/,
    ],
    [
      'several instance types',
      CAPA,
      withGroup({ instanceTypes: ['m7g.large', 'm6g.large'] }),
      /^compute\.nodeGroups\[0\]\.instanceTypes must be one/,
    ],
    [
      'an image it does not know',
      CAPA,
      withGroup({ amiType: 'BOTTLEROCKET_ARM_64_NEXT' }),
      /^compute\.nodeGroups\[0\]\.amiType is none/,
    ],
    [
      'a role with a path',
      CAPA,
      { ...NODE_GROUPS_PROD, roleArn: role('a/b') },
      /^roleArn must be of a role without a path/,
    ],
    [
      'an add-on without a version',
      CAPA,
      {
        ...NODE_GROUPS_PROD,
        addons: [{ name: 'vpc-cni', podIdentityAssociations: [] }],
      },
      /^addons\[0\]\.version is missing/,
    ],
  ])('%s is refused by the field’s name', (_, each, spec, expected) => {
    expect(problemsOf(each, spec)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    { name: 'other' },
    { accountId: '444455556666' },
    { region: 'us-east-1' },
  ])('changes no cluster into another one by %j', other => {
    const { context, provisioner } = TERRAFORM;
    const files = provisioner.render(AUTO_MODE_SMALL, context);
    expect(() =>
      provisioner.change(
        AUTO_MODE_SMALL,
        { ...AUTO_MODE_SMALL, ...other },
        files,
        context,
      ),
    ).toThrow(`${Object.keys(other)[0]} must stay`);
  });

  it('lists everything at once', () => {
    expect(problemsOf(KRO, NODE_GROUPS_PROD).length).toBeGreaterThan(5);
  });
});

describe('settings of a provisioner', () => {
  it('are asked for by name where a file takes them', () => {
    expect(problemsOf(KRO, AUTO_MODE_SMALL, { tenant: 'a' })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^settings\.managementAccountId is missing in eksFleet\.fleetRepositories/,
        ),
      ]),
    );
  });

  it.each<[string, typeof KRO, Record<string, string>, string]>([
    [
      'unknown',
      ACK,
      { scope: 'cluster' },
      '.scope: there is no such setting; there are namespace',
    ],
    [
      'of another kind',
      CROSSPLANE,
      { scope: 'cluster-scoped' },
      '.scope: must be namespaced, for',
    ],
    [
      'with a placeholder that stands for nothing',
      ACK,
      { namespace: '{name}' },
      '.namespace: must be a namespace',
    ],
    [
      'that would be a template',
      KRO,
      { domainName: '{{ x }}' },
      '.domainName: must be the name of a domain',
    ],
    [
      'that there are not',
      TERRAFORM,
      { a: 'b' },
      '.a: there is no such setting; there are permissionsBoundary',
    ],
    [
      'that bound roles by what is no policy',
      TERRAFORM,
      { permissionsBoundary: 'arn:aws:iam::{account}:role/x' },
      '.permissionsBoundary: must be the ARN of an IAM policy',
    ],
  ])('%s are refused at the start', (_, { provisioner }, settings, problem) => {
    expect(provisioner.problemOfSettings(settings)).toContain(problem);
  });

  it('may be left out where nothing is written', () => {
    expect(KRO.provisioner.problemOfSettings({})).toBeUndefined();
  });

  it('put objects into a namespace of their own, or into one that is shared', () => {
    const own = { namespace: '{cluster}-{environment}' };
    const kinds = (settings: Record<string, string>) => {
      const [{ text }] = ACK.provisioner.render(EXISTING_VPC, {
        ...ACK.context,
        settings,
      });
      return {
        hasNamespace: text.includes('kind: Namespace'),
        namespaces: [...new Set(text.match(/(?<=namespace: ).+/g))],
      };
    };
    expect(kinds(own)).toEqual({
      hasNamespace: true,
      namespaces: ['search-stage-stage', 'search'],
    });
    expect(kinds({ namespace: 'eks-{account}' })).toEqual({
      hasNamespace: false,
      namespaces: ['eks-111122223333', 'search'],
    });
  });

  it('never make a name that Kubernetes refuses', () => {
    expect(
      problemsOf(
        ACK,
        { ...EXISTING_VPC, name: 'n'.repeat(60) },
        { namespace: '{cluster}-{environment}' },
      ),
    ).toEqual([
      expect.stringMatching(/^name makes the namespace .* more than 63/),
    ]);
  });
});
