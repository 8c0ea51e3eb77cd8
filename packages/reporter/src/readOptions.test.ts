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

import { readOptions } from './readOptions';

const ENV = {
  FLEET_REPORTER_PORTAL_URL: 'https://portal.example.com/api/eks-fleet',
  FLEET_REPORTER_CLUSTER_ARN: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop',
  FLEET_REPORTER_TOKEN_FILE: '/var/run/secrets/eks-fleet/token',
  KUBERNETES_SERVICE_HOST: '172.20.0.1',
  KUBERNETES_SERVICE_PORT: '443',
};

describe('readOptions', () => {
  it('finds the API server and its token where Kubernetes puts them', () => {
    expect(readOptions(ENV)).toEqual({
      arn: ENV.FLEET_REPORTER_CLUSTER_ARN,
      portalUrl: new URL(ENV.FLEET_REPORTER_PORTAL_URL),
      tokenFile: ENV.FLEET_REPORTER_TOKEN_FILE,
      policies: true,
      api: {
        endpoint: 'https://172.20.0.1:443',
        tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
        authorityFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
      },
    });
  });

  it('takes an API server at an IPv6 address, and labels that name owners', () => {
    const { api, ownerLabels } = readOptions({
      ...ENV,
      KUBERNETES_SERVICE_HOST: 'fd00::1',
      FLEET_REPORTER_OWNER_LABELS: 'acme.example/team, team',
    });
    expect(api.endpoint).toBe('https://[fd00::1]:443');
    expect(ownerLabels).toEqual(['acme.example/team', 'team']);
  });

  it('leaves policies out where it is told to', () => {
    const { policies } = readOptions({
      ...ENV,
      FLEET_REPORTER_POLICIES: 'false',
    });
    expect(policies).toBe(false);
  });

  it.each(Object.keys(ENV))('needs %s', name => {
    expect(() => readOptions({ ...ENV, [name]: ' ' })).toThrow(
      `${name} is not set`,
    );
  });

  it.each([
    ['FLEET_REPORTER_CLUSTER_ARN', 'shop'],
    ['FLEET_REPORTER_POLICIES', 'no'],
    ['FLEET_REPORTER_PORTAL_URL', 'portal'],
    ['FLEET_REPORTER_PORTAL_URL', 'http://portal.example.com'],
    ['FLEET_REPORTER_PORTAL_URL', 'https://a@portal.example.com'],
    ['FLEET_REPORTER_PORTAL_URL', 'https://portal.example.com?a=b'],
  ])('refuses %s %s', (name, value) => {
    expect(() => readOptions({ ...ENV, [name]: value })).toThrow(`${name}: `);
  });
});
