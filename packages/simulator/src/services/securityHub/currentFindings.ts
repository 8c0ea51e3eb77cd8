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

import type { CloudModel } from '../../model';
import { hexFrom } from '../../model/ids';
import type { KnownFinding, SecurityFinding } from '../../model/securityHub';
import type { Cluster } from '../../model/types';
import { controlFindings, type Evaluated } from './controlFindings';
import { reporterFindings } from './reporterFindings';

const HOUR_MS = 60 * 60 * 1000;
/** Controls are evaluated so often, each cluster at a time of its own. */
const EVALUATION_MS = 12 * HOUR_MS;

/**
 * All findings as they are by now: what is evaluated anew, what has changed
 * since somebody last looked, what is over, and what other products sent.
 */
export function currentFindings(
  model: CloudModel,
  now: Date,
): SecurityFinding[] {
  const hub = model.securityHub;
  const seen = new Set<string>();
  for (const cluster of model.clusters()) {
    if (hub.isOn(cluster.accountId, cluster.region)) {
      const reviewOf = (control: string) => hub.reviewOf(control, cluster.arn);
      for (const finding of controlFindings(cluster, now, reviewOf)) {
        seen.add(keyOf(finding));
        remember(hub.known, finding, evaluatedAt(cluster, now), now);
      }
      for (const finding of reporterFindings(cluster, now)) {
        seen.add(keyOf(finding));
        remember(hub.known, finding, undefined, now);
      }
    }
  }
  for (const [key, known] of hub.known) {
    if (!seen.has(key)) {
      settle(known, now);
    }
  }
  return [
    ...[...hub.known.values()].map(({ finding }) => finding),
    ...hub.imported,
  ];
}

function keyOf({ ProductArn, Id }: Evaluated): string {
  return `${ProductArn} ${Id}`;
}

function remember(
  all: Map<string, KnownFinding>,
  finding: Evaluated,
  evaluated: Date | undefined,
  now: Date,
): void {
  const key = keyOf(finding);
  const state = JSON.stringify(finding);
  const before = all.get(key);
  const isSame = before?.state === state;
  const createdAt = before?.createdAt ?? firstSeen(key, now).toISOString();
  const changedAt = before ? now.toISOString() : createdAt;
  const updatedAt = [
    isSame ? before.updatedAt : changedAt,
    evaluated?.toISOString() ?? '',
  ].reduce((one, other) => (one > other ? one : other));
  if (isSame && updatedAt === before.updatedAt) {
    return;
  }
  all.set(key, {
    state,
    createdAt,
    updatedAt,
    finding: {
      ...finding,
      CreatedAt: createdAt,
      UpdatedAt: updatedAt,
      ProcessedAt: updatedAt,
      ...(evaluated && {
        FirstObservedAt: createdAt,
        LastObservedAt: updatedAt,
      }),
    },
  });
}

/** Of what was there before anybody looked, some days ago. */
function firstSeen(key: string, now: Date): Date {
  const days = 1 + (parseInt(hexFrom(key, 4), 16) % 40);
  return new Date(now.getTime() - days * 24 * HOUR_MS);
}

function evaluatedAt({ id }: Cluster, now: Date): Date {
  const offset = (parseInt(id.slice(0, 6), 16) % 720) * 60_000;
  const time = now.getTime() - offset;
  return new Date(time - (time % EVALUATION_MS) + offset);
}

/** What a control has nothing to say of any more is archived; what a target sent is resolved. */
function settle(known: KnownFinding, now: Date): void {
  const { finding } = known;
  const isControl = finding.ProductName === 'Security Hub';
  const isOver =
    finding.RecordState === 'ARCHIVED' ||
    finding.Workflow.Status === 'RESOLVED';
  if (isControl ? finding.RecordState === 'ARCHIVED' : isOver) {
    return;
  }
  known.state = 'over';
  known.updatedAt = now.toISOString();
  known.finding = {
    ...finding,
    UpdatedAt: known.updatedAt,
    ...(isControl
      ? { RecordState: 'ARCHIVED' }
      : { Workflow: { Status: 'RESOLVED' } }),
  };
}
