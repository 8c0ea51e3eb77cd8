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
import { applyChange } from '../proposals/applyChange';
import { EXISTING_VPC, NODE_GROUPS_PROD } from './__testUtils__/exampleSpecs';
import { CASES, type ProvisionerCase } from './__testUtils__/provisionerCases';
import type { ParsedClusterFiles } from './types';

const [KRO, ACK, TERRAFORM, CROSSPLANE] = CASES;

/** The file of a cluster after somebody was at it. */
function textOf(
  { context, provisioner }: ProvisionerCase,
  spec: ClusterSpec,
  ...edits: [string | RegExp, string][]
): string {
  const [{ text }] = provisioner.render(spec, context);
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return after;
  }, text);
}

function copyOf(spec: ClusterSpec): ClusterSpec {
  return JSON.parse(JSON.stringify(spec));
}

function parse(each: ProvisionerCase, text: string): ParsedClusterFiles {
  const { context, provisioner } = each;
  return provisioner.parse([{ path: context.path, text }], context);
}

function change(
  each: ProvisionerCase,
  before: ClusterSpec,
  after: ClusterSpec,
  text: string,
): string {
  const { context, provisioner } = each;
  const { path } = context;
  const files = provisioner.change(before, after, [{ path, text }], context);
  const present = new Map([[path, { text }]]);
  return applyChange({ files }, present).files[0].text!;
}

describe('files that people edited', () => {
  it('are read as far as they are understood, and say what is not', () => {
    const text = textOf(
      ACK,
      NODE_GROUPS_PROD,
      [
        "  version: '1.33'",
        "  version: '1.33'\n  remoteNetworkConfig:\n    remoteNodeNetworks: []",
      ],
      ['    services.k8s.aws/deletion-policy: retain\n', ''],
      [
        '  diskSize: 80\n',
        '  diskSize: 80\n  updateConfig: { maxUnavailable: 2 }\n',
      ],
    ).concat(
      '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: theirs\n',
    );
    expect(parse(ACK, text)).toMatchObject({
      spec: NODE_GROUPS_PROD,
      problems: [],
      deviations: [
        {
          manifest: { kind: 'Cluster', name: 'orders-prod' },
          pointer: '/metadata/annotations/services.k8s.aws~1deletion-policy',
          expected: 'retain',
        },
        {
          manifest: { kind: 'Cluster', name: 'orders-prod' },
          pointer: '/spec/remoteNetworkConfig',
          is: { remoteNodeNetworks: [] },
        },
        {
          manifest: { kind: 'Nodegroup', name: 'orders-prod-general' },
          pointer: '/spec/updateConfig',
          is: { maxUnavailable: 2 },
        },
        {
          manifest: { kind: 'ConfigMap', name: 'theirs' },
          pointer: '',
          is: { kind: 'ConfigMap' },
        },
      ],
    });
  });

  it('say which value is none, and what is understood besides', () => {
    const text = textOf(ACK, NODE_GROUPS_PROD, [
      "version: '1.33'",
      'version: 1.33',
    ]);
    const parsed = parse(ACK, text);
    expect(parsed.spec).toBeUndefined();
    expect(parsed.problems).toEqual([
      {
        field: 'kubernetesVersion',
        message: 'must be a text: a minor version in quotes, such as 1.34',
      },
    ]);
    expect(parsed.understood).toMatchObject({
      name: 'orders-prod',
      kubernetesVersion: 1.33,
      owner: 'group:default/orders',
    });
  });

  it.each<[string, ProvisionerCase, string]>([
    ['nothing', ACK, ''],
    ['other manifests', KRO, 'kind: Secret\n'],
    [
      'shapes that nobody expects',
      ACK,
      'apiVersion: eks.services.k8s.aws/v1alpha1\nkind: Cluster\nmetadata: 5\nspec: [1]\n',
    ],
    [
      'lists for maps',
      TERRAFORM,
      '{"addons": [1], "access_entries": {"a": null}, "compute_config": 3, "vpc": {}}',
    ],
    [
      'nulls',
      CROSSPLANE,
      'apiVersion: eks.aws.m.upbound.io/v1beta1\nkind: Cluster\nspec:\n  forProvider: null\n',
    ],
    [
      'a MachinePool alone',
      CASES[5],
      'apiVersion: infrastructure.cluster.x-k8s.io/v1beta2\nkind: AWSManagedMachinePool\nspec: { taints: 1 }\n',
    ],
  ])('of %s name what is missing', (_, each, text) => {
    const { problems, spec } = parse(each, text);
    expect(spec).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['region', 'owner', 'kubernetesVersion']),
    );
  });

  it('find objects by what they are in EKS, whatever people called them', () => {
    const text = textOf(
      ACK,
      NODE_GROUPS_PROD,
      ['name: orders-prod-general', 'name: nodes'],
      [
        /clusterRef:\n\s+from:\n\s+name: orders-prod/,
        'clusterName: orders-prod',
      ],
    );
    const parsed = parse(ACK, text);
    expect(parsed.spec).toEqual(NODE_GROUPS_PROD);
    expect(parsed.deviations).toContainEqual(
      expect.objectContaining({ pointer: '/metadata/name', is: 'nodes' }),
    );
    const larger = copyOf(NODE_GROUPS_PROD);
    larger.compute.nodeGroups[0].maxSize = 30;
    expect(change(ACK, NODE_GROUPS_PROD, larger, text)).toBe(
      text.replace('maxSize: 12', 'maxSize: 30'),
    );
  });
});

describe('changes of files that people edited', () => {
  it.each([ACK, CROSSPLANE, CASES[5], TERRAFORM])(
    'replace one value and leave all else, with $title',
    each => {
      const before = each.fit(NODE_GROUPS_PROD);
      const after = copyOf(before);
      after.compute.nodeGroups[0].maxSize = 99;
      const isJson = each.context.path.endsWith('.json');
      const text = isJson
        ? textOf(each, before, ['  "region"', '\n\n   "theirs": 1,   "region"'])
        : textOf(each, before, [
            'maxSize: 12',
            'maxSize:   12   # agreed with finance',
          ]);
      expect(change(each, before, after, text)).toBe(
        text.replace(/("max_size": |maxSize: +)12/, '$199'),
      );
    },
  );

  it('keep what the portal does not know, where something beside it changes', () => {
    const text = textOf(ACK, EXISTING_VPC, [
      '  tags:\n',
      '  # no other networks\n  remoteNetworkConfig: {}\n  tags:\n',
    ]);
    const after = { ...EXISTING_VPC, tags: {}, expiresOn: '2027-01-31' };
    const edited = change(ACK, EXISTING_VPC, after, text);
    expect(edited).toContain(
      '  # no other networks\n  remoteNetworkConfig: {}\n',
    );
    expect(edited).toContain("    eks-fleet.io/expires-on: '2027-01-31'\n");
    expect(parse(ACK, edited)).toMatchObject({
      spec: after,
      deviations: [{ pointer: '/spec/remoteNetworkConfig' }],
    });
  });

  it('are refused where a file no longer says what was seen', () => {
    const text = textOf(ACK, NODE_GROUPS_PROD, ['maxSize: 12', 'maxSize: 15']);
    expect(() =>
      change(
        ACK,
        NODE_GROUPS_PROD,
        { ...NODE_GROUPS_PROD, zonalShift: true },
        text,
      ),
    ).toThrow('compute.nodeGroups is ');
  });

  it('are refused where a file is not understood, by the field', () => {
    const text = textOf(ACK, NODE_GROUPS_PROD, [
      "version: '1.33'",
      'version: latest',
    ]);
    expect(() => change(ACK, NODE_GROUPS_PROD, NODE_GROUPS_PROD, text)).toThrow(
      'kubernetesVersion must be a minor version in quotes',
    );
  });

  it('are refused where comments would be lost', () => {
    const text = textOf(ACK, NODE_GROUPS_PROD, [
      '    - m7g.large\n',
      '    # tried and found wanting: m6g\n    - m7g.large\n',
    ]);
    const after = copyOf(NODE_GROUPS_PROD);
    after.compute.nodeGroups[0].instanceTypes = ['m8g.large'];
    expect(() => change(ACK, NODE_GROUPS_PROD, after, text)).toThrow(
      '/spec/instanceTypes has comments within, which would be lost',
    );
  });

  it('add a node group behind, and take one away, with what is about it', () => {
    const [general, spot] = NODE_GROUPS_PROD.compute.nodeGroups;
    const after = copyOf(NODE_GROUPS_PROD);
    after.compute.nodeGroups = [spot, { ...general, name: 'memory' }];
    const text = textOf(ACK, NODE_GROUPS_PROD);
    const edited = change(ACK, NODE_GROUPS_PROD, after, text);
    expect(edited).not.toContain('orders-prod-general');
    expect(edited.indexOf('orders-prod-memory')).toBeGreaterThan(
      edited.indexOf('kind: AccessEntry'),
    );
  });

  it('are refused in variables of HCL that take more than a value', () => {
    const { context, provisioner } = TERRAFORM;
    const path = 'cluster.tfvars';
    expect(() =>
      provisioner.render(NODE_GROUPS_PROD, { ...context, path }),
    ).toThrow('path cluster.tfvars must end in .tfvars.json');
  });
});
