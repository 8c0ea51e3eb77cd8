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
  HubFinding,
  HubStream,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createHash } from 'node:crypto';
import type { HubMark } from './types';

/** A finding of Security Hub, as it is kept. */
export interface HubFindingRow {
  key: string;
  stream: HubStream;
  pass: number;
  updated_at: string;
  observed_at: string;
  arn: string;
  misfit: string;
  content_hash: string;
  document: string;
}

/** @param pass - that it was read in */
export function toRow(finding: HubFinding, pass: number): HubFindingRow {
  const { arn, control, key, misfit, outcome, stream } = finding;
  const document = JSON.stringify({ control, outcome });
  return {
    key,
    stream,
    pass,
    updated_at: finding.updatedAt,
    observed_at: finding.observedAt,
    arn: arn ?? '',
    misfit: misfit ?? '',
    content_hash: createHash('sha256')
      .update(document)
      .digest('hex')
      .slice(0, 16),
    document,
  };
}

export function toMark(
  row: Pick<HubFindingRow, 'content_hash' | 'key' | 'observed_at' | 'stream'>,
): HubMark {
  return {
    key: row.key,
    stream: row.stream,
    contentHash: row.content_hash,
    observedAt: row.observed_at,
  };
}
