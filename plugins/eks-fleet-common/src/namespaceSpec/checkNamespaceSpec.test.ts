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

import { LEAST, LEAST_CHECKED } from './__testUtils__/specs';
import { checkNamespaceSpec } from './checkNamespaceSpec';

const ROLE = 'arn:aws:iam::111122223333:role/checkout';

/** The least, with one value at one place. */
function withValue(field: string, value: unknown): unknown {
  const spec = structuredClone(LEAST) as any;
  const path = field.split('.');
  const last = path.pop()!;
  const parent = path.reduce((at, part) => (at[part] ??= {}), spec);
  parent[last] = value;
  return spec;
}

function problemsOf(value: unknown, sourceHosts?: string[]): string[] {
  const checked = checkNamespaceSpec(value, { sourceHosts });
  return 'problems' in checked
    ? checked.problems.map(({ field, message }) => `${field} ${message}`)
    : [];
}

describe('checkNamespaceSpec', () => {
  it('writes out what may be left out', () => {
    expect(checkNamespaceSpec(LEAST)).toEqual({ spec: LEAST_CHECKED });
  });

  it('has no difference between what it answered and what it was given', () => {
    expect(checkNamespaceSpec(LEAST_CHECKED)).toEqual({ spec: LEAST_CHECKED });
  });

  it('writes amounts in one way, and lists in order', () => {
    expect(
      checkNamespaceSpec({
        ...LEAST,
        quota: {
          ...LEAST.quota,
          cpuRequests: '4000m',
          memoryRequests: '8192Mi',
          storage: '1.5Ti',
          persistentVolumeClaims: 3,
        },
        network: {
          allowFromNamespaces: ['monitors', 'b'],
          allowToCidrs: [
            { cidr: '10.9.0.0/16', ports: [5432, 443] },
            { cidr: '10.1.0.0/16' },
          ],
        },
        access: [
          { kubernetesGroup: 'team-b', level: 'view' },
          { kubernetesGroup: 'team-a', level: 'edit' },
        ],
      }),
    ).toMatchObject({
      spec: {
        quota: {
          cpuRequests: '4',
          memoryRequests: '8Gi',
          storage: '1536Gi',
        },
        network: {
          allowFromNamespaces: ['b', 'monitors'],
          allowToCidrs: [
            { cidr: '10.1.0.0/16', ports: [] },
            { cidr: '10.9.0.0/16', ports: [443, 5432] },
          ],
        },
        access: [{ kubernetesGroup: 'team-a' }, { kubernetesGroup: 'team-b' }],
      },
    });
  });

  it.each<[string, unknown]>([
    ['name', '0'],
    ['name', 'a'.repeat(63)],
    ['podSecurity.version', 'v1.34'],
    ['quota.cpuRequests', '250m'],
    ['quota.memoryRequests', '1e9'],
    ['limits', { max: { cpu: '2', memory: '4Gi' }, min: { cpu: '10m' } }],
    ['access', [{ principalArn: ROLE, level: 'edit' }]],
    [
      'podIdentityAssociations',
      [{ serviceAccount: 'checkout', roleArn: ROLE }],
    ],
    ['project.sourceRepos', ['https://git.acme.io:8443/a/b/*']],
    ['project.sourceRepos', ['git@github.com:acme/checkout.git']],
    ['project.sourceRepos', ['ssh://git@git.acme.io:2222/acme/checkout']],
    ['labels', { 'acme.io/tier': 'gold', stage: '' }],
    ['capsuleTenant', 'payments'],
  ])('takes %s %j', (field, value) => {
    expect(problemsOf(withValue(field, value))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['name', '../checkout', 'the name of a namespace'],
    ['name', 'checkout\nkind: Secret', 'line ends'],
    ['name', 'chéckout', 'the name of a namespace'],
    ['name', 'checkоut', 'the name of a namespace'],
    ['name', '{{name}}', 'must not hold {{'],
    ['name', 'a: b', 'the name of a namespace'],
    ['name', 'a'.repeat(64), 'the name of a namespace'],
    ['name', undefined, 'must be a text'],
    ['cluster.region', '${region}', 'must not hold {{, ${'],
    ['cluster.name', '../../clusters', 'lower-case letters'],
    ['cluster.arn', 'x', 'is not known; there are accountId, region, name'],
    ['owner', 'user:default/ann', 'the entity reference of a group'],
    ['owner', 'group:default/a.b', 'the entity reference of a group'],
    ['owner', 'group:default/../x', 'the entity reference of a group'],
    ['costCenter', 'a b', 'at most 63 letters'],
    ['costCenter', '', 'at most 63 letters'],
    ['podSecurity.level', 'none', 'restricted or baseline or privileged'],
    ['podSecurity.version', '1.34', 'such as v1.34'],
    ['quota.cpuRequests', 4, 'must be an amount of CPU'],
    ['quota.cpuRequests', '4 cores', 'must be an amount of CPU'],
    ['quota.cpuRequests', '-1', 'from 0 to 100k'],
    ['quota.cpuRequests', '0.0001', 'a multiple of 1m'],
    ['quota.cpuRequests', '1G', 'from 0 to 100k'],
    ['quota.memoryLimits', '4Gi', 'memoryRequests 8Gi or more'],
    ['quota.memoryLimits', '16GB', 'must be an amount of bytes'],
    ['quota.memoryRequests', '1m', 'a multiple of 1'],
    ['quota.pods', 0, 'one or more'],
    ['quota.pods', '40', 'a whole number'],
    ['quota.storage', '1Gi', 'persistentVolumeClaims must be one or more'],
    ['quota.secrets', 5, 'is not known'],
    [
      'limits.defaultRequest',
      { cpu: '5', memory: '128Mi' },
      'no pod would fit',
    ],
    [
      'limits.default',
      { memory: '64Mi' },
      'limits.defaultRequest.memory 128Mi',
    ],
    ['limits.min', { memory: '256Mi' }, 'limits.min.memory 256Mi or more'],
    ['limits.max', { memory: '256Mi' }, 'limits.default.memory 512Mi or more'],
    ['network.allowToCidrs', [{ cidr: '0.0.0.0/0' }], 'a /8 or smaller'],
    ['network.allowToCidrs', [{ cidr: '169.254.169.254/32' }], "the node's"],
    ['network.allowToCidrs', [{ cidr: '10.0.0.1/8' }], 'where a /8 can begin'],
    ['network.allowToCidrs', [{ cidr: '10.0.0.0/8', ports: [0] }], 'from 1 to'],
    ['network.allowFromNamespaces', ['checkout'], 'the namespace itself'],
    ['network.allowFromNamespaces', ['*'], 'the name of a namespace'],
    ['network.allowAll', true, 'is not known'],
    ['access', [{ kubernetesGroup: 'team', level: 'admin' }], 'view or edit'],
    [
      'access',
      [{ kubernetesGroup: 'system:masters', level: 'edit' }],
      'system:',
    ],
    [
      'access',
      [{ kubernetesGroup: 'a', principalArn: ROLE, level: 'view' }],
      'is not known; there are principalArn',
    ],
    [
      'access',
      [{ principalArn: 'arn:aws-cn:iam::111122223333:role/a', level: 'view' }],
      'arn:aws:, as eu-west-1',
    ],
    [
      'podIdentityAssociations',
      [{ serviceAccount: 'a', roleArn: 'arn:aws:iam::999988887777:role/a' }],
      "the cluster's account",
    ],
    [
      'podIdentityAssociations',
      Array(2).fill({ serviceAccount: 'a', roleArn: ROLE }),
      'is in the list already',
    ],
    ['project.sourceRepos', ['http://github.com/acme/a'], 'by https or ssh'],
    [
      'project.sourceRepos',
      ['https://me:secret@github.com/acme/a'],
      'by https or ssh',
    ],
    [
      'project.sourceRepos',
      ['https://github.com/acme/../a'],
      'by https or ssh',
    ],
    ['project.sourceRepos', ['https://*/a'], 'by https or ssh'],
    ['project.sourceRepos', ['file:///etc'], 'by https or ssh'],
    ['project.sourceRepos', ['*'], 'by https or ssh'],
    [
      'labels',
      { 'pod-security.kubernetes.io/enforce': 'privileged' },
      'must not be of kubernetes.io',
    ],
    [
      'labels',
      { 'admission.gatekeeper.sh/ignore': 'x' },
      'must not be of gatekeeper.sh',
    ],
    ['labels', { 'eks-fleet.io/team': 'other' }, 'must not be of eks-fleet.io'],
    ['labels', { note: 'a: b' }, 'the value of a Kubernetes label'],
    ['expiresOn', '2027-02-29', 'must be a date'],
    ['lifecycle', 'gone', 'active or deleting'],
    ['description', 'mine', 'is not known; there are name'],
  ])('refuses %s %j and says what would be right', (field, value, right) => {
    const problems = problemsOf(withValue(field, value));
    expect(problems).toEqual([expect.stringContaining(right)]);
    expect(problems[0]).toMatch(/^[a-zA-Z0-9.[\]/:_-]+ (must|is|needs) /);
  });

  it('takes a limit of CPU only with one for containers that have none', () => {
    const quota = { ...LEAST.quota, cpuLimits: '8' };
    expect(problemsOf({ ...LEAST, quota })).toEqual([
      expect.stringContaining('quota.cpuLimits needs limits.default.cpu'),
    ]);
    const limits = { max: { cpu: '2' } };
    expect(problemsOf({ ...LEAST, limits, quota })).toEqual([]);
    const less = { ...quota, cpuLimits: '2' };
    expect(problemsOf({ ...LEAST, limits, quota: less })).toEqual([
      'quota.cpuLimits must be cpuRequests 4 or more',
    ]);
  });

  it.each([
    ['https://github.com/acme/*', []],
    ['git@github.com:acme/checkout', []],
    ['https://git.acme.io:8443/acme/checkout', []],
    ['https://git.acme.io/acme/checkout', ['must be on']],
    ['https://github.com.evil.io/acme/checkout', ['must be on']],
    ['ssh://git@gitlab.com/acme/checkout', ['must be on']],
  ])('takes %s only on hosts that are allowed', (url, wrong) => {
    const spec = withValue('project.sourceRepos', [url]);
    expect(problemsOf(spec, ['github.com', 'git.acme.io:8443'])).toEqual(
      wrong.map(each => expect.stringContaining(each)),
    );
  });
});
