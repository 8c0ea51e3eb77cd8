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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { FeedRecord } from '../types';

/** Feeds that have no results of what Policy Reporter sends. */
const WITHOUT_REPORTS = new Set([
  'policyAdmission',
  'policyGatekeeper',
  'policyKyverno',
  'policySecurityHub',
]);

/**
 * The feed by which results of a cluster are known more directly than by what
 * Policy Reporter sent to Security Hub, where there is one: counting them twice
 * would be worse than showing that they are old.
 */
export function moreDirectFeed(
  feeds: Pick<FeedRecord, 'feed'>[],
): string | undefined {
  return feeds.find(
    ({ feed }) => !WITHOUT_REPORTS.has(feed) && !isOfKubeBench(feed),
  )?.feed;
}

/** Whether another feed has just these results. */
export function isToldBy(
  feeds: Pick<FeedRecord, 'feed'>[],
  { policy }: Pick<PolicyOutcome, 'policy'>,
): boolean {
  return policy.engine === 'kube-bench' && toldBy(feeds) !== '';
}

/** The feed by which checks of kube-bench are known; empty where there is none. */
export function toldBy(feeds: Pick<FeedRecord, 'feed'>[]): string {
  return feeds.find(({ feed }) => isOfKubeBench(feed))?.feed ?? '';
}

/** Read by the portal, or pushed to it. */
function isOfKubeBench(feed: string): boolean {
  return feed.startsWith('policyKubeBench');
}
