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
import type { JsonObject, JsonValue } from '@backstage/types';
import { readProviderConfigs } from './readProviderConfigs';

const A = '111122223333';
const B = '222233334444';
const GOOD = { accounts: [A], regions: ['eu-west-1'] };
const MAIN = 'catalog.providers.eksFleet.main';

function read(providers: Record<string, JsonValue>, aws?: JsonObject) {
  return readProviderConfigs(
    new ConfigReader({
      ...(aws && { aws }),
      catalog: { providers: { eksFleet: providers } },
    }),
  );
}

describe('readProviderConfigs', () => {
  it('discovers nothing without configuration', () => {
    expect(readProviderConfigs(new ConfigReader({}))).toEqual([]);
    expect(
      readProviderConfigs(new ConfigReader({ catalog: { providers: {} } })),
    ).toEqual([]);
  });

  it('fills in what the smallest configuration leaves out', () => {
    expect(read({ main: GOOD })).toEqual([
      {
        id: 'main',
        partition: 'aws',
        accounts: [A],
        organization: undefined,
        regions: ['eu-west-1'],
        namespace: 'default',
        tags: { owner: undefined, system: undefined, labels: {} },
        defaultOwner: 'unknown',
        kubernetesPlugin: {
          annotate: false,
          roleName: undefined,
          externalId: undefined,
        },
        links: [],
        limits: { requestsPerSecond: 10, burst: 20 },
        schedule: { frequency: { minutes: 10 }, timeout: { minutes: 8 } },
        removal: {
          graceScans: 2,
          rejectAbovePercentage: 30,
          rejectMinimum: 10,
          orphanDays: 7,
        },
        eventTopics: [],
      },
    ]);
  });

  it('reads all there is', () => {
    const [config] = read({
      cn: {
        partition: 'aws-cn',
        accounts: [A, A],
        organization: {
          accountId: '999988887777',
          organizationalUnits: ['ou-ab12-34cd56ef', 'r-ab12'],
          excludeAccounts: ['999988887777'],
        },
        regions: ['cn-north-1', 'cn-northwest-1', 'cn-north-1'],
        namespace: 'fleet',
        tags: {
          owner: 'team',
          system: 'system',
          labels: { env: 'Environment', 'acme.com/tier': 'Tier' },
        },
        defaultOwner: 'platform',
        kubernetesPlugin: {
          annotate: true,
          roleName: 'some/path/eks-fleet-kubernetes',
          externalId: 'acme',
        },
        links: [{ title: 'G', url: 'https://g.example.com/{cluster}' }],
        limits: { requestsPerSecond: 0.5, burst: 1 },
        schedule: { frequency: 'PT1H', timeout: { minutes: 5 } },
        removal: {
          graceScans: 3,
          rejectAbovePercentage: 0,
          rejectMinimum: 0,
          orphanDays: 0,
        },
        events: { topics: ['eks'] },
      },
    });
    expect(config).toMatchObject({
      id: 'cn',
      partition: 'aws-cn',
      accounts: [A],
      organization: { organizationalUnits: ['ou-ab12-34cd56ef', 'r-ab12'] },
      regions: ['cn-north-1', 'cn-northwest-1'],
      tags: { labels: { env: 'Environment', 'acme.com/tier': 'Tier' } },
      defaultOwner: 'platform',
      kubernetesPlugin: { roleName: 'some/path/eks-fleet-kubernetes' },
      limits: { requestsPerSecond: 0.5, burst: 1 },
      removal: { rejectAbovePercentage: 0, orphanDays: 0 },
      eventTopics: ['eks'],
    });
  });

  it.each<[string, JsonObject, string, string]>([
    [
      'an unknown partition',
      { partition: 'aws-eu' },
      'partition',
      'aws-us-gov',
    ],
    ['accounts that are no list', { accounts: A }, 'accounts', 'list'],
    [
      'an account of eleven digits',
      { accounts: ['11112222333'] },
      'accounts[0]',
      'twelve digits',
    ],
    [
      'an account that is a name',
      { accounts: [A, 'dev'] },
      'accounts[1]',
      'twelve digits',
    ],
    [
      'an account that is a number',
      { accounts: [111122223333] },
      'accounts[0]',
      'quotes',
    ],
    ['no account', { accounts: [] }, 'accounts', 'names no account'],
    [
      'an organization without an account',
      { organization: { organizationalUnits: [] } },
      'organization.accountId',
      'twelve digits',
    ],
    [
      'an organization of a number',
      { organization: { accountId: 1 } },
      'organization.accountId',
      'quotes',
    ],
    [
      'a wrong organizational unit',
      { organization: { accountId: B, organizationalUnits: ['Prod'] } },
      'organization.organizationalUnits[0]',
      'ou-ab12-34cd56ef',
    ],
    [
      'a wrong excluded account',
      { organization: { accountId: B, excludeAccounts: ['x'] } },
      'organization.excludeAccounts[0]',
      'twelve digits',
    ],
    ['no Region', { regions: [] }, 'regions', 'enabled'],
    ['another word for Regions', { regions: 'all' }, 'regions', 'enabled'],
    [
      'an unknown Region',
      { regions: ['eu-west-1', 'eu-west-99'] },
      'regions[1]',
      'no AWS Region',
    ],
    [
      'a Region that is a number',
      { regions: [1] },
      'regions[0]',
      'no AWS Region',
    ],
    [
      'a Region of another partition',
      { regions: ['cn-north-1'] },
      'regions[0]',
      'aws-cn',
    ],
    [
      'a Region of no partition of ours',
      { regions: ['us-iso-east-1'] },
      'regions[0]',
      'aws-iso',
    ],
    ['a wrong namespace', { namespace: 'My Fleet' }, 'namespace', 'lower-case'],
    [
      'a wrong label',
      { tags: { labels: { 'not a label': 'x' } } },
      'tags.labels',
      'not a label',
    ],
    [
      'a label without a tag',
      { tags: { labels: { env: 5 } } },
      'tags.labels.env',
      'name of a tag',
    ],
    [
      'an owner tag that is no name',
      { tags: { owner: 5 } },
      'tags.owner',
      'string',
    ],
    [
      'an owner that is no reference',
      { defaultOwner: 'Team Ä/1' },
      'defaultOwner',
      'group:default/platform',
    ],
    [
      'an owner of three parts',
      { defaultOwner: 'a:b:c' },
      'defaultOwner',
      'group:default/platform',
    ],
    [
      'a role that is an ARN',
      { kubernetesPlugin: { roleName: `arn:aws:iam::${A}:role/x` } },
      'kubernetesPlugin.roleName',
      'not an ARN',
    ],
    [
      'a switch that is neither',
      { kubernetesPlugin: { annotate: 'maybe' } },
      'kubernetesPlugin.annotate',
      'boolean',
    ],
    [
      'a link to a file',
      { links: [{ title: 'x', url: 'file:///etc/passwd' }] },
      'links[0].url',
      'https://',
    ],
    [
      'a link without a title',
      { links: [{ url: 'https://x.example.com' }] },
      'links[0].title',
      'Missing',
    ],
    [
      'a rate of nothing',
      { limits: { requestsPerSecond: 0 } },
      'limits.requestsPerSecond',
      'above 0',
    ],
    [
      'a rate that is no number',
      { limits: { requestsPerSecond: 'fast' } },
      'limits.requestsPerSecond',
      'number',
    ],
    [
      'a burst of nothing',
      { limits: { burst: 0 } },
      'limits.burst',
      'at least 1',
    ],
    [
      'no grace',
      { removal: { graceScans: 0 } },
      'removal.graceScans',
      'at least 1',
    ],
    [
      'a share above all',
      { removal: { rejectAbovePercentage: 101 } },
      'removal.rejectAbovePercentage',
      'at most 100',
    ],
    [
      'a negative number',
      { removal: { rejectMinimum: -1 } },
      'removal.rejectMinimum',
      'at least 0',
    ],
    [
      'days in the past',
      { removal: { orphanDays: -1 } },
      'removal.orphanDays',
      'at least 0',
    ],
    [
      'a schedule without an end',
      { schedule: { frequency: { minutes: 1 } } },
      'schedule',
      'timeout',
    ],
    [
      'a topic that is no text',
      { events: { topics: [1] } },
      'events.topics',
      'string',
    ],
  ])('stops at %s', (_, wrong, key, words) => {
    expect(() => read({ main: { ...GOOD, ...wrong } })).toThrow(key);
    expect(() => read({ main: { ...GOOD, ...wrong } })).toThrow(words);
  });

  it('stops at a provider id that is none', () => {
    expect(() => read({ 'my fleet': GOOD })).toThrow(
      'catalog.providers.eksFleet.my fleet is no provider id',
    );
  });

  it.each<[string, JsonObject, string]>([
    [
      'aws.accountDefaults.roleName',
      { accountDefaults: { roleName: `arn:aws:iam::${A}:role/x` } },
      'not an ARN',
    ],
    [
      'aws.accounts[1].roleName',
      { accounts: [{ accountId: A }, { accountId: B, roleName: 'a b' }] },
      'no IAM role name',
    ],
    [
      `${MAIN}.kubernetesPlugin.roleName`,
      { accountDefaults: { roleName: 'eks-fleet-kubernetes' } },
      'aws.accountDefaults.roleName assumes already',
    ],
    [
      `${MAIN}.kubernetesPlugin.roleName`,
      { accounts: [{ accountId: A, roleName: 'eks-fleet-kubernetes' }] },
      'aws.accounts[0].roleName assumes already',
    ],
  ])('stops at a wrong %s', (key, aws, words) => {
    const main = {
      ...GOOD,
      kubernetesPlugin: { roleName: 'eks-fleet-kubernetes' },
    };
    expect(() => read({ main }, aws)).toThrow(key);
    expect(() => read({ main }, aws)).toThrow(words);
  });

  const organization = (...organizationalUnits: string[]) => ({
    accountId: '999988887777',
    organizationalUnits,
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['one account and Region', GOOD, GOOD, `account ${A} in eu-west-1`],
    [
      'one among several',
      { accounts: [A, B], regions: ['us-east-1', 'eu-west-1'] },
      { accounts: [B], regions: ['eu-west-1'] },
      `account ${B} in eu-west-1`,
    ],
    [
      'all Regions of one account',
      { accounts: [A], regions: 'enabled' },
      { accounts: [A], regions: 'enabled' },
      `account ${A} in all Regions`,
    ],
    [
      'a Region among all',
      { accounts: [A], regions: 'enabled' },
      { accounts: [A], regions: ['us-east-1'] },
      `account ${A} in us-east-1`,
    ],
    [
      'an organization',
      { organization: organization(), regions: ['eu-west-1'] },
      {
        organization: organization('ou-ab12-34cd56ef'),
        regions: ['eu-west-1'],
      },
      'organization of account 999988887777 in eu-west-1',
    ],
    [
      'an organizational unit',
      {
        organization: organization('ou-ab12-34cd56ef'),
        regions: ['eu-west-1'],
      },
      {
        organization: organization('ou-ab12-11111111', 'ou-ab12-34cd56ef'),
        regions: ['eu-west-1'],
      },
      'organizational unit ou-ab12-34cd56ef in eu-west-1',
    ],
  ])('stops at two providers over %s', (_, one, other, words) => {
    expect(() => read({ one, other })).toThrow(
      'catalog.providers.eksFleet.one and catalog.providers.eksFleet.other both cover',
    );
    expect(() => read({ one, other })).toThrow(words);
  });

  it('takes providers side by side that share no target', () => {
    const configs = read({
      europe: { accounts: [A, B], regions: ['eu-west-1'] },
      america: { accounts: [A, B], regions: ['us-east-1'] },
      china: { partition: 'aws-cn', accounts: [A], regions: ['cn-north-1'] },
      units: {
        organization: organization('ou-ab12-34cd56ef'),
        regions: ['eu-west-1'],
      },
      others: {
        organization: organization('ou-ab12-11111111'),
        regions: ['eu-west-1'],
      },
    });
    expect(configs.map(({ id }) => id)).toEqual([
      'europe',
      'america',
      'china',
      'units',
      'others',
    ]);
  });
});
