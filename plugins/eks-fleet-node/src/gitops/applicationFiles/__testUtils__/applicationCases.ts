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

import {
  checkApplicationSpec,
  type ApplicationSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { placeOfApplication } from '../../config/locateApplication';
import type { ApplicationFileContext } from '../types';

export const EVERYWHERE = checked({
  name: 'checkout',
  owner: 'group:default/payments',
  environment: 'prod',
  namespace: 'checkout',
  source: {
    repoUrl: 'https://github.com/acme/checkout',
    path: 'deploy/prod',
    targetRevision: 'v1.4.2',
  },
});

export const CHART = checked({
  name: 'on',
  owner: 'group:default/no',
  environment: 'stage',
  namespace: 'y',
  clusters: [
    { accountId: '444455556666', region: 'eu-west-1', name: 'null' },
    { accountId: '111122223333', region: 'eu-west-1', name: 'orders-stage' },
  ],
  source: {
    repoUrl: 'https://charts.acme.io/stable',
    chart: 'checkout',
    targetRevision: '1.4.2',
  },
  parameters: { 'image.tag': '1.10', replicas: '3', debug: 'false', note: '' },
  syncPolicy: { automated: false, prune: true },
  promotedFrom: { environment: 'dev', targetRevision: '1.4.2' },
});

export function contextOf(spec: ApplicationSpec): ApplicationFileContext {
  const place = placeOfApplication(spec);
  const { application, environment, team } = place;
  return {
    path: `applications/${team}/${application}/${environment}.yaml`,
    place,
    requestId: 'a1b2c3',
  };
}

export function checked(value: object): ApplicationSpec {
  const result = checkApplicationSpec(value);
  if ('problems' in result) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.spec;
}
