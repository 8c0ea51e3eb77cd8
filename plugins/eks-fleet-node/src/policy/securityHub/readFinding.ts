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

import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { createHash } from 'node:crypto';
import { timeOf } from '../common/text';
import { joinControl, joinReport, type Joined } from './joinFinding';
import { readControl } from './readControl';
import { readReporterFinding } from './readReporterFinding';
import type { HubFinding, HubStream } from './types';

const EPOCH = new Date(0).toISOString();

/**
 * A finding in the words of the product, with the cluster that it is about.
 *
 * @param trustedAccount - whose findings may be about clusters of others
 */
export function readFinding(
  finding: AwsSecurityFinding,
  stream: HubStream,
  trustedAccount: string,
): HubFinding {
  const { Id, LastObservedAt, ProcessedAt, ProductArn, UpdatedAt } = finding;
  const updatedAt = sortableTime(UpdatedAt) ?? EPOCH;
  const common = {
    key: createHash('sha256')
      .update(JSON.stringify([ProductArn, Id]))
      .digest('hex'),
    stream,
    updatedAt,
    isOver: isOver(finding, stream),
  };
  if (stream === 'controls') {
    return {
      ...common,
      observedAt: sortableTime(LastObservedAt) ?? updatedAt,
      ...place(joinControl(finding), { control: readControl(finding) }),
    };
  }
  return {
    ...common,
    observedAt: sortableTime(ProcessedAt) ?? updatedAt,
    ...place(joinReport(finding, trustedAccount), {
      outcome: readReporterFinding(finding),
    }),
  };
}

/** Times of years that have four digits, which sort as text. */
function sortableTime(value: unknown): string | undefined {
  const time = timeOf(value);
  return time?.length === EPOCH.length ? time : undefined;
}

function isOver(
  { RecordState, Workflow }: AwsSecurityFinding,
  stream: HubStream,
): boolean {
  return (
    RecordState === 'ARCHIVED' ||
    (stream === 'reports' && Workflow?.Status === 'RESOLVED')
  );
}

/** Of what is on no cluster nothing is kept but why. */
function place(
  joined: Joined,
  said: Pick<HubFinding, 'control' | 'outcome'>,
): Pick<HubFinding, 'arn' | 'control' | 'misfit' | 'outcome'> {
  if ('misfit' in joined) {
    return joined;
  }
  return said.control || said.outcome
    ? { ...joined, ...said }
    : { misfit: 'unreadable' };
}
