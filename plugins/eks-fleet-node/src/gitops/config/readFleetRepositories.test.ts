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
import { shippedProvisioners } from '../provisioners/shippedProvisioners';
import { checkProvisioners } from '../provisioners/checkProvisioners';
import { readFleetRepositories, readWrites } from './readFleetRepositories';

const RULE = {
  match: {
    partitions: ['aws'],
    accounts: ['111122223333'],
    regions: ['eu-west-1'],
    names: ['orders-*'],
    labels: { env: 'prod', tier: ['gold', 'silver'] },
  },
  provisioner: 'terraform',
  path: 'live/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
  fields: {
    version: '/kubernetes_version',
    addons: '/addons/{name}/addon_version',
    nodegroups: { version: '/groups/[name={name}]/version' },
  },
};

const REPOSITORY = {
  id: 'fleet',
  url: 'https://github.com/acme/fleet',
  branch: 'main',
  clusters: [RULE],
};

function read(repositories: unknown) {
  return readFleetRepositories(
    new ConfigReader({ eksFleet: { fleetRepositories: repositories } } as any),
  );
}

const repositoryWith = (more: object) => [{ ...REPOSITORY, ...more }];
const ruleWith = (more: object) =>
  repositoryWith({ clusters: [RULE, { ...RULE, ...more }] });

describe('readFleetRepositories', () => {
  it('reads all of it', () => {
    expect(
      read(
        repositoryWith({
          url: 'https://github.com/acme/fleet.git/',
          merge: { automatic: true, method: 'squash' },
          clusters: [
            { ...RULE, canRollBack: true, settings: { namespace: 'a' } },
          ],
        }),
      ),
    ).toEqual([
      {
        id: 'fleet',
        url: 'https://github.com/acme/fleet',
        branch: 'main',
        merge: { automatic: true, method: 'squash' },
        clusters: [
          {
            ...RULE,
            canRollBack: true,
            settings: { namespace: 'a' },
            match: {
              ...RULE.match,
              labels: { env: ['prod'], tier: ['gold', 'silver'] },
            },
          },
        ],
      },
    ]);
  });

  it('needs little', () => {
    expect(
      read([
        {
          ...REPOSITORY,
          clusters: [{ provisioner: 'kro', path: '{cluster}.yaml' }],
        },
      ]),
    ).toEqual([
      {
        ...REPOSITORY,
        merge: { automatic: false, method: 'merge' },
        clusters: [
          { match: {}, provisioner: 'kro', path: '{cluster}.yaml', fields: {} },
        ],
      },
    ]);
    expect(readFleetRepositories(new ConfigReader({}))).toEqual([]);
  });

  const key = 'eksFleet.fleetRepositories[0]';
  const rule = `${key}.clusters[1]`;

  it.each<[string, unknown, string]>([
    [
      'an id with other letters',
      repositoryWith({ id: 'The fleet' }),
      `${key}.id: must be lower-case letters, digits and dashes, at most 63`,
    ],
    [
      'one id twice',
      [REPOSITORY, { ...REPOSITORY, url: 'https://github.com/acme/other' }],
      `eksFleet.fleetRepositories[1].id: fleet is that of ${key} already`,
    ],
    [
      'one repository twice',
      [
        REPOSITORY,
        { ...REPOSITORY, id: 'b', url: 'https://github.com/Acme/Fleet' },
      ],
      `eksFleet.fleetRepositories[1].url: https://github.com/Acme/Fleet is that of ${key} already`,
    ],
    [
      'no address',
      repositoryWith({ url: 'acme/fleet' }),
      `${key}.url: must be the address of a repository, such as https://github.com/acme/fleet`,
    ],
    [
      'credentials',
      repositoryWith({ url: 'https://me:secret@github.com/acme/fleet' }),
      `${key}.url: must not hold credentials; they belong into integrations`,
    ],
    [
      'an owner alone',
      repositoryWith({ url: 'https://github.com/acme' }),
      `${key}.url: must name an owner and a repository`,
    ],
    [
      'another protocol',
      repositoryWith({ url: 'ssh://github.com/acme/fleet' }),
      `${key}.url: must begin with https:// and end with the path`,
    ],
    [
      'no name of a branch',
      repositoryWith({ branch: 'a..b' }),
      `${key}.branch: must be the name of a branch`,
    ],
    [
      'an unknown way to merge',
      repositoryWith({ merge: { method: 'octopus' } }),
      `${key}.merge.method: must be one of merge, squash, rebase`,
    ],
    [
      'a path out of the repository',
      ruleWith({ path: '../{cluster}.yaml' }),
      `${rule}.path: must be a path below the root of the repository, without empty parts, . and ..`,
    ],
    [
      'an absolute path',
      ruleWith({ path: '/{cluster}.yaml' }),
      `${rule}.path: must be a path below the root of the repository, without empty parts, . and ..`,
    ],
    [
      'a path into Git itself',
      ruleWith({ path: '.git/{cluster}.yaml' }),
      `${rule}.path: must not lead into .git`,
    ],
    [
      'an unknown placeholder',
      ruleWith({ path: '{team}/{cluster}.yaml' }),
      `${rule}.path: {team} stands for nothing; there are {account}, {region}, {cluster}, {partition} and {label.<key>}`,
    ],
    [
      'an open brace',
      ruleWith({ path: '{cluster.yaml' }),
      `${rule}.path: a brace is left open`,
    ],
    [
      'a path with a query',
      ruleWith({ path: '{cluster}.yaml?ref=x' }),
      `${rule}.path: must be a path without spaces, backslashes, ?, # and %`,
    ],
    [
      'a file of another kind',
      ruleWith({ path: '{cluster}/main.tf' }),
      `${rule}.path: must end in .json, .yaml, .yml or .tfvars`,
    ],
    [
      'an account that is no account',
      ruleWith({ match: { accounts: ['11112222333'] } }),
      `${rule}.match.accounts[0]: must be 12 digits, quoted`,
    ],
    [
      'an unknown partition',
      ruleWith({ match: { partitions: ['aws-eu'] } }),
      `${rule}.match.partitions[0]: must be one of aws, aws-cn, aws-us-gov`,
    ],
    [
      'a label that is no text',
      ruleWith({ match: { labels: { env: true } } }),
      `${rule}.match.labels.env: must be a text, quoted, or a list of texts`,
    ],
    [
      'no pointer',
      ruleWith({ fields: { version: 'kubernetes_version' } }),
      `${rule}.fields.version: must be a JSON pointer, such as /kubernetes_version`,
    ],
    [
      'a pointer with a wrong escape',
      ruleWith({ fields: { version: '/a~b' } }),
      `${rule}.fields.version: a ~ must be written ~0, a / in a key ~1`,
    ],
    [
      'add-ons without a name',
      ruleWith({ fields: { addons: '/addons/vpc-cni' } }),
      `${rule}.fields.addons: must say with {name} which one it is`,
    ],
    [
      'a version with a name',
      ruleWith({ fields: { version: '/{name}/version' } }),
      `${rule}.fields.version: has no {name}; there is one of a cluster`,
    ],
  ])('refuses %s by the name of its field', (_, repositories, message) => {
    expect(() => read(repositories)).toThrow(new Error(message));
  });

  it('names a field that is missing', () => {
    expect(() => read(ruleWith({ path: undefined }))).toThrow(
      'eksFleet.fleetRepositories[0].clusters[1].path',
    );
  });
});

describe('readWrites', () => {
  it.each([
    [undefined, 'off'],
    ['off', 'off'],
    ['on', 'on'],
    [true, 'on'],
    [false, 'off'],
  ])('reads %s as %s', (writes, value) => {
    expect(readWrites(new ConfigReader({ eksFleet: { writes } } as any))).toBe(
      value,
    );
  });

  it('refuses other words', () => {
    expect(() =>
      readWrites(new ConfigReader({ eksFleet: { writes: 'maybe' } })),
    ).toThrow('eksFleet.writes: must be on or off');
  });
});

describe('checkProvisioners', () => {
  const check = (more: object) =>
    checkProvisioners(read(ruleWith(more)), shippedProvisioners);

  it('has nothing against rules for what ships', () => {
    expect(() => check({})).not.toThrow();
  });

  it.each([
    [
      { provisioner: 'pulumi' },
      'eksFleet.fleetRepositories[0].clusters[1].provisioner: there is no pulumi; there are terraform, kro, ack, crossplane, capa, eksctl, values',
    ],
    [
      { provisioner: 'values', fields: {} },
      'eksFleet.fleetRepositories[0].clusters[1].fields: version is missing; it is the JSON pointer of the Kubernetes version',
    ],
    [
      { provisioner: 'ack', settings: { scope: 'cluster' } },
      'eksFleet.fleetRepositories[0].clusters[1].settings.scope: there is no such setting; there are namespace',
    ],
    [
      { provisioner: 'kro', settings: { managementAccountId: 'hub' } },
      'eksFleet.fleetRepositories[0].clusters[1].settings.managementAccountId: must be the twelve digits of the account that the hub is in',
    ],
    [
      { provisioner: 'values', settings: { namespace: 'a' } },
      'eksFleet.fleetRepositories[0].clusters[1].settings.namespace: values has no settings',
    ],
  ])('refuses %j by the name of the field', (more, message) => {
    expect(() => check(more)).toThrow(new Error(message));
  });
});
