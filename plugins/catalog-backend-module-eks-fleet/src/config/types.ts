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

import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type {
  AwsPartition,
  CallLimits,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** One entry of `catalog.providers.eksFleet`, read and checked. */
export interface EksFleetProviderConfig {
  id: string;
  partition: AwsPartition;
  /** Listed accounts; those of the organization come on top. */
  accounts: string[];
  organization?: {
    accountId: string;
    /** All accounts of the organization where this is empty. */
    organizationalUnits: string[];
    excludeAccounts: string[];
  };
  regions: string[] | 'enabled';
  /** Catalog namespace of the entities. */
  namespace: string;
  tags: {
    owner?: string;
    system?: string;
    /** Label of the entity → tag of the cluster. */
    labels: Record<string, string>;
  };
  defaultOwner: string;
  kubernetesPlugin: {
    annotate: boolean;
    roleName?: string;
    externalId?: string;
  };
  links: LinkTemplate[];
  limits: CallLimits;
  schedule: SchedulerServiceTaskScheduleDefinition;
  removal: RemovalRules;
  eventTopics: string[];
}

export interface LinkTemplate {
  title: string;
  url: string;
  icon?: string;
}

export interface RemovalRules {
  graceScans: number;
  rejectAbovePercentage: number;
  rejectMinimum: number;
  orphanDays: number;
}
