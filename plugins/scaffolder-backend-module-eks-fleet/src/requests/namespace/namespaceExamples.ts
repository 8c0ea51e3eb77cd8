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

export const NAMESPACE_ACTION = 'eks-fleet:namespace:request';

export const namespaceExamples: TemplateExample[] = [
  {
    description: 'Ask for a namespace that ends by itself',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: NAMESPACE_ACTION,
          input: {
            owner: '${{ parameters.owner }}',
            name: '${{ parameters.name }}',
            cluster: '${{ parameters.cluster }}',
            environment: 'dev',
            quota: {
              cpuRequests: '2',
              memoryRequests: '4Gi',
              memoryLimits: '8Gi',
              pods: 30,
            },
            sourceRepos: ['https://github.com/acme/orders'],
            expiresOn: '${{ parameters.expiresOn }}',
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
];
