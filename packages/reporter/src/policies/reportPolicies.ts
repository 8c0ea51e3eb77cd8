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
  ReportedPolicyPart,
  TakenPolicyPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  toObservationError,
  type CollectedCluster,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import { PortalRefusal } from '../PortalRefusal';
import { PartBuffer, type PartContents, type PartLimits } from './PartBuffer';

export interface PolicyReportOptions {
  cluster: CollectedCluster;
  sources: readonly PolicySource[];
  /** Brings a part to the portal. */
  send(part: ReportedPolicyPart): Promise<TakenPolicyPart>;
  /** Told in words what was not reported. */
  onProblem(text: string): void;
  signal: AbortSignal;
  now(): Date;
  limits?: PartLimits;
}

/**
 * Reports what each source reads of policies, one source after the other: of
 * none more is held than a part. What keeps one from being read is reported
 * instead, and harms no other.
 *
 * @returns whether the portal has all of it
 */
export async function reportPolicies(
  options: PolicyReportOptions,
): Promise<boolean> {
  let isReported = true;
  for (const source of options.sources) {
    try {
      await reportSource(source, options);
    } catch (error) {
      const { cause, message } = error as Error;
      const because = cause instanceof Error ? `: ${cause.message}` : '';
      if (error instanceof PortalRefusal && error.status === 404) {
        options.onProblem(`policies: ${message}`);
        return true;
      }
      options.onProblem(`${source.kind}: ${message}${because}`);
      isReported = false;
    }
  }
  return isReported;
}

async function reportSource(
  source: PolicySource,
  options: PolicyReportOptions,
): Promise<void> {
  const { cluster, limits, now, onProblem, send, signal } = options;
  const feed = source.kind;
  const snapshot = randomUUID();
  let sequence = 0;
  const sendNext = async (
    contents: PartContents & Pick<ReportedPolicyPart, 'final'>,
  ) => {
    const part = { feed, snapshot, sequence, ...contents };
    const taken = await send(part);
    sequence += 1;
    return taken;
  };
  const { previous } = await sendNext({});
  // What the portal refuses ends the report; what the cluster refuses is one.
  let refusal: unknown;
  const buffer = new PartBuffer(async part => {
    try {
      await sendNext(part);
    } catch (error) {
      refusal = error;
      throw error;
    }
  }, limits);
  let read;
  let rest: PartContents;
  try {
    read = await source.read(cluster, buffer, {
      signal,
      // It is at hand: nobody has to be asked where it is.
      controlPlane: { endpoint: 'in-cluster' } as never,
      previous,
      now,
    });
    rest = await buffer.rest();
  } catch (error) {
    if (refusal !== undefined) {
      throw refusal;
    }
    const failure = toObservationError(error);
    await send({ feed, snapshot, sequence, error: failure });
    if (failure.code !== 'notInstalled') {
      onProblem(`${feed}: ${failure.code}: ${failure.message}`);
    }
    return;
  }
  const { engines, evaluatedAt, notes, passes, state, truncated, unchanged } =
    read;
  await sendNext({
    ...rest,
    final: { engines, evaluatedAt, notes, passes, state, truncated, unchanged },
  });
}
