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
import { generateKeyPairSync } from 'node:crypto';
import { readPolicyReporters } from './readPolicyReporters';

const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
const URL = 'https://policy-reporter.orders.example.com/';

const read = (...policyReporters: object[]) =>
  readPolicyReporters(
    new ConfigReader({ eksFleet: { policies: { policyReporters } } }),
  );

describe('readPolicyReporters', () => {
  it('has none by default', () => {
    expect(readPolicyReporters(new ConfigReader({}))).toEqual([]);
  });

  it('reads one for each cluster', () => {
    expect(
      read(
        { cluster: CLUSTER, url: URL },
        {
          cluster: `${CLUSTER}-2`,
          url: 'http://10.0.0.7:8080',
          basicAuth: { username: 'portal', password: 'a:b' },
          readNamespaces: true,
        },
      ),
    ).toEqual([
      {
        cluster: CLUSTER,
        url: 'https://policy-reporter.orders.example.com',
        certificateAuthority: undefined,
        basicAuth: undefined,
        allowLocalAddresses: false,
        readNamespaces: false,
      },
      {
        cluster: `${CLUSTER}-2`,
        url: 'http://10.0.0.7:8080',
        certificateAuthority: undefined,
        basicAuth: { username: 'portal', password: 'a:b' },
        allowLocalAddresses: false,
        readNamespaces: true,
      },
    ]);
  });

  const noCertificate = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();

  it.each<[string, object[], string]>([
    [
      'no cluster',
      [{ url: URL }],
      'eksFleet.policies.policyReporters[0].cluster: "" is no cluster\'s ARN; each Policy Reporter has the reports of one cluster',
    ],
    [
      'a name',
      [{ cluster: 'orders', url: URL }],
      'eksFleet.policies.policyReporters[0].cluster: "orders" is no cluster\'s ARN',
    ],
    [
      'one cluster twice',
      [
        { cluster: CLUSTER, url: URL },
        { cluster: CLUSTER, url: URL },
      ],
      `eksFleet.policies.policyReporters[1].cluster: another one is for ${CLUSTER} too`,
    ],
    [
      'a password in the URL',
      [{ cluster: CLUSTER, url: 'https://me:secret@host' }],
      'eksFleet.policies.policyReporters[0].url: is no http or https URL without user and password in it',
    ],
    [
      'the metadata service',
      [{ cluster: CLUSTER, url: 'http://169.254.169.254' }],
      'eksFleet.policies.policyReporters[0].url: leads to this machine or to a link-local address',
    ],
    [
      'this machine',
      [{ cluster: CLUSTER, url: 'http://localhost:8080' }],
      'eksFleet.policies.policyReporters[0].url: leads to this machine',
    ],
    [
      'an authority that is none',
      [{ cluster: CLUSTER, url: URL, ca: noCertificate }],
      'eksFleet.policies.policyReporters[0].ca: is no certificate in PEM',
    ],
    [
      'a user name that nobody could send',
      [
        {
          cluster: CLUSTER,
          url: URL,
          basicAuth: { username: 'a:b', password: 'secret' },
        },
      ],
      'eksFleet.policies.policyReporters[0].basicAuth.username: must hold no colon',
    ],
  ])('refuses %s', (_, policyReporters, message) => {
    expect(() => read(...policyReporters)).toThrow(message);
  });

  it('may lead to this machine where it is told so', () => {
    expect(
      read({
        cluster: CLUSTER,
        url: 'http://127.0.0.1:4610/policy-reporter',
        dangerouslyAllowLoopback: true,
      }),
    ).toMatchObject([
      {
        url: 'http://127.0.0.1:4610/policy-reporter',
        allowLocalAddresses: true,
      },
    ]);
  });
});
