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
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readProxies } from './readProxies';

const KEY = 'eksFleet.kubernetes.proxies';
const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';

const read = (proxies: JsonObject[], privateEndpoints = false) =>
  readProxies(
    new ConfigReader({ eksFleet: { kubernetes: { proxies } } }),
    KEY,
    {
      privateEndpoints,
    },
  );
const proxy = (more: JsonObject = {}) => ({
  id: 'hub',
  url: 'http://proxy.example.com:3128',
  ...more,
});

describe('readProxies', () => {
  it('knows of none where none is configured', () => {
    expect(
      readProxies(new ConfigReader({}), KEY, { privateEndpoints: true }),
    ).toEqual([]);
  });

  it('takes what is configured, in its order', () => {
    const match = {
      accounts: ['111122223333'],
      regions: ['eu-west-1', 'us-gov-west-1'],
      clusters: [ARN],
    };
    expect(
      read([
        proxy({
          match,
          username: 'portal',
          password: 'p:w',
          privateEndpoints: true,
        }),
        proxy({ id: 'other', url: 'https://[fd00::1]:8443/' }),
      ]),
    ).toEqual([
      {
        id: 'hub',
        url: 'http://proxy.example.com:3128',
        credentials: { username: 'portal', password: 'p:w' },
        match,
        privateEndpoints: true,
      },
      {
        id: 'other',
        url: 'https://[fd00::1]:8443',
        credentials: undefined,
        match: undefined,
        privateEndpoints: false,
      },
    ]);
  });

  it('reaches private endpoints as the portal does unless told', () => {
    const reaches = read(
      [proxy(), proxy({ id: 'other', privateEndpoints: false })],
      true,
    ).map(({ privateEndpoints }) => privateEndpoints);
    expect(reaches).toEqual([true, false]);
  });

  it('takes the configuration of the documentation', () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../docs/kubernetes-access.md'),
      'utf8',
    );
    const [, yaml] =
      /^```yaml\n(eksFleet:\n {2}kubernetes:\n {4}proxies:[\s\S]*?)^```$/m.exec(
        text,
      )!;
    const { eksFleet } = parse(yaml);
    expect(
      read(eksFleet.kubernetes.proxies).map(({ id, match }) => [id, match]),
    ).toEqual([
      ['payments', expect.objectContaining({ accounts: ['111122223333'] })],
      ['egress', undefined],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['.id', { id: 'two words' }],
    ['.url', { url: 'proxy.example.com' }],
    ['.url', { url: 'socks5://proxy.example.com:1080' }],
    ['.url', { url: 'http://proxy.example.com/path' }],
    ['.username', { password: 'x' }],
    ['.password', { username: 'x' }],
    ['.username', { username: 'a:b', password: 'x' }],
    ['.match.accounts', { match: { accounts: ['payments'] } }],
    ['.match.regions', { match: { regions: ['Ireland'] } }],
    ['.match.regions', { match: { regions: [] } }],
    ['.match.clusters', { match: { clusters: ['orders'] } }],
    ['.match.cluster', { match: { cluster: ARN } }],
  ])('refuses a wrong %s', (field, more) => {
    expect(() => read([proxy({ id: 'first' }), proxy(more)])).toThrow(
      `${KEY}[1]${field}: `,
    );
  });

  it('refuses one id twice', () => {
    expect(() => read([proxy(), proxy()])).toThrow(
      `${KEY}[1].id: "hub" is the id of another proxy too`,
    );
  });

  it('quotes no credentials', () => {
    expect(() =>
      read([proxy({ url: 'http://portal:hunter2@proxy.example.com' })]),
    ).toThrow(
      new Error(`${KEY}[0].url: credentials belong into username and password`),
    );
  });
});
