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

import { systemReasons } from './systems';

/** What a state means for a kind of source, as `<kind>_<state>`. */
export const sourceReasonMessages = {
  sourceReason: {
    eks_fresh: 'All that EKS tells was read.',
    eks_stale:
      'What EKS tells was not read for longer than expected. What is shown is what was last seen.',
    eks_pending: 'EKS has not been asked about it yet.',
    eks_forbidden: 'AWS denies the role of the account some of what it asks.',
    eks_throttled:
      'AWS asked for fewer calls. Collecting slows down by itself and goes on.',
    eks_notFound: 'EKS no longer knows what was asked for.',
    kubernetes_fresh: 'All that the cluster tells was read.',
    kubernetes_stale:
      'The cluster was not read for longer than expected. What is shown is what was last seen.',
    kubernetes_pending: 'The cluster has not been asked yet.',
    kubernetes_unauthenticated:
      'The cluster does not know the role that the portal comes with.',
    kubernetes_forbidden:
      'The cluster knows the role of the portal, and does not let it read this.',
    kubernetes_notAllowed:
      'A policy of the organization denies the role that clusters know.',
    kubernetes_throttled:
      'The cluster asked for fewer calls. Collecting slows down by itself and goes on.',
    kubernetes_unreachable:
      'There is no way from the portal to the API of the cluster.',
    kubernetes_timeout: 'The API of the cluster did not answer in time.',
    kubernetes_notFound: 'The API of the cluster does not have this.',
    kubernetes_disabled: 'The cluster does not serve this.',
    kubernetes_invalid:
      'The API of the cluster answered with something that makes no sense.',
    reporter_fresh: 'The reporter in the cluster posts what it reads.',
    reporter_stale:
      'The reporter in the cluster has fallen silent. What is shown is what it said last.',
    reporter_pending: 'The reporter in the cluster has not said anything yet.',
    reporter_unauthenticated:
      'The API of the cluster does not accept the token of its reporter.',
    reporter_forbidden: 'The cluster does not let its reporter read this.',
    reporter_throttled: 'The cluster asked its reporter for fewer calls.',
    reporter_unreachable:
      'The reporter has no way to the API of its own cluster.',
    reporter_timeout:
      'The API of the cluster did not answer its reporter in time.',
    reporter_notFound: 'The API of the cluster does not have this.',
    reporter_disabled: 'The cluster does not serve this.',
    reporter_invalid: 'The reporter read something that makes no sense.',
    ...systemReasons,
  },
} as const;
