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

import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { findingPages } from './findingPages';
import { readFinding } from './readFinding';
import type { HubFinding, HubStream } from './types';

/**
 * Findings of Security Hub (`GetFindings`) as the aggregation Region has them
 * for all accounts, the longest unchanged first, in pages of at most 100.
 *
 * @throws whatever keeps a page from being read
 * @public
 */
export async function* readSecurityHub(
  client: Pick<SecurityHubClient, 'send'>,
  request: {
    stream: HubStream;
    /** Only what was updated since then, or just then. ISO 8601. */
    updatedSince?: string;
    /** Leaves out what is archived, and of what was sent what is resolved. */
    onlyPresent: boolean;
    /** Whose findings may be about clusters of other accounts. */
    trustedAccount: string;
    now: Date;
    signal?: AbortSignal;
  },
): AsyncGenerator<HubFinding[], void> {
  const { stream, trustedAccount } = request;
  for await (const page of findingPages(client, request)) {
    yield page.map(finding => readFinding(finding, stream, trustedAccount));
  }
}
