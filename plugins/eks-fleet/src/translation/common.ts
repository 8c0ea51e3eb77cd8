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

export const commonMessages = {
  page: {
    title: 'EKS Fleet',
    overview: 'Overview',
    clusters: 'Clusters',
    readiness: 'Readiness',
    rollouts: 'Rollouts',
    policies: 'Policies',
    requests: 'Requests',
    alerts: 'Alerts',
    costs: 'Costs',
    sources: 'Sources',
  },
  state: {
    loading: 'Loading {{what}}',
    errorTitle: '{{what}} could not be loaded',
    errorSince: 'Failing since {{time}}.',
    errorAdvice:
      'Try again. If it keeps failing, the log of the eks-fleet backend says more.',
    retry: 'Try again',
    staleTitle: 'Shown as of {{age}}',
    staleDetail: 'Reading it again failed since {{time}}: {{message}}',
    forbiddenTitle: 'You may not see this',
    forbiddenDetail:
      'It needs the permission {{permission}}. Ask whoever looks after this portal to grant it.',
    contact: 'Ask for it',
  },
  action: {
    copy: 'Copy',
    copied: 'Copied',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    cancel: 'Cancel',
    close: 'Close',
    refresh: 'Refresh',
  },
  age: {
    seen: 'seen {{age}}',
    never: 'never',
    justNow: 'just now',
  },
  money: {
    perMonth: '{{amount}} USD/month',
  },
} as const;
