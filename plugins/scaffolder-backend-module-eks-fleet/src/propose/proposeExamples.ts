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

export const PROPOSE_ACTION = 'eks-fleet:gitops:propose';

export const proposeExamples: TemplateExample[] = [
  {
    description: 'Propose files that a step before wrote into the workspace',
    example: stringify({
      steps: [
        {
          id: 'files',
          action: 'fetch:template',
          input: {
            url: './skeleton',
            targetPath: './proposal',
            values: { team: '${{ parameters.team }}' },
          },
        },
        {
          id: 'propose',
          action: PROPOSE_ACTION,
          input: {
            repository: 'fleet',
            name: 'team-${{ parameters.team }}',
            title: 'Add the team ${{ parameters.team }}',
            description: '${{ parameters.reason }}',
            sourcePath: './proposal',
            targetPath: 'teams/${{ parameters.team }}',
          },
        },
      ],
    }),
  },
  {
    description:
      'Change one value, from what it was when the form was filled in to what it is to be',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: PROPOSE_ACTION,
          input: {
            repository: 'fleet',
            name: '${{ parameters.cluster }}-nodes',
            title:
              'Let ${{ parameters.cluster }} have up to ${{ parameters.to }} nodes',
            edits: [
              {
                path: 'clusters/${{ parameters.cluster }}/cluster.yaml',
                fields: [
                  {
                    pointer: '/spec/nodeGroups/workers/maxSize',
                    from: '${{ parameters.from }}',
                    to: '${{ parameters.to }}',
                  },
                ],
              },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Give a file whole, and take another one away',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: PROPOSE_ACTION,
          input: {
            repository: 'fleet',
            name: 'orders-contact',
            title: 'Say who looks after orders',
            files: [
              {
                path: 'teams/orders/contact.yaml',
                content: 'chat: "#orders"\n',
              },
            ],
            replaceExisting: true,
            deletions: ['teams/orders/OWNER.txt'],
          },
        },
      ],
    }),
  },
];
