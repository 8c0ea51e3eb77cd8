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

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Discovery of Amazon EKS clusters: one entry for each set of accounts
       * and Regions that is discovered by the same rules. No account and
       * Region may be in two of them.
       */
      eksFleet?: {
        [providerId: string]: {
          /** AWS partition of all accounts and Regions; `aws` by default. */
          partition?: 'aws' | 'aws-cn' | 'aws-us-gov';
          /** Account ids, in quotes. */
          accounts?: string[];
          /** Accounts from AWS Organizations, besides those listed. */
          organization?: {
            /** The management account, or a delegated administrator. */
            accountId: string;
            /** Only accounts in or below these; all where left out. */
            organizationalUnits?: string[];
            excludeAccounts?: string[];
          };
          /** Regions, or `enabled` for all that an account has enabled. */
          regions: string[] | 'enabled';
          /** Catalog namespace of the entities; `default` by default. */
          namespace?: string;
          tags?: {
            /** Tag with the owner: a group's name or an entity reference. */
            owner?: string;
            /** Tag with the system. */
            system?: string;
            /** Label of the entity → tag of the cluster. */
            labels?: { [label: string]: string };
          };
          /** Owner of clusters without an owner tag. */
          defaultOwner?: string;
          kubernetesPlugin?: {
            /** Adds what the kubernetes plugin's catalog locator needs. */
            annotate?: boolean;
            /**
             * Role in each cluster's account that the kubernetes plugin
             * assumes, on top of the one of the `aws` section.
             */
            roleName?: string;
            /** @visibility secret */
            externalId?: string;
          };
          /**
           * Links of each cluster. `{account}`, `{region}`, `{partition}`,
           * `{cluster}`, `{arn}`, `{version}` and `{label.<key>}` are filled
           * in; a link with a missing value is left out.
           */
          links?: Array<{ title: string; url: string; icon?: string }>;
          /** Calls to EKS, for each account and Region. */
          limits?: { requestsPerSecond?: number; burst?: number };
          /** Every ten minutes, for at most eight, by default. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          removal?: {
            /** Scans in a row that must prove a cluster absent; 2. */
            graceScans?: number;
            /** Share of clusters above which removals are held; 30. */
            rejectAbovePercentage?: number;
            /** Number of removals up to which none are held; 10. */
            rejectMinimum?: number;
            /** Days until clusters of a dropped account go; 7. */
            orphanDays?: number;
          };
          events?: {
            /**
             * Topics that carry EventBridge's `AWS API Call via CloudTrail`
             * events of EKS.
             */
            topics?: string[];
          };
        };
      };
    };
  };
  eksFleet?: {
    /** Entities of namespaces that requests brought. */
    namespaceEntities?: {
      /** Catalog namespace of the entities; `default` by default. */
      namespace?: string;
      /** How often the backend is asked for them; every minute by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    kubernetesPlugin?: {
      /**
       * Beginnings of locations, such as `url:https://github.com/acme/`,
       * whose own `kubernetes-cluster` entities the kubernetes plugin may
       * connect to with AWS credentials. All others lose their API server.
       */
      trustedLocations?: string[];
    };
  };
}
