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

export const clusterMessages = {
  cluster: {
    title: 'EKS cluster',
    what: 'The cluster',
    facts: 'Facts',
    calendar: 'Support calendar',
    links: 'Links',
    noLinks: 'There are no links for this cluster.',
    notThere: 'Not in the fleet yet',
    notThereDetail:
      'The catalog knows this entity, the fleet does not. It appears after the next scan, or you may not read it.',
    foreign: 'This cluster comes from another source of the catalog',
    foreignDetail:
      'Its entity was not made by EKS Fleet discovery. What is shown is what that source says; nothing is read from AWS.',
    foreignConflict: 'Discovery has the same cluster as {{entity}}.',
    refresh: 'Read again',
    refreshAsked: 'The cluster will be read again soon.',
    refreshing: 'Reading the cluster: {{done}} of {{total}}',
    refreshed: 'The cluster was read again.',
    tabs: 'About the cluster',
    tabOverview: 'Overview',
    tabBom: 'Bill of materials',
    tabReadiness: 'Readiness',
    tabPolicy: 'Policy',
    tabAlerts: 'Alerts',
    tabTimeline: 'Timeline',
    failing: 'The last attempt to read it failed: {{message}}',
    unmanaged: 'Its account or Region left the scope of discovery.',
    staleSince: 'Last seen {{age}}.',
    status: 'Status',
    version: 'Version',
    platform: 'Platform version',
    account: 'Account',
    region: 'Region',
    arn: 'ARN',
    created: 'Created',
    environment: 'Environment',
    owner: 'Owner',
    system: 'System',
    provider: 'Provider',
    policy: 'Upgrade policy',
    policyStandard: 'STANDARD: AWS upgrades it when standard support ends',
    policyExtended: 'EXTENDED: it goes into extended support by itself',
    seen: 'Seen',
    labels: 'Labels',
    kubectl: 'kubectl command',
    standardUntil: 'Standard support until {{date}}',
    extendedUntil: 'Extended support until {{date}}',
    daysLeft_one: '{{count}} day left',
    daysLeft_other: '{{count}} days left',
    now: 'now',
    end: 'end of support',
    calendarUnknown:
      'The support dates of this version are not known, so nothing is said about them.',
    cost: 'Control plane: {{amount}} USD a month',
    costExtended: '{{amount}} USD of it for extended support',
    barLabel: 'Support of {{version}}: {{state}}. {{dates}}',
  },
  go: {
    title: 'Open a cluster',
    what: 'The link',
    chooser: 'Several clusters have this name. Which one?',
    none: 'No cluster found',
    lookedFor: 'Looked for {{what}}.',
    noneDetail:
      'It does not exist, is not discovered yet, or you may not read it.',
    nothingAsked:
      'The link names no cluster: it needs arn, or cluster with account and region.',
    all: 'See all clusters',
  },
} as const;
