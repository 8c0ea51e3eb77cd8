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
import { askingInput, expiresOnInput } from '../requestSchema';
import { addonSchema, nodeGroupSchema } from './partSchemas';

export const clusterRequestInput = {
  ...askingInput,
  name: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/)
      .describe('In EKS'),
  accountId: (z: Zod) =>
    z
      .string()
      .describe("Twelve digits, or the account's entity as a picker gives it"),
  region: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
      .describe('Such as `eu-west-1`'),
  environment: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
      .describe('Such as `prod`'),
  kubernetesVersion: (z: Zod) =>
    z
      .string()
      .regex(/^1\.\d{2}$/)
      .optional()
      .describe(
        'A minor version in standard support, such as `1.34`; the one that the portal recommends by default',
      ),
  network: (z: Zod) =>
    z
      .object({
        vpcCidr: z.string().optional(),
        availabilityZones: z.union([z.literal(2), z.literal(3)]).optional(),
        vpcId: z.string().optional(),
        subnetIds: z.array(z.string()).optional(),
        serviceIpv4Cidr: z.string().optional(),
      })
      .strict()
      .optional()
      .describe(
        "A VPC of its own (`vpcCidr`), or one that is there (`vpcId`, `subnetIds`); by default its own, with the next free block of the operator's pools",
      ),
  autoMode: (z: Zod) =>
    z
      .array(z.enum(['general-purpose', 'system']))
      .optional()
      .describe('Node pools of Auto Mode; without any there is no Auto Mode'),
  nodeGroups: (z: Zod) =>
    z.array(nodeGroupSchema(z)).optional().describe('Managed node groups'),
  addons: (z: Zod) =>
    z.array(addonSchema(z)).optional().describe('Add-ons that EKS manages'),
  gitopsAddons: (z: Zod) =>
    z
      .array(z.string())
      .optional()
      .describe('Add-ons that Argo CD brings, by the label `enable_<name>`'),
  accessEntries: (z: Zod) =>
    z
      .array(
        z
          .object({
            principalArn: z.string(),
            kubernetesGroups: z.array(z.string()).optional(),
            accessPolicies: z
              .array(
                z
                  .object({
                    policyArn: z.string(),
                    namespaces: z.array(z.string()).optional(),
                  })
                  .strict(),
              )
              .optional(),
          })
          .strict(),
      )
      .optional()
      .describe('Who may do what, by principals of AWS'),
  supportType: (z: Zod) =>
    z
      .enum(['STANDARD', 'EXTENDED'])
      .optional()
      .describe(
        'What happens at the end of standard support; `STANDARD` by default',
      ),
  publicCidrs: (z: Zod) =>
    z
      .array(z.string())
      .optional()
      .describe(
        'Who reaches the API server from the internet; without any it is private',
      ),
  logTypes: (z: Zod) =>
    z
      .array(
        z.enum([
          'api',
          'audit',
          'authenticator',
          'controllerManager',
          'scheduler',
        ]),
      )
      .optional()
      .describe(
        'Control plane logs that go to CloudWatch; `audit` and `authenticator` by default',
      ),
  zonalShift: (z: Zod) => z.boolean().optional(),
  encryptionKeyArn: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Of the KMS key that secrets are encrypted with'),
  tags: (z: Zod) =>
    z.record(z.string()).optional().describe('Of the cluster in AWS'),
  expiresOn: expiresOnInput,
  deletionProtection: (z: Zod) =>
    z.boolean().optional().describe('On by default'),
};
