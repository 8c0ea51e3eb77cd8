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

import type {
  ObservationError,
  Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What EKS says of a part and of its updates at this moment. */
export type EksLook =
  | {
      kind: 'seen';
      /** Minor version, version of the add-on, or release where that is asked for. */
      version: string;
      status: string;
      /** All updates of the part that EKS names. */
      updateIds: string[];
      /** The update that our call began, where it is known, and those that began after it. */
      updates: Update[];
      /** How long such an update usually takes, of ten all but one. */
      usualSeconds: number;
    }
  /** The cluster is there no more, or another one has its name. */
  | { kind: 'gone'; message: string }
  /** The part is there no more. */
  | { kind: 'missing' }
  | { kind: 'unseen'; error: ObservationError };

/** What is remembered of a hop. */
export interface EksMemory {
  /** Updates that there were before anything was called. */
  before?: string[];
  updateId?: string;
  /** Why EKS refused the last call. */
  refused?: { code: string; message: string; at: string };
  /** EKS failed as it was called: what began since then may be ours. */
  isUnsure?: boolean;
  /** When EKS was first seen to say that our update is done. */
  doneAt?: string;
}
