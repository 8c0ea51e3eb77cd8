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

/** Asking for a namespace. */
export const requestFormMessages = {
  askNamespace: {
    question: 'Which namespace do you need, and may you have it?',
    what: 'What can be asked for',
    notOffered: 'Namespaces can not be asked for here',
    notOfferedDetail:
      'An operator switches this on with eksFleet.requests.enabled and a fleet repository that has a place for namespaces.',
    noOwners: 'You are in no group that namespaces could be for',
    noOwnersDetail:
      'A namespace belongs to a team. Ask whoever looks after this portal’s catalog to add you to the group of your team.',
    halted: 'All writing to Git is halted',
    haltedDetail:
      '{{message}} You can ask nevertheless; it goes on once writing is let go again.',
    basics: 'For whom, and where',
    amounts: 'How much, and how long',
    safety: 'Who gets in, and what may run',
    why: 'Why',
    more: 'Network, access, repositories and pod security',
    review: 'Review',
    back: 'Back to the form',
    submit: 'Ask for it',
    sent: 'The namespace is asked for',
    open: 'Open the request',
    live: 'May I have it?',
    missing:
      'Fill in {{fields}} to see whether you may have it, and what it costs.',
    missingForSubmit: 'Still to fill in: {{fields}}.',
    checking: 'Being checked…',
    outdated: 'of what was filled in before',
    checkFailed: 'It could not be checked: {{message}}',
    denied: 'This will be refused as it is. Change what is marked.',
    already: 'A request for this namespace is under way.',
    openOther: 'Open it',
    problems: 'This is not right yet',
    willBe: 'What you ask for',
    conflict: 'It changed while you looked at it',
    conflictDetail:
      '{{message}} What follows is how it stands now; look at it again before you ask.',
    failed: 'It could not be asked for: {{message}}',
    needed_owner: 'the team',
    needed_environment: 'the environment',
    needed_cluster: 'the cluster',
    needed_name: 'the name',
    needed_quota: 'CPU and memory',
    needed_reason: 'why you need it',
    needed_ticket: 'the ticket',
  },
  field: {
    owner: 'Team',
    ownerHint:
      'It belongs to the team, counts against its quota, and its members get in.',
    environment: 'Environment',
    environmentHint:
      'It decides which clusters it can be on, and how strict they are.',
    choose: 'Choose',
    name: 'Name',
    nameHint: 'Lower-case letters, digits and dashes, such as {{example}}.',
    nameWrong:
      'Only lower-case letters, digits and dashes, at most 63, without a dash at either end',
    nameReserved:
      '{{name}} is reserved by {{pattern}}; begin with your team’s name',
    costCenter: 'Cost centre',
    cluster: 'Cluster',
    clusterHint:
      'The most fitting first; one is chosen for you until you choose.',
    clusterWait:
      'Choose a team and an environment, and clusters that fit are listed here.',
    clusterNone: 'No cluster fits',
    clusterNoneDetail: 'What speaks against each is told below.',
    clusterEmpty: 'There is no cluster of this environment that you may read.',
    clusterFailed: 'Clusters could not be ranked: {{message}}',
    clusterBest: 'fits best',
    clusterRank: 'number {{rank}}',
    clusterDenied_one: '{{count}} cluster does not fit',
    clusterDenied_other: '{{count}} clusters do not fit',
    clusterMore_one: 'Show {{count}} more cluster',
    clusterMore_other: 'Show {{count}} more clusters',
    clusterGone:
      'The cluster that was chosen is not among those that could be chosen.',
    size: 'Size',
    sizeCustom: 'Own amounts',
    cpu: 'CPU',
    cpuHint: 'Cores, such as 2 or 500m',
    memory: 'Memory',
    memoryHint: 'Such as 8Gi',
    memoryLimit: 'Memory limit',
    memoryLimitHint:
      'Of all containers together; as much as the memory where empty',
    storage: 'Storage',
    storageHint: 'Such as 20Gi; none where empty',
    pods: 'Pods',
    volumes: 'Volumes',
    loadBalancers: 'Load balancers',
    moreAmounts: 'More amounts',
    quotaOf: 'Quota of {{team}}',
    expiresOn: 'Needed until',
    expiresHint:
      'A day such as {{day}}, in UTC; you are told before, and can extend it. No end where empty.',
    expiresMost:
      'A day such as {{day}}, at most {{count}} days from now, in UTC; you are told before, and can extend it.',
    expiresWrong: 'A day such as {{day}}',
    expiresChoices: 'Quick choices',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    noEnd: 'No end',
    access: 'Access',
    accessHint:
      'Who gets into the namespace, besides what the platform gives the team.',
    accessWho: 'Kubernetes group or role ARN',
    accessWhoHint:
      'Such as team-payments, or arn:aws:iam::111122223333:role/team-payments',
    accessLevel: 'May',
    accessView: 'view',
    accessEdit: 'edit',
    accessAdd: 'Add',
    accessRemove: 'Remove {{who}}',
    accessNone: 'Nobody yet',
    network: 'Network',
    networkHint:
      'All else is refused; DNS and what stays within the namespace are always allowed.',
    fromIngress: 'In: what brings traffic into the cluster',
    toInternet: 'Out: the internet',
    fromNamespaces: 'In: from these namespaces',
    toNamespaces: 'Out: to these namespaces',
    namespacesHint: 'Names, apart by commas',
    toCidrs: 'Out: to these addresses',
    toCidrsHint: 'One a line, such as 10.20.0.0/16:5432',
    podSecurity: 'Pod security',
    podSecurityHint:
      'The least strict that {{environment}} allows is {{level}}.',
    restricted: 'restricted: nothing that could get out of its container',
    baseline: 'baseline: what most applications need',
    privileged: 'privileged: no limits; only where nothing else works',
    sourceRepos: 'Repositories that Argo CD may deploy from',
    sourceReposHint:
      'One a line, by https or ssh; /* at the end is any in that folder',
    reason: 'Why do you need it?',
    reasonHint: 'Who decides reads it, and it is written to Git.',
    ticket: 'Ticket',
    ticketHint: 'Its number or address',
  },
} as const;
