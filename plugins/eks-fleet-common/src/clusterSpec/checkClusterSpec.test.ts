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
import { checkClusterSpec } from './checkClusterSpec';

const ROLE = 'arn:aws:iam::111122223333:role/eks';
const EXISTING = {
  vpcId: 'vpc-0a1b2c3d',
  subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6071'],
};

/** The least, with one value at one place. */
function withValue(field: string, value: unknown): unknown {
  const spec = structuredClone(LEAST) as any;
  const path = field.split('.');
  const last = path.pop()!;
  const parent = path.reduce((at, part) => (at[part] ??= {}), spec);
  parent[last] = value;
  return spec;
}

function problemsOf(value: unknown): string[] {
  const checked = checkClusterSpec(value);
  return 'problems' in checked
    ? checked.problems.map(({ field, message }) => `${field} ${message}`)
    : [];
}

function addonOf(changes: object): unknown {
  return { ...LEAST, addons: [{ name: 'vpc-cni', ...changes }] };
}

describe('checkClusterSpec', () => {
  it('writes out what may be left out', () => {
    expect(checkClusterSpec(LEAST)).toEqual({ spec: LEAST_CHECKED });
  });

  it('puts lists in order whose order means nothing', () => {
    expect(
      checkClusterSpec({
        ...LEAST,
        logTypes: ['scheduler', 'api'],
        gitopsAddons: ['kyverno', 'argo_rollouts'],
      }),
    ).toMatchObject({
      spec: {
        logTypes: ['api', 'scheduler'],
        gitopsAddons: ['argo_rollouts', 'kyverno'],
      },
    });
  });

  it.each<[string, unknown]>([
    ['name', 'a'],
    ['name', 'a'.repeat(63)],
    ['region', 'us-gov-west-1'],
    ['owner', 'user:default/a.b_c'],
    ['network.vpcCidr', '100.64.8.0/21'],
    ['network.vpcCidr', '192.168.0.0/16'],
    ['network.serviceIpv4Cidr', '172.20.0.0/16'],
    ['network', EXISTING],
    ['tags', { 'acme:cost center': '4711 / EU', empty: '' }],
    ['expiresOn', '2028-02-29'],
    ['reconcileAt', '2028-02-29T23:59:59Z'],
    [
      'endpointAccess',
      { private: false, public: true, publicCidrs: ['0.0.0.0/0'] },
    ],
    ['roleArn', 'arn:aws:iam::111122223333:role/a/b/eks'],
    [
      'encryptionKeyArn',
      'arn:aws:kms:eu-west-1:999988887777:key/0a1b2c3d-1111',
    ],
  ])('takes %s %j', (field, value) => {
    expect(problemsOf(withValue(field, value))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['name', 'Orders', 'lower-case letters'],
    ['name', '../orders', 'lower-case letters'],
    ['name', 'orders\nkind: Secret', 'line ends'],
    ['name', 'ordérs', 'lower-case letters'],
    ['name', 'a'.repeat(64), 'at most 63'],
    ['name', undefined, 'must be a text'],
    ['accountId', 111122223333, 'twelve digits, in quotes'],
    ['region', 'eu-west', 'a Region'],
    ['environment', 'prod: true', 'lower-case letters'],
    ['owner', 'orders', 'group:default/payments'],
    ['kubernetesVersion', '1.34.1', 'such as 1.34'],
    ['kubernetesVersion', 1.34, 'such as 1.34'],
    ['kubernetesVersion', 'latest', 'such as 1.34'],
    ['network.vpcCidr', '10.40.0.0', '10.40.0.0/16'],
    ['network.vpcCidr', '10.40.0.0/33', 'block of IPv4 addresses'],
    ['network.vpcCidr', '10.040.0.0/16', 'block of IPv4 addresses'],
    ['network.vpcCidr', '10.40.1.0/16', 'begin where a /16 can begin'],
    ['network.vpcCidr', '10.0.0.0/8', 'from a /16 to a /22'],
    ['network.vpcCidr', '10.0.0.0/24', 'from a /16 to a /22'],
    ['network.vpcCidr', '11.0.0.0/16', 'RFC 1918'],
    ['network.vpcCidr', '172.32.0.0/16', 'RFC 1918'],
    ['network.availabilityZones', 4, 'from 2 to 3'],
    ['network.serviceIpv4Cidr', '10.40.0.0/20', "must not overlap the VPC's"],
    ['network.serviceIpv4Cidr', '10.96.0.0/11', 'from a /24 to a /12'],
    ['network.serviceIpv4Cidr', '100.64.0.0/16', '10.0.0.0/8'],
    ['network.vpcID', 'vpc-0a1b2c3d', 'is not known; there are vpcCidr'],
    ['authenticationMode', 'CONFIG_MAP', 'must be API or API_AND_CONFIG_MAP'],
    ['upgradePolicy.supportType', 'standard', 'must be STANDARD or EXTENDED'],
    ['logTypes', ['api', 'api'], 'is in the list already'],
    ['logTypes', ['kubelet'], 'must be api or audit'],
    ['logTypes', 'api', 'must be a list'],
    ['zonalShift', 'true', 'must be true or false'],
    ['tags', { 'aws:x': 'y' }, 'not aws: first'],
    ['tags', { note: ' padded ' }, 'the value of a tag'],
    ['tags', { note: 'a"b' }, 'the value of a tag'],
    ['tags', [], 'must be a map'],
    ['expiresOn', '2027-02-29', 'must be a date'],
    ['expiresOn', 'tomorrow', 'must be a date'],
    ['reconcileAt', '2027-02-29T10:00:00Z', 'must be a time in UTC'],
    ['reconcileAt', '2027-02-28T25:00:00Z', 'must be a time in UTC'],
    ['reconcileAt', '2027-02-28', 'must be a time in UTC'],
    ['gitopsAddons', ['kyverno: true'], 'enable_<name>'],
    ['roleArn', 'arn:aws:iam::111122223333:user/ann', 'the ARN of a role'],
    ['roleArn', 'arn:aws:iam::999988887777:role/eks', "the cluster's account"],
    [
      'roleArn',
      'arn:aws-cn:iam::111122223333:role/eks',
      'arn:aws:, as eu-west-1',
    ],
    ['nodeRoleArn', ROLE, 'node pools, of which there are none'],
    [
      'encryptionKeyArn',
      'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111',
      "the cluster's Region",
    ],
    ['compute', { nodeGroups: [] }, 'autoMode or at least one of nodeGroups'],
    [
      'compute.autoMode.nodePools',
      ['gpu'],
      'must be general-purpose or system',
    ],
    ['compute.nodePools', [], 'is not known; there are autoMode, nodeGroups'],
    ['endpointAccess.private', false, 'must be private, public or both'],
    ['endpointAccess.public', true, 'who reaches the public endpoint'],
    ['endpointAccess.publicCidrs', ['10.0.0.0/8'], 'must be empty'],
    ['description', 'mine', 'is not known; there are name'],
    ['lifecycle', 'gone', 'must be active or deleting'],
    ['lifecycle', 'deleting', 'must be false where lifecycle is deleting'],
    ['addons', [{ name: 'a_b' }, { name: 'a-b' }], 'is in the list already'],
  ])('refuses %s %j and says what would be right', (field, value, right) => {
    const problems = problemsOf(withValue(field, value));
    expect(problems).toEqual([expect.stringContaining(right)]);
    // The field's own name, or that of the one which must agree with it.
    expect(problems[0]).toMatch(/^[a-zA-Z0-9.[\]:_-]+ (must|is) /);
  });

  it.each([
    '{{ .Values.x }}',
    '${x}',
    '%{x}',
    'a\nb',
    'a\u0000b',
    'a\u2028b',
    '\ud800',
  ])('refuses %j in every text', hostile => {
    const everywhere = {
      ...LEAST,
      name: hostile,
      accountId: hostile,
      region: hostile,
      environment: hostile,
      owner: hostile,
      kubernetesVersion: hostile,
      tags: { [hostile]: hostile },
      gitopsAddons: [hostile],
      expiresOn: hostile,
    };
    const checked = checkClusterSpec(everywhere);
    const fields =
      'problems' in checked
        ? new Set(checked.problems.map(({ field }) => field.split(/[.[]/)[0]))
        : new Set();
    expect([...fields].sort()).toEqual([
      'accountId',
      'environment',
      'expiresOn',
      'gitopsAddons',
      'kubernetesVersion',
      'name',
      'owner',
      'region',
      'tags',
    ]);
  });

  it('does not go into what is too deep or too much', () => {
    const deep = Array.from({ length: 30 }).reduce<object>(
      inner => ({ inner }),
      {},
    );
    expect(problemsOf(addonOf({ configuration: { deep } }))).toEqual([
      expect.stringContaining('deeper than 20'),
    ]);
    expect(problemsOf(withValue('logTypes', Array(1000).fill('api')))).toEqual([
      'logTypes must be a list of at most 5',
    ]);
  });
});
