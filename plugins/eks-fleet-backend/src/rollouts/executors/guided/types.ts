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

import type { RollbackStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksLook } from '../eks/types';

export type StepId = RollbackStep['id'];
/** What people may say that they have done; EKS tells the rest. */
export type ConfirmableStep = Exclude<StepId, 'rollBack'>;

/** Who said of which step that it is done, and when. */
export type Confirmed = Partial<
  Record<ConfirmableStep, { by: string; at: string }>
>;

/** An application of Argo CD, as far as a step of a person needs it. */
export interface GuidedApplication {
  namespace: string;
  name: string;
  url?: string;
}

/** Where a cluster is described, for people. */
export interface GuidedPlace {
  /** What provisions it, such as `Terraform`. */
  provisioner: string;
  path: string;
  /** Of the file on the Git host. */
  url: string;
}

/** How a cluster on the guided way back stands in EKS, Argo CD and Git. */
export interface GuidedLook {
  kind: 'guided';
  place: GuidedPlace;
  eks: EksLook;
  /** Its applications in Argo CD; none where Argo CD has none or none is configured. */
  applications: Array<GuidedApplication & { automated: boolean }>;
  /** What kept Argo CD from telling. */
  argocdError?: string;
  /** What Git wants; left out where it was not to be read yet. */
  wanted?: { version?: string; nodegroups: string[] };
  /** What kept Git from telling. */
  gitError?: string;
}

/** What is remembered of the guided way back, in each of its tracks. */
export interface GuidedMemory {
  /** When each step was first seen done. */
  seen: Partial<Record<StepId, string>>;
  applications?: GuidedApplication[];
}
