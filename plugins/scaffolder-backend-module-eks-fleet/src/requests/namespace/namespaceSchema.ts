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

import type { Zod } from '../../zod';
import { askingInput, clusterInput, expiresOnInput } from '../requestSchema';

const amount = (z: Zod) => z.union([z.string(), z.number()]);

const quota = (z: Zod) =>
  z
    .object({
      cpuRequests: amount(z).describe('Cores, such as `2` or `500m`'),
      memoryRequests: amount(z).describe('Such as `8Gi`'),
      memoryLimits: amount(z).describe('Such as `16Gi`'),
      cpuLimits: amount(z).optional(),
      gpus: z.number().int().optional(),
      pods: z.number().int(),
      storage: amount(z).optional(),
      persistentVolumeClaims: z.number().int().optional(),
      loadBalancers: z.number().int().optional(),
      nodePorts: z.number().int().optional(),
    })
    .strict();

const amounts = (z: Zod) =>
  z
    .object({ cpu: amount(z).optional(), memory: amount(z).optional() })
    .strict()
    .optional();

const limits = (z: Zod) =>
  z
    .object({
      default: amounts(z),
      defaultRequest: amounts(z),
      min: amounts(z),
      max: amounts(z),
    })
    .strict();

const network = (z: Zod) =>
  z
    .object({
      allowFromNamespaces: z.array(z.string()).optional(),
      allowFromIngress: z.boolean().optional(),
      allowToNamespaces: z.array(z.string()).optional(),
      allowToInternet: z.boolean().optional(),
      allowToCidrs: z
        .array(
          z
            .object({
              cidr: z.string(),
              ports: z.array(z.number().int()).optional(),
            })
            .strict(),
        )
        .optional(),
    })
    .strict();

const access = (z: Zod) =>
  z.array(
    z
      .object({
        kubernetesGroup: z.string().optional(),
        principalArn: z.string().optional(),
        level: z.enum(['view', 'edit']),
      })
      .strict(),
  );

export const namespaceInput = {
  ...askingInput,
  name: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
      .describe('In Kubernetes'),
  cluster: clusterInput,
  environment: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
      .describe('Such as `prod`'),
  quota: (z: Zod) =>
    quota(z).describe('What all pods and claims together may take'),
  limits: (z: Zod) =>
    limits(z)
      .optional()
      .describe('What one container gets where it says nothing, and may have'),
  network: (z: Zod) =>
    network(z)
      .optional()
      .describe(
        'What goes in and out besides DNS and what stays within; nothing by default',
      ),
  podSecurity: (z: Zod) =>
    z
      .object({
        level: z.enum(['restricted', 'baseline', 'privileged']).optional(),
        version: z.string().optional(),
      })
      .strict()
      .optional()
      .describe('Which pods may run; `restricted` by default'),
  access: (z: Zod) =>
    access(z)
      .optional()
      .describe(
        'Who may do what, by a group of Kubernetes or a principal of AWS',
      ),
  podIdentityAssociations: (z: Zod) =>
    z
      .array(
        z.object({ serviceAccount: z.string(), roleArn: z.string() }).strict(),
      )
      .optional()
      .describe('Roles that its service accounts take on'),
  sourceRepos: (z: Zod) =>
    z
      .array(z.string())
      .describe(
        'Repositories from which Argo CD may bring something into it; a last part `*` is any in a folder',
      ),
  costCenter: (z: Zod) => z.string().optional().describe('Who pays'),
  capsuleTenant: (z: Zod) =>
    z.string().optional().describe('The Capsule tenant that it belongs to'),
  labels: (z: Zod) =>
    z
      .record(z.string())
      .optional()
      .describe('Of the namespace, besides those that the portal writes'),
  expiresOn: expiresOnInput,
};
