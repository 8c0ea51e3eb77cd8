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
import { applicationAt, locateApplication } from './locateApplication';
import { locateNamespace, namespaceAt } from './locateNamespace';
import { readFleetRepositories } from './readFleetRepositories';

const PLACE = {
  team: 'payments',
  environment: 'prod',
  accountId: '111122223333',
  region: 'eu-west-1',
  cluster: 'orders-prod',
  namespace: 'checkout',
};

const FOLDER =
  'namespaces/payments/prod/111122223333/eu-west-1/orders-prod/checkout';

function read(more: object) {
  return readFleetRepositories(
    new ConfigReader({
      eksFleet: {
        fleetRepositories: [
          { id: 'a', url: 'https://github.com/acme/a', branch: 'main' },
          {
            id: 'b',
            url: 'https://github.com/acme/b',
            branch: 'main',
            ...more,
          },
        ],
      },
    } as any),
  );
}

describe('where namespaces are described', () => {
  const rules = read({ namespaces: {} });

  it('has a rule that ships, and settings with it', () => {
    const located = locateNamespace(rules, PLACE);
    expect(located).toMatchObject({
      folder: {
        repository: { id: 'b' },
        directory: FOLDER,
        place: PLACE,
        settings: {
          argocdNamespace: 'argocd',
          destination: 'server',
          ingressNamespaces: [],
        },
      },
    });
  });

  it.each([FOLDER, `${FOLDER}/namespace.yaml`, `${FOLDER}/project.yaml`])(
    'knows whose %s is',
    path => {
      expect(namespaceAt(rules[1], path)).toMatchObject({
        directory: FOLDER,
        place: PLACE,
      });
    },
  );

  it.each([
    'namespaces/payments/prod',
    `${FOLDER}/more/namespace.yaml`,
    `x/${FOLDER}`,
    FOLDER.replace('checkout', '..'),
    FOLDER.replace('checkout', 'Check.out'),
    `${FOLDER}\n`,
  ])('knows nobody’s at %j', path => {
    expect(namespaceAt(rules[1], path)).toBeUndefined();
  });

  it('takes the first rule that fits, both ways', () => {
    const two = read({
      namespaces: [
        {
          match: { environments: ['prod'], clusters: ['orders-*'] },
          path: 'prod/{team}/{environment}/{account}-x/{region}/{cluster}/{namespace}',
        },
        {},
      ],
    });
    const at =
      'prod/payments/prod/111122223333-x/eu-west-1/orders-prod/checkout';
    expect(locateNamespace(two, PLACE)).toMatchObject({
      folder: { directory: at },
    });
    expect(namespaceAt(two[1], at)?.place).toEqual(PLACE);
    expect(namespaceAt(two[1], FOLDER)).toBeUndefined();
    const stage = { ...PLACE, environment: 'stage' };
    expect(locateNamespace(two, stage)).toMatchObject({
      folder: { directory: FOLDER.replace('/prod/', '/stage/') },
    });
  });

  it.each([
    ['../x', 'its team cannot be part of a path'],
    ['', 'its team cannot be part of a path'],
  ])('has no path for the team %j', (team, problem) => {
    expect(locateNamespace(rules, { ...PLACE, team })).toEqual({
      notLocated: expect.stringContaining(problem),
    });
  });

  it('says where there is no rule', () => {
    expect(locateNamespace(read({}), PLACE)).toEqual({
      notLocated:
        'No rule fits namespace checkout of payments on orders-prod (eksFleet.fleetRepositories[].namespaces).',
    });
  });
});

describe('where applications are described', () => {
  const rules = read({ applications: {} });
  const place = {
    team: 'payments',
    application: 'checkout',
    environment: 'prod',
  };
  const path = 'applications/payments/checkout/prod.yaml';

  it('has a rule that ships, both ways', () => {
    expect(locateApplication(rules, place)).toMatchObject({
      file: { path, place },
    });
    expect(applicationAt(rules[1], path)?.place).toEqual(place);
    expect(applicationAt(rules[1], `${path}.bak`)).toBeUndefined();
    expect(
      applicationAt(rules[1], path.replace('.yaml', 'xyaml')),
    ).toBeUndefined();
    expect(applicationAt(rules[0], path)).toBeUndefined();
  });

  it('says where there is no rule', () => {
    const only = read({ applications: { match: { teams: ['ledger'] } } });
    expect(locateApplication(only, place)).toEqual({
      notLocated: expect.stringContaining('No rule fits application checkout'),
    });
    expect(applicationAt(only[1], path)).toBeUndefined();
  });
});

describe('rules that are of no use', () => {
  const key = 'eksFleet.fleetRepositories[1]';
  const all = '{team}/{environment}/{account}/{region}/{cluster}';

  it.each<[object, string]>([
    [
      { namespaces: { path: `${all}/x` } },
      `${key}.namespaces.path: {namespace} is missing`,
    ],
    [
      { namespaces: [{ path: `${all}/{namespace}/{x}` }] },
      `${key}.namespaces[0].path: {x} stands for nothing`,
    ],
    [
      { namespaces: { path: `${all}-{namespace}` } },
      `${key}.namespaces.path: {cluster}-{namespace} has two placeholders`,
    ],
    [
      { namespaces: { path: `../${all}/{namespace}` } },
      `${key}.namespaces.path: must be a path below the root`,
    ],
    [
      { namespaces: { path: `${all}/{namespace}/x` } },
      `${key}.namespaces.path: must end as`,
    ],
    [
      { namespaces: { match: { names: ['a'] } } },
      `${key}.namespaces.match.names: there is no such list`,
    ],
    [
      { namespaces: { settings: { destination: 'arn' } } },
      `${key}.namespaces.settings.destination: must be one of server, name`,
    ],
    [
      { namespaces: { settings: { dnsCidrs: ['10.0.0.10'] } } },
      `${key}.namespaces.settings.dnsCidrs[0]: must be a block`,
    ],
    [
      { namespaces: { settings: { ingressNamespaces: ['*'] } } },
      `${key}.namespaces.settings.ingressNamespaces[0]: must be the name`,
    ],
    [
      { applications: { path: '{team}/{application}/{environment}.json' } },
      `${key}.applications.path: must end as`,
    ],
    [
      { applications: { match: { accounts: ['1'] } } },
      `${key}.applications.match.accounts: there is no such list`,
    ],
  ])('are refused by their field: %j', (more, message) => {
    expect(() => read(more)).toThrow(message);
  });
});
