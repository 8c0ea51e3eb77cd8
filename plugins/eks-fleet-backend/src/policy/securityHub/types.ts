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

import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsPartition,
  HubFinding,
  HubMisfit,
  HubStream,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What `eksFleet.policies.securityHub` says, checked. */
export interface SecurityHubConfig {
  partition: AwsPartition;
  /** The delegated administrator. */
  accountId: string;
  /** The aggregation Region. */
  region: string;
  everySeconds: number;
}

export const HUB_STREAMS = [
  'controls',
  'reports',
] as const satisfies readonly HubStream[];

/** How far a stream was read. Times are ISO 8601. */
export interface HubStreamState {
  stream: HubStream;
  /** Whatever was updated until then was read, by the senders' clocks. */
  watermark?: string;
  /** Counts whole readings. */
  pass: number;
  /** A whole reading that is not over, and how far it has come. */
  full?: { startedAt: string; cursor?: string };
  /** When the last whole reading began. */
  fullAt?: string;
  /** When the last reading began that came to its end. */
  completedAt?: string;
  attemptedAt?: string;
  /** Of the last attempt. */
  error?: ObservationError;
}

/** One reading of a stream, whole or of what was updated. */
export interface HubPass {
  kind: 'full' | 'increment';
  startedAt: string;
  /** That its findings are marked by. */
  pass: number;
  /** From when on what was updated is read; everything where left out. */
  from?: string;
  /** Whether nothing is known before it is over. */
  isFirst?: boolean;
}

/** A pass that somebody has taken on. */
export interface ClaimedPass extends HubPass {
  stream: HubStream;
  claim: string;
}

/** What tells a kept finding from another state of it. */
export interface HubMark {
  key: string;
  stream: HubStream;
  contentHash: string;
  observedAt: string;
}

/** A finding of a cluster as it is kept. */
export type KeptFinding = Pick<HubFinding, 'control' | 'outcome'> & HubMark;

/** Findings that are on no cluster of the inventory, by why. */
export type HubMisfits = Partial<Record<HubMisfit | 'unknownCluster', number>>;

/** Keeps what Security Hub says of clusters, and how far it was read. */
export interface HubStore {
  states(): Promise<HubStreamState[]>;
  /**
   * Takes a stream over from whoever reads it. Of another scope nothing stays.
   *
   * @param plan - says what is to be read next, if anything
   * @returns nothing, and takes nothing over, where there is nothing to read
   */
  claim(
    stream: HubStream,
    options: {
      scope: string;
      now: Date;
      plan: (state: HubStreamState) => HubPass | undefined;
    },
  ): Promise<ClaimedPass | undefined>;
  /**
   * Writes a page of findings, and drops what is over.
   *
   * @returns whether the pass is still the caller's; if not, nothing is written
   */
  put(
    pass: ClaimedPass,
    findings: HubFinding[],
    cursor: string | undefined,
  ): Promise<boolean>;
  /**
   * Ends a pass; after a whole one drops what was not in it.
   *
   * @param reached - until when whatever was updated has been read
   */
  complete(pass: ClaimedPass, reached: string | undefined): Promise<boolean>;
  /**
   * Remembers what kept a pass from its end.
   *
   * @returns whether that is new
   */
  fail(
    pass: ClaimedPass,
    failure: { code: ObservationError['code']; message: string; at: Date },
  ): Promise<boolean>;
  /** What is kept of a cluster, in the order of their keys. */
  marks(arn: string): Promise<HubMark[]>;
  /** A page of findings of a cluster, in the order of their keys. */
  findings(
    arn: string,
    page: { stream: HubStream; after?: string; limit: number },
  ): Promise<KeptFinding[]>;
  misfits(): Promise<HubMisfits>;
}
