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

/** Asking for exceptions from policies, and deciding on them. */
export const exceptionRequestsMessages = {
  exceptionRequestState: {
    pendingApproval: 'waits for approval',
    proposed: 'proposed',
    merged: 'merged',
    inForce: 'in force',
    expired: 'expired',
    removed: 'removed',
    rejected: 'rejected',
    closed: 'closed unmerged',
    cancelled: 'cancelled',
    failed: 'failed',
  },
  exceptionStep: {
    asked: 'Asked for',
    agreed: 'Approved by a second person',
    merged: 'Merged in Git',
    inForce: 'In force on all of its clusters',
    ended: 'Ended',
    removed: 'Gone from its clusters',
  },
  exceptionStepState: {
    done: 'done',
    now: 'under way',
    next: 'to come',
    skipped: 'passed over',
    stopped: 'it went no further',
  },
  exceptionRequestColumn: {
    state: 'State',
    policy: 'Exempt from',
    scope: 'Covers',
    clusters: 'Clusters',
    requestedBy: 'Asked by',
    until: 'Until',
    pullRequest: 'Pull request',
  },
  exceptionRequests: {
    tabs: 'Exceptions',
    tab_register: 'In the clusters',
    tab_requests: 'Requests',
    question: 'Who asks to be exempt, and what does it wait for?',
    what: 'The list of requests',
    whatOne: 'The request',
    table: 'Requests for exceptions',
    count_one: '{{count}} request',
    count_other: '{{count}} requests',
    open: 'Open the request for {{name}}',
    empty: 'Nobody asked for an exception',
    emptyDetail:
      'Open a finding and choose “Request exception”. The request, who agreed to it, its pull request and its end are listed here.',
    emptyAction: 'To the findings',
    noneFits: 'No request fits these filters',
    gone: 'There is no such request',
    goneDetail: 'It never was, or it is on clusters that you may not read.',
    waitsForMe: 'Waits for me',
    mine: 'Asked by me',
    byCluster: 'Show not only {{cluster}}',
    theNamespace: 'the namespace {{namespace}}',
    inForceOn: 'in force on {{seen}} of {{clusters}}',
    clusters_one: '{{count}} cluster',
    clusters_other: '{{count}} clusters',
    asked: 'Asked by',
    reason: 'Reason',
    ticket: 'Ticket',
    end: 'Until',
    endedEarly: 'Ended early by',
    name: 'Name in Git',
    kind: 'Written as',
    renderingCel: 'PolicyException of policies.kyverno.io',
    renderingKyverno: 'PolicyException of kyverno.io',
    renderingValues: 'values of the chart fleet-policies',
    policy: 'Exempt from',
    scope: 'Covers',
    finding: 'Asked from',
    findingLink: 'The finding',
    pullRequest: 'Pull request',
    removal: 'Its removal',
    waits: 'Waits for',
    waitsFor_pendingApproval:
      'somebody else who may approve exceptions on each of its clusters',
    waitsFor_proposed:
      'whoever may merge pull requests of the fleet repository',
    waitsFor_merged: 'its clusters to take it from Git',
    waitsFor_inForce: 'its end',
    waitsFor_expired: 'its removal to be merged, and to reach its clusters',
    progress: 'Progress',
    decision: 'Decision',
    decided_approve: '{{who}} approved',
    decided_reject: '{{who}} rejected',
    onClusters: 'On its clusters',
    notYet: 'not seen there yet',
    seen: 'in force since {{time}}',
    wentAway: 'gone since {{time}}',
    files: 'Files',
    events: 'What happened',
    thePortal: 'the portal',
    notDecidable:
      'You asked for it, so somebody else has to approve or reject it.',
  },
  exceptionAct: {
    approve: 'Approve',
    reject: 'Reject',
    cancel: 'Cancel request',
    remove: 'Remove early',
    removeAgain: 'Propose the removal again',
    title_approve: 'Approve this exception?',
    title_reject: 'Reject this exception?',
    title_cancel: 'Cancel this request?',
    title_remove: 'End this exception now?',
    will_approve:
      'A pull request that exempts {{scope}} from {{policy}} on {{clusters}} is opened in the fleet repository, with your name as who agreed. You agree to exactly the files that are shown; it takes effect once it is merged.',
    will_reject:
      'The request is over, nothing is written to Git, and {{who}} reads your comment.',
    will_cancel:
      'The request is over. Where its pull request is open, it is closed unmerged.',
    will_remove:
      'A pull request that takes it out of Git is opened now. Once that is merged, {{policy}} holds again for {{scope}} on {{clusters}}.',
    comment: 'Comment',
    done_approve: 'The exception is approved',
    done_reject: 'The exception is rejected',
    done_cancel: 'The request is cancelled',
    done_remove: 'The removal is being proposed',
  },
  askException: {
    ask: 'Request exception',
    title: 'Request an exception',
    about: '{{policy}} on {{resource}}, cluster {{cluster}}',
    askOn: 'Request exception on {{cluster}}',
    aboutPolicy: '{{policy}} on cluster {{cluster}}',
    namespace: 'Namespace',
    namespaceHint:
      'The namespace and all in it shall be exempt; for one resource, ask from its finding.',
    actions: 'Actions',
    what: 'What is asked for',
    scope: 'What shall be exempt',
    scope_resource: 'Only {{resource}}, with all that it makes',
    scope_namespace: 'The whole namespace {{namespace}}',
    clusters: 'Where',
    clusters_cluster: 'Only on {{cluster}}',
    clusters_environment:
      'On all clusters of the environment {{environment}} that have the policy',
    reason: 'Reason',
    reasonHint: 'It is written to Git with the exception, for all to read.',
    ticket: 'Ticket',
    ticketHint: 'Its number or address',
    until: 'Until',
    untilHint: 'A day such as {{day}}; it ends with that day, in UTC.',
    untilMost:
      'A day such as {{day}}, at most {{count}} days from now, in UTC.',
    daysChoices: 'Quick choices',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    preview: 'Preview',
    back: 'Back',
    confirm: 'Ask for it',
    cannot: 'It cannot be asked for',
    will_required:
      'Nothing is written to Git yet. Somebody else, who may approve exceptions on each of its clusters, has to agree; then a pull request is opened.',
    will_git:
      'A pull request is opened at once; whoever merges it agrees to the exception.',
    willEnd: 'It ends on {{date}}; the portal then proposes to remove it.',
    notes: 'To be known',
    repository: 'Repository',
    covers_one: 'It covers {{count}} open finding',
    covers_other: 'It covers {{count}} open findings',
    coversAtLeast_one: 'It covers at least {{count}} open finding',
    coversAtLeast_other: 'It covers at least {{count}} open findings',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    onCluster: '{{resource}} on {{cluster}}',
    diff: 'What changes in the repository',
    done: 'The exception is asked for',
    open: 'Open the request',
    asked: 'An exception is asked for.',
  },
} as const;
