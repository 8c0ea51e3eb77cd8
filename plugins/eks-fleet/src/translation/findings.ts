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

/** What does not pass, one by one. */
export const findingsMessages = {
  findings: {
    question: 'What breaks which policy, since when, and who mends it?',
    what: 'The list of findings',
    whatOne: 'The finding',
    whatFacets: 'The filters',
    table: 'Findings',
    search: 'Search resource, rule, policy',
    count_one: '{{count}} finding',
    count_other: '{{count}} findings',
    atLeast: 'at least {{findings}} findings',
    open: 'Open {{policy}} on {{resource}}',
    on: '{{resource}} on {{cluster}}',
    firstSeen: 'first seen {{age}}',
    empty: 'Nothing breaks a policy',
    emptyDetail:
      'No result that was read fails, warns or could not be evaluated. What is not read says nothing: Policies shows clusters without an engine and those with old results.',
    emptyAction: 'To the policies',
    noneFits: 'No finding fits these filters',
    sought: 'A link looked for {{what}}',
    soughtDetail:
      'No open finding fits all of that: it may be resolved, exempt, or known by another name here. These are those nearest to it.',
    gone: 'There is no such finding any more',
    goneDetail:
      'It was resolved and forgotten, or it is on a cluster that you may not read.',
    resolved: 'Resolved',
    stateOpen: 'Open',
    overdue: 'Overdue',
    dueWeek: 'Due this week',
    newWeek: 'New this week',
    resolvedWeek: 'Resolved this week',
    exempt: 'Exempt',
    mine: 'Assigned to me',
    byRule: 'rule {{value}}',
    byResource: 'resource {{value}}',
    byAssignee: 'assigned to {{value}}',
    byException: 'exception {{value}}',
    newDay: 'new since yesterday',
    resolvedDay: 'resolved since yesterday',
    noOwner: 'no owner',
    assignedTo: 'assigned to {{who}}',
    stale: 'may be gone: its source has not been read for too long',
  },
  findingColumn: {
    severity: 'Severity',
    policy: 'Policy',
    resource: 'Resource',
    cluster: 'Cluster',
    namespace: 'Namespace',
    owner: 'Owner',
    due: 'Due',
    firstSeen: 'First seen',
    result: 'Result',
  },
  findingFacet: {
    severity: 'Severity',
    result: 'Result',
    name: 'Policy',
    policy: 'Policy of one engine',
    engine: 'Engine',
    category: 'Category',
    environment: 'Environment',
    owner: 'Owner',
    account: 'Account',
    region: 'Region',
    cluster: 'Cluster',
    namespace: 'Namespace',
    kind: 'Kind',
  },
  finding: {
    policy: 'Policy',
    rule: 'Rule',
    mode: 'Mode',
    resource: 'Resource',
    cluster: 'Cluster',
    owner: 'Owner',
    ownerFrom_resource: 'by a label of the resource',
    ownerFrom_namespace: 'by a label of the namespace',
    ownerFrom_component: 'by the component that runs there',
    ownerFrom_cluster: 'the owner of the cluster',
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
    resolvedAt: 'Resolved',
    due: 'Due',
    assignee: 'Assigned',
    assignedBy: 'by {{who}}, {{age}}',
    exceptions: 'Exempt by',
    source: 'Source',
    message: 'What the engine says',
    remediation: 'What to do',
    properties: 'What else the engine says',
    links: 'Where to go on',
    kubectl: 'Look at it',
    clusterPolicies: 'All policies of this cluster',
    sameResource: 'Everything about this resource',
    assign: 'Assign',
    reassign: 'Assign anew',
  },
  assign: {
    title: 'Who looks after it?',
    detail:
      '{{policy}} on {{resource}}. The assignment is a note for people; it gives nobody a right, and ends with the finding.',
    who: 'User or group',
    whoHint: 'A reference of the catalog, such as group:default/payments',
    note: 'Note',
    me: 'Me',
    choices: 'Quick choices',
    confirm: 'Assign',
    remove: 'Take the assignment away',
    done: 'Assigned to {{who}}',
    removed: 'The assignment is taken away',
    failed: 'That did not work: {{message}}',
  },
  policyTab: {
    linksOf: 'More about {{policy}}',
    what: 'The policies of the cluster',
    engines: 'Engines',
    noEngines: 'No policy engine was seen on it.',
    feeds: 'Where this is known from',
    feed: 'Source',
    state: 'State',
    observed: 'Last complete reading',
    evaluated: 'Engine last looked',
    noFeeds: 'Nothing reads policies of this cluster',
    noFeedsDetail:
      'The collectors policyReports, policyKyverno, policyGatekeeper and policyAdmission read them by the Kubernetes API once the portal may; Sources says what is missing.',
    truncated: 'The engine keeps only some of what it finds.',
    passes_exact: 'passes counted',
    passes_atLeast: 'passes counted in part',
    passes_notRecorded: 'keeps no passes',
    policies: 'Policies',
    none: 'No policy was seen on it',
    noneDetail:
      'That says nothing of what runs there as long as a source is missing or fails.',
    namespaces: 'Namespaces with findings',
    noNamespace: 'of the whole cluster',
    allFindings: 'All findings of this cluster',
  },
  entityFindings: {
    title: 'Policy findings',
    what: 'The findings',
    ofGroup: 'Findings on what {{owner}} owns',
    ofNamespace:
      'Findings in the namespace {{namespace}} of what {{owner}} owns',
    ofNamespaceOnly: 'Findings in the namespace {{namespace}}',
    none: 'Nothing of theirs breaks a policy',
    noneDetail:
      'No result that was read fails, warns or could not be evaluated there.',
    unknown: 'It is not known what runs for it',
    unknownDetail:
      'The component has neither an owner nor the annotation backstage.io/kubernetes-namespace.',
    all_one: 'The finding with filters',
    all_other: 'All {{count}} findings with filters',
    ofTheOwner: 'Everything of {{owner}}',
  },
} as const;
