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

import { EXISTING_VPC } from '../clusterFiles/__testUtils__/exampleSpecs';
import { checked, contextOf, FULL, ROLE } from './__testUtils__/namespaceCases';
import { changeClusterOfNamespace, withoutClusterParts } from './clusterParts';
import { parseNamespace, renderNamespace } from './namespaceFiles';

const EDIT = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy';
const VIEW = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy';
const CLUSTER = {
  ...EXISTING_VPC,
  accessEntries: [],
  podIdentityAssociations: [],
};
const WITH = changeClusterOfNamespace(CLUSTER, undefined, FULL);

const entryWith = (
  accessPolicies: object[],
  kubernetesGroups: string[] = [],
) => ({
  principalArn: ROLE,
  kubernetesGroups,
  accessPolicies: accessPolicies as {
    policyArn: string;
    namespaces?: string[];
  }[],
});

describe('what a namespace has in its cluster’s file', () => {
  it('comes with the namespace, and holds in it alone', () => {
    expect(WITH).toEqual({
      ...CLUSTER,
      accessEntries: [
        entryWith([{ policyArn: EDIT, namespaces: ['checkout'] }]),
      ],
      podIdentityAssociations: [
        { namespace: 'checkout', serviceAccount: 'checkout', roleArn: ROLE },
      ],
    });
  });

  it('goes with it, and nothing else does', () => {
    expect(changeClusterOfNamespace(WITH, FULL, undefined)).toEqual(CLUSTER);
    expect(
      changeClusterOfNamespace(WITH, FULL, withoutClusterParts(FULL)),
    ).toEqual(CLUSTER);
  });

  it('stays as it is where nothing of it changes', () => {
    const more = { ...FULL, quota: { ...FULL.quota, pods: 90 } };
    expect(changeClusterOfNamespace(WITH, FULL, more)).toEqual(WITH);
  });

  it('changes its level and its role', () => {
    const roleArn = `${ROLE}-2`;
    const after = checked({
      ...FULL,
      access: [{ principalArn: ROLE, level: 'view' }],
      podIdentityAssociations: [{ serviceAccount: 'checkout', roleArn }],
    });
    expect(changeClusterOfNamespace(WITH, FULL, after)).toMatchObject({
      accessEntries: [
        entryWith([{ policyArn: VIEW, namespaces: ['checkout'] }]),
      ],
      podIdentityAssociations: [{ serviceAccount: 'checkout', roleArn }],
    });
  });

  it('keeps what a principal has elsewhere, in its place', () => {
    const other = { ...entryWith([], ['ops']), principalArn: `${ROLE}-ops` };
    const cluster = {
      ...CLUSTER,
      accessEntries: [
        entryWith([
          { policyArn: EDIT, namespaces: ['ledger'] },
          { policyArn: VIEW },
        ]),
        other,
      ],
      podIdentityAssociations: [
        { namespace: 'ledger', serviceAccount: 'checkout', roleArn: ROLE },
      ],
    };
    const after = changeClusterOfNamespace(cluster, undefined, FULL);
    expect(after.accessEntries).toEqual([
      entryWith([
        { policyArn: EDIT, namespaces: ['checkout', 'ledger'] },
        { policyArn: VIEW },
      ]),
      other,
    ]);
    expect(changeClusterOfNamespace(after, FULL, undefined)).toEqual(cluster);
  });

  it('gives nothing that holds in the whole cluster already, and takes none of it', () => {
    const cluster = {
      ...CLUSTER,
      accessEntries: [entryWith([{ policyArn: EDIT }])],
    };
    const after = changeClusterOfNamespace(cluster, undefined, FULL);
    expect(after.accessEntries).toEqual(cluster.accessEntries);
    expect(
      changeClusterOfNamespace(after, FULL, undefined).accessEntries,
    ).toEqual(cluster.accessEntries);
  });

  it('is refused by the field of the cluster that cannot have it', () => {
    const podIdentityAssociations = Array.from({ length: 100 }, (_, index) => ({
      namespace: 'ledger',
      serviceAccount: `a${index}`,
      roleArn: ROLE,
    }));
    expect(() =>
      changeClusterOfNamespace(
        { ...CLUSTER, podIdentityAssociations },
        undefined,
        FULL,
      ),
    ).toThrow('cluster.podIdentityAssociations must be a list of at most 100');
  });

  it('is read together with the namespace’s own files', () => {
    const context = contextOf(FULL);
    const files = renderNamespace(FULL, context);
    expect(parseNamespace(files, { ...context, cluster: WITH })).toMatchObject({
      spec: FULL,
      deviations: [],
    });
  });
});
