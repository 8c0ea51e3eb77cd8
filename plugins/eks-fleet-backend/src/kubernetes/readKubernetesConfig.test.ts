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
import { readKubernetesConfig } from './readKubernetesConfig';

const read = (kubernetes?: JsonObject) =>
  readKubernetesConfig(new ConfigReader({ eksFleet: { kubernetes } }));

describe('readKubernetesConfig', () => {
  it('calls nobody unless told, and knows the names of the documentation', () => {
    expect(read()).toEqual({
      enabled: false,
      roleName: 'eks-fleet-kubernetes',
      externalId: undefined,
      privateEndpoints: false,
      proxies: [],
      dangerouslyAllowHosts: [],
      ownerLabels: ['backstage.io/owner', 'team'],
      reporter: {
        enabled: false,
        audience: 'eks-fleet',
        subject: 'system:serviceaccount:eks-fleet:fleet-reporter',
      },
    });
  });

  it('takes what is configured', () => {
    const kubernetes = {
      enabled: true,
      roleName: 'own+role',
      externalId: 'acme',
      privateEndpoints: true,
      dangerouslyAllowHosts: ['127.0.0.1', 'localhost:4611', '[::1]'],
      ownerLabel: 'acme.example/team',
      reporter: {
        enabled: true,
        audience: 'portal',
        subject: 'system:serviceaccount:platform:reporter',
      },
    };
    const { ownerLabel, ...rest } = kubernetes;
    expect(read(kubernetes)).toEqual({
      ...rest,
      proxies: [],
      ownerLabels: [ownerLabel],
    });
  });

  it('takes the configuration of the documentation', () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../docs/kubernetes-access.md'),
      'utf8',
    );
    const [, yaml] = /^```yaml\n(eksFleet:[\s\S]*?)^```$/m.exec(text)!;
    expect(readKubernetesConfig(new ConfigReader(parse(yaml)))).toEqual({
      ...read(),
      enabled: true,
      reporter: { ...read().reporter, enabled: true },
    });
  });

  it.each([
    ['roleName', { roleName: 'arn:aws:iam::1:role/x' }],
    ['dangerouslyAllowHosts', { dangerouslyAllowHosts: ['https://a'] }],
    ['dangerouslyAllowHosts', { dangerouslyAllowHosts: ['*'] }],
    ['ownerLabel', { ownerLabel: 'two words' }],
    ['reporter.audience', { reporter: { audience: 'two words' } }],
    ['reporter.subject', { reporter: { subject: 'fleet-reporter' } }],
  ])('refuses a wrong %s', (key, kubernetes) => {
    expect(() => read(kubernetes)).toThrow(`eksFleet.kubernetes.${key}: `);
  });
});
