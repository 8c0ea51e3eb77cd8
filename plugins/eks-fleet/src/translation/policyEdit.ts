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

/** Switching policies through Git. */
export const policyEditMessages = {
  policyEditState: {
    proposed: 'proposed',
    merged: 'merged',
    inForce: 'in force',
    superseded: 'superseded',
    closed: 'closed unmerged',
    failed: 'failed',
  },
  policyEditEffect: {
    changes: 'changes',
    same: 'so already',
    overridden: 'overridden',
    unknown: 'not known',
  },
  policyEditOutcome: {
    refused: 'refused',
    findingsGo: 'findings go',
    letIn: 'let in',
    notKnown: 'not known',
    judgedAnew: 'judged anew',
    unchanged: 'findings stay',
    nothing: 'nothing changes',
  },
  policyEdit: {
    change: 'Change',
    unseenTitle: '{{name}} is on no cluster that you may read',
    unseen:
      'The chart fleet-policies has it. It can be switched on for all clusters, an environment, a tenant or one cluster.',
    unseenPolicies: 'In the chart, and on no cluster:',
    changeOn: 'Change the policy on {{cluster}}',
    title: 'Change {{policy}}',
    what: 'Where the policy is switched',
    loading: 'Where it is switched is being read.',
    unread: 'Where it is switched cannot be read: {{message}}',
    notOfChart:
      'It does not come from the chart fleet-policies, so it cannot be switched here.',
    notAllowed:
      'Nothing of it may be switched by you: that needs eks-fleet.policy.edit on each cluster that a layer reaches.',
    where: 'Where',
    layerNotAllowed: 'not by you',
    layer_default: 'All clusters',
    layer_label: '{{label}} {{value}}',
    layer_cluster: 'Only {{value}}',
    layerClusters_one: '{{layer}} ({{count}} cluster)',
    layerClusters_other: '{{layer}} ({{count}} clusters)',
    onClusters: 'On these clusters, in the layer of each: {{clusters}}',
    says: 'Now {{mode}} by this layer.',
    saysNothing: 'This layer says nothing of its mode.',
    mode: 'Mode',
    mode_enforce: 'enforce: refuse what breaks it',
    mode_warn: 'warn: tell whoever writes it',
    mode_audit: 'audit: report only',
    mode_off: 'off: do not look',
    mode_leave: 'leave it to the layers below',
    mode_keep: 'keep the mode',
    more: 'Parameters and exclusions',
    namespaces: 'Namespaces left out',
    namespacesHint:
      'Names, with * for any part, apart by commas. The whole list: it replaces that of the layers below.',
    texts: 'Apart by commas.',
    yes: 'yes',
    no: 'no',
    reason: 'Reason',
    reasonHint: 'It stands in the pull request, for all to read.',
    ticket: 'Ticket',
    ticketHint: 'Its number or address',
    cannot: 'It cannot be changed so',
    preview: 'Preview',
    back: 'Back',
    confirm: 'Open pull request',
    done: 'The pull request is being opened',
    conflict: 'Git has changed since',
    conflictDetail:
      'This is what it would do now. Look at it again before you go on.',
    will_one: 'A pull request changes {{count}} cluster once it is merged.',
    will_other: 'A pull request changes {{count}} clusters once it is merged.',
    outcomes: 'What becomes of findings',
    hint_one:
      'In {{environment}}, {{count}} other cluster has it, with {{findings}} findings.',
    hint_other:
      'In {{environment}}, {{count}} other clusters have it, with {{findings}} findings.',
    clusters: 'What changes on each cluster',
    cluster: 'Cluster',
    effect: 'Effect',
    setting: 'Before → after',
    note: 'Besides',
    beforeAfter: '{{before}} → {{after}}',
    overriddenBy: 'Its own layer has the last word: {{paths}}',
    parameter: '{{name}}: {{value}}',
    excluded: 'leaves out {{namespaces}}',
    excludedNone: 'leaves out no namespace',
    moreClusters_one: 'and {{count}} more cluster',
    moreClusters_other: 'and {{count}} more clusters',
    notes: 'To be known',
    diff: 'What is written to Git',
    files: 'Files',
    repository: 'Repository',
  },
  policyEdits: {
    title: 'Changes through Git',
    what: 'The changes through Git',
    none: 'Nobody has changed it in the portal yet.',
    state: 'State',
    change: 'Change',
    where: 'Where',
    by: 'Asked by',
    pullRequest: 'Pull request',
    pullRequestOf: 'Pull request #{{number}}',
    noPullRequest: 'none yet',
    hidden: 'a layer of clusters that you may not read',
    to: 'to {{mode}}',
    left: 'left to the layers below',
    otherwise: 'parameters or exclusions',
    inForceOn: 'in force on {{seen}} of {{clusters}}',
    cancel: 'Take back',
    cancelTitle: 'Take this change back?',
    cancelDetail:
      'Nothing is changed. Where its pull request is open, it is closed unmerged.',
    cancelled: 'The change is taken back',
  },
  safeToEnforce: {
    title: 'Safe to enforce',
    what: 'Where it is safe to enforce',
    none: 'It is safe to enforce on no cluster now: nothing may have failed for {{days}} days, as far as that is known.',
    group_one: '{{environment}}: {{count}} cluster is safe',
    group_other: '{{environment}}: {{count}} clusters are safe',
    noEnvironment: 'without environment',
    allSafe: 'all that have it',
    notSafe_one: '{{count}} other is not yet',
    notSafe_other: '{{count}} others are not yet',
    enforce: 'Enforce by pull request',
    enforceIn: 'Enforce in {{environment}} by pull request',
    enforceOn_one: 'Enforce on {{count}} safe cluster by pull request',
    enforceOn_other: 'Enforce on {{count}} safe clusters by pull request',
    first: 'the first {{count}}',
  },
} as const;
