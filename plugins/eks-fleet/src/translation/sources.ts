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

export const sourcesMessages = {
  sources: {
    question: 'Does every source tell us what it knows?',
    what: 'The list of sources',
    empty: 'Nothing is discovered yet',
    emptyDetail:
      'Name accounts or an organization under catalog.providers.eksFleet in the configuration; each account and Region then has its line here.',
    search: 'Search account or Region',
    noneFit: 'No source has this state.',
    count_one: '{{count}} source',
    count_other: '{{count}} sources',
    targetsFailing_one: 'target is failing',
    targetsFailing_other: 'targets are failing',
    targetsWell: 'all targets are well',
    all: 'All',
    failing: 'Failing',
    table: 'Sources',
    account: 'Account',
    region: 'Region',
    state: 'State',
    reason: 'Reason',
    clusters: 'Clusters',
    lastSuccess: 'Last success',
    nextTry: 'Next try',
    since: 'since {{age}}',
    partlyRead: 'Read, except for some of its clusters.',
    organization: 'AWS Organizations',
    allRegions: 'list of Regions',
    refreshAll: 'Refresh all',
    refreshOne: 'Refresh {{target}}',
    refreshAsked: 'Asked for a new scan of {{target}}',
    refreshAskedAll: 'Asked for a new scan of all sources',
    failed: 'That did not work: {{message}}',
    details: 'Details of {{target}}',
    unreadable_one: '{{count}} cluster cannot be read',
    unreadable_other: '{{count}} clusters cannot be read',
    rejects_one: '{{count}} cluster is refused by the catalog',
    rejects_other: '{{count}} clusters are refused by the catalog',
    removeAt: 'Its clusters begin to be removed {{when}}.',
    mend: 'What would mend it',
    mendTrust: 'Trust policy of the role {{role}}',
    mendPermissions: 'Permissions of the role',
    mendCaller: 'Permissions of the identity that assumes it',
    held: 'Removals held back',
    heldDetail:
      'So many clusters are gone at once that discovery waits for a person. They stay in the catalog until somebody accepts.',
    heldMissing: 'missing since {{age}}',
    accept_one: 'Remove {{count}} cluster',
    accept_other: 'Remove {{count}} clusters',
    acceptTitle_one: 'Remove {{count}} cluster of {{provider}}?',
    acceptTitle_other: 'Remove {{count}} clusters of {{provider}}?',
    acceptDetail:
      'They leave the catalog with the next scan if AWS still does not know them. Their history in the portal ends; nothing changes in AWS.',
    acceptType: 'Type {{provider}} to confirm',
    acceptDone: 'Accepted. The clusters leave with the next scan.',
    acceptForbidden:
      'Accepting needs the permission eks-fleet.target.accept-removals.',
    conflicts: 'Entities of other sources with an ARN of ours',
    conflictsDetail:
      'Ours wins. Remove the other entity where it comes from, so that people find one.',
    foreign_one: '{{count}} foreign cluster',
    foreign_other: '{{count}} foreign clusters',
    foreignDetail:
      'come from other sources of the catalog; they are listed, never called.',
  },
} as const;
