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

import type { CustomFieldExtensionSchema } from '@backstage/plugin-scaffolder-react';

type Schema = CustomFieldExtensionSchema['returnValue'];

const text = (description?: string): Schema => ({
  type: 'string',
  ...(description && { description }),
});
const texts: Schema = { type: 'array', items: text() };
const count: Schema = { type: 'integer', minimum: 0 };
const flag = (description: string): Schema => ({
  type: 'boolean',
  description,
});

/** What a field hands over, and the options that it takes besides those of all fields. */
function schemaOf(
  returnValue: Schema,
  options: Record<string, Schema> = {},
): CustomFieldExtensionSchema {
  return {
    returnValue,
    uiOptions: {
      type: 'object',
      properties: {
        kind: {
          enum: ['namespace', 'cluster', 'application'],
          description: 'What the template asks for; `namespace` by default',
        },
        operation: {
          enum: ['create', 'change', 'extend', 'delete', 'adopt'],
          description: '`create` by default',
        },
        fields: {
          type: 'object',
          additionalProperties: text(),
          description:
            'Names of the parameters of the template, where they are called otherwise than in the templates that ship',
        },
        ...options,
      },
    },
  };
}

export const clusterPickerSchema = schemaOf(
  text('The entity of the cluster, or its key without one'),
  {
    placement: flag(
      'Ranks the clusters that a new namespace could be on, once team and environment are known',
    ),
  },
);

export const textSchema = schemaOf(text());

export const daySchema = schemaOf(text('A day such as 2026-12-24, in UTC'));

export const quotaSchema = schemaOf({
  type: 'object',
  properties: {
    cpuRequests: text('Cores, such as 2 or 500m'),
    memoryRequests: text('Such as 8Gi'),
    memoryLimits: text('Such as 16Gi'),
    pods: count,
    storage: text('Such as 20Gi; none where 0'),
    persistentVolumeClaims: count,
    loadBalancers: count,
  },
});

export const accessSchema = schemaOf({
  type: 'array',
  items: {
    type: 'object',
    properties: {
      kubernetesGroup: text(),
      principalArn: text(),
      level: { enum: ['view', 'edit'] },
    },
  },
});

export const accountRegionSchema = schemaOf({
  type: 'object',
  properties: { accountId: text('Twelve digits'), region: text() },
});

export const nodeGroupsSchema = schemaOf({
  anyOf: [
    text('The name of one that the cluster has'),
    {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: text(),
          instanceTypes: texts,
          capacityType: { enum: ['ON_DEMAND', 'SPOT'] },
          amiType: text('As EKS calls it, such as AL2023_ARM_64_STANDARD'),
          minSize: count,
          maxSize: count,
        },
      },
    },
  ],
});

export const addonsSchema = schemaOf(texts, {
  gitops: flag('Those that Argo CD brings, instead of those of EKS'),
  of: {
    enum: ['present', 'absent'],
    description:
      'Only those that are on the cluster, or only those that are not',
  },
});

export const reviewSchema = schemaOf({
  type: 'object',
  description: 'What a day-two form was opened on; empty for a new thing',
  properties: { specHash: text(), commit: text() },
});
