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

import {
  GetFindingsCommand,
  type AwsSecurityFinding,
  type AwsSecurityFindingFilters,
  type SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { ObservationFailure } from '../../observation/ObservationFailure';
import type { HubStream } from './types';

const PAGE = 100;
/** A sender's clock may be ahead: what it updates tomorrow is there today. */
const AHEAD_MS = 7 * 86_400_000;

const equals = (...values: string[]) =>
  values.map(Value => ({ Value, Comparison: 'EQUALS' as const }));

/**
 * The company can be configured in Policy Reporter, and the product is to be;
 * the type always begins so.
 */
const FILTERS: Record<HubStream, AwsSecurityFindingFilters> = {
  controls: {
    ProductName: equals('Security Hub'),
    ComplianceSecurityControlId: [{ Value: 'EKS.', Comparison: 'PREFIX' }],
  },
  reports: {
    Type: [
      {
        Value: 'Software and Configuration Checks/Kubernetes Policies/',
        Comparison: 'PREFIX',
      },
    ],
  },
};

/**
 * Security Hub `GetFindings`: what was updated since, the oldest first, so that
 * what is updated meanwhile comes later and nothing is missed; in pages of 100.
 *
 * @param request - `onlyPresent` leaves out what is archived, and of what was
 *   sent what is resolved
 * @throws what the SDK throws
 */
export async function* findingPages(
  client: Pick<SecurityHubClient, 'send'>,
  request: {
    stream: HubStream;
    /** ISO 8601; all where left out. */
    updatedSince?: string;
    onlyPresent: boolean;
    now: Date;
    signal?: AbortSignal;
  },
): AsyncGenerator<AwsSecurityFinding[], void> {
  const { now, onlyPresent, signal, stream, updatedSince } = request;
  const filters: AwsSecurityFindingFilters = {
    ...FILTERS[stream],
    ...(updatedSince && {
      UpdatedAt: [
        {
          Start: updatedSince,
          End: new Date(now.getTime() + AHEAD_MS).toISOString(),
        },
      ],
    }),
    ...(onlyPresent && { RecordState: equals('ACTIVE') }),
    ...(onlyPresent &&
      stream === 'reports' && {
        WorkflowStatus: equals('NEW', 'NOTIFIED', 'SUPPRESSED'),
      }),
  };
  let token: string | undefined;
  do {
    const {
      Findings,
      NextToken,
    }: { Findings?: AwsSecurityFinding[]; NextToken?: string } =
      await client.send(
        new GetFindingsCommand({
          Filters: filters,
          SortCriteria: [{ Field: 'UpdatedAt', SortOrder: 'asc' }],
          MaxResults: PAGE,
          NextToken: token,
        }),
        { abortSignal: signal },
      );
    if (NextToken !== undefined && NextToken === token) {
      throw new ObservationFailure(
        'invalid',
        'Security Hub gives the same page again and again',
      );
    }
    yield Findings ?? [];
    token = NextToken;
  } while (token);
}
