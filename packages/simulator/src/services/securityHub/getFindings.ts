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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import type { SecurityFinding } from '../../model/securityHub';
import { integerBetween } from '../parameters';
import { currentFindings } from './currentFindings';
import { findingFilters, invalidInput } from './findingFilters';

const MAX_PAGE = 100;
/** Behind every time that there is. */
const LAST_MS = 1e14;

/** Findings of the caller's account and Region; the administrator sees those of all. */
export const getFindings: Operation = {
  action: 'securityhub:GetFindings',
  resource: ({ caller, account, region }) =>
    `arn:${account.partition}:securityhub:${region}:${caller.accountId}:hub/default`,
  handle: ({ call, caller, region, model, clock, pageTokens }) => {
    const from = { accountId: caller.accountId, region };
    if (!model.securityHub.isOn(from.accountId, region)) {
      throw new AwsError(
        'InvalidAccessException',
        401,
        `Account ${from.accountId} is not subscribed to AWS Security Hub`,
      );
    }
    const { Filters, MaxResults, SortCriteria } = call.parameters;
    const pageSize = integerBetween(MaxResults ?? MAX_PAGE, 1, MAX_PAGE);
    if (pageSize === undefined) {
      throw invalidInput(
        `Invalid parameter 'MaxResults'. Value must be between 1 and ${MAX_PAGE}.`,
      );
    }
    const now = clock.now();
    const passes = findingFilters(Filters, now);
    const keyOf = sortKeyOf(SortCriteria);
    const items = currentFindings(model, now)
      .filter(
        finding =>
          model.securityHub.sees(from, {
            accountId: finding.AwsAccountId,
            region: finding.Region,
          }) && passes(finding),
      )
      .map(finding => ({ finding, key: keyOf(finding) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    const page = pageTokens.page({
      list: `securityhub:GetFindings/${
        from.accountId
      }/${region}/${JSON.stringify([Filters, SortCriteria])}`,
      items,
      keyOf: ({ key }) => key,
      pageSize,
      token: call.pageToken,
    });
    if (!page) {
      throw invalidInput('Invalid token.');
    }
    return {
      Findings: page.items.map(({ finding }) => finding),
      ...(page.nextToken && { NextToken: page.nextToken }),
    };
  },
};

/** The latest first, unless something else is asked for. */
function sortKeyOf(criteria: unknown): (finding: SecurityFinding) => string {
  const [{ Field: field = 'UpdatedAt', SortOrder: order = 'desc' } = {}] =
    (criteria as { Field?: string; SortOrder?: string }[] | undefined) ?? [];
  if (field !== 'UpdatedAt' && field !== 'CreatedAt') {
    throw invalidInput(`Invalid parameter 'SortCriteria'.`);
  }
  return finding => {
    const time = Date.parse(finding[field]);
    const place = order === 'desc' ? LAST_MS - time : time;
    return `${String(place).padStart(15, '0')} ${finding.ProductArn} ${
      finding.Id
    }`;
  };
}
