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

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const APPLICATION_ACTION = 'eks-fleet:app:request';

export const applicationExamples: TemplateExample[] = [
  {
    description:
      'Deploy a folder of a repository to the clusters of an environment',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: APPLICATION_ACTION,
          input: {
            owner: '${{ parameters.owner }}',
            name: 'orders',
            environment: 'dev',
            namespace: 'orders-dev',
            source: {
              repoUrl: 'https://github.com/acme/orders',
              path: 'deploy/dev',
              targetRevision: '${{ parameters.revision }}',
            },
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Promote what runs in one environment to the next',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: APPLICATION_ACTION,
          input: {
            owner: '${{ parameters.owner }}',
            name: 'orders',
            environment: 'prod',
            promoteFrom: 'staging',
            promoteParameters: ['image.tag'],
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
];
