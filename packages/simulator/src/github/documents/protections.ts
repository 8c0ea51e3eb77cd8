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

import type { BranchProtection } from '../types';
import type { RepositoryContext } from '../rest/types';

export function protectionDocument(
  protection: BranchProtection,
  branch: string,
  { repository, links }: RepositoryContext,
) {
  const url = `${links.repository(
    repository.fullName,
  )}/branches/${branch}/protection`;
  const {
    requiredStatusChecks,
    strict = false,
    requiredApprovingReviews,
    dismissStaleReviews = false,
    enforceAdmins = true,
  } = protection;
  return {
    url,
    ...(requiredStatusChecks && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict,
        contexts: requiredStatusChecks,
        contexts_url: `${url}/required_status_checks/contexts`,
        checks: requiredStatusChecks.map(context => ({
          context,
          app_id: null,
        })),
      },
    }),
    ...(requiredApprovingReviews && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: dismissStaleReviews,
        require_code_owner_reviews: false,
        required_approving_review_count: requiredApprovingReviews,
      },
    }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: enforceAdmins },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
