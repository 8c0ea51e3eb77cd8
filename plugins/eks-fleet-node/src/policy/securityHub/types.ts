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

import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PolicyOutcome } from '../../extensions/policySources';

/**
 * What of Security Hub is read: what its own controls say of EKS, and what
 * Policy Reporter sends to it.
 *
 * @public
 */
export type HubStream = 'controls' | 'reports';

/**
 * Why a finding is on no cluster: it names none, or one of an account that its
 * sender has no say in, or it is not what it says that it is.
 *
 * @public
 */
export type HubMisfit = 'noCluster' | 'otherAccount' | 'unreadable';

/**
 * What somebody noted in Security Hub.
 *
 * @public
 */
export interface HubNote {
  text?: string;
  /** An ARN, or a name. */
  by?: string;
  /** ISO 8601. */
  at?: string;
}

/**
 * What a control says of a resource.
 *
 * @public
 */
export interface HubControl {
  /** Such as `EKS.1`. */
  id: string;
  title?: string;
  description?: string;
  remediation?: string;
  /** Of AWS's documentation. */
  documentation?: string;
  severity?: PolicySeverity;
  verdict: 'pass' | 'fail' | 'warn' | 'exempt' | 'notEvaluated';
  /** Why it was not evaluated, or is only warned of. */
  reasons?: string[];
  resource: PolicyOutcome['resource'];
  /** Standards that ask for it. */
  standards?: string[];
  note?: HubNote;
}

/**
 * A finding of Security Hub in the words of the product.
 *
 * @public
 */
export interface HubFinding {
  /** Of its product and id: 64 hex digits. */
  key: string;
  stream: HubStream;
  /** By the clock of whoever sent it. ISO 8601. */
  updatedAt: string;
  /** When it was last seen to be so, by AWS's clock where that is told. ISO 8601. */
  observedAt: string;
  /** Archived, or resolved by whoever sent it: it says nothing about now. */
  isOver: boolean;
  /** Of the cluster that it is about; the inventory need not have it. */
  arn?: string;
  /** Where it is on no cluster. */
  misfit?: HubMisfit;
  control?: HubControl;
  /** What Policy Reporter sent. */
  outcome?: PolicyOutcome;
}
