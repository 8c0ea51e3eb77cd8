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

export const clusterSourcesMessages = {
  clusterSources: {
    title: 'How each cluster is seen',
    what: 'The list of what clusters are seen by',
    question:
      'Each cluster by each path to it. A path is as good as the worst of what it brings.',
    kinds: 'Paths to clusters',
    countOf: '{{kind}}: {{amount}} {{state}}',
    none: 'No cluster is seen this way.',
    pathsNotFresh_one: 'of {{total}} paths to clusters is not fresh',
    pathsNotFresh_other: 'of {{total}} paths to clusters are not fresh',
    pathsFresh: 'all paths to clusters are fresh',
    notFresh: 'Not fresh',
    all: 'All',
    show: 'Which to show',
    search: 'Search clusters by name',
    onlyAccount: 'Account {{account}}',
    onlyRegion: 'Region {{region}}',
    dropFilter: 'Without the filter {{filter}}',
    well: 'All of them are fresh',
    wellDetail: 'Nothing that fits the filters is stale, failing or missing.',
    noneFit: 'None fits',
    noneFitDetail: 'None fits these filters.',
    showAll: 'Show all',
    empty: 'No cluster is seen yet',
    emptyDetail:
      'Once discovery has found clusters that you may read, each has its lines here.',
    open: 'What {{kind}} of {{name}} says',
    gone: 'There is no such source any more',
    goneDetail: 'The cluster is gone, or is no longer seen this way.',
    panel: '{{name}}: {{kind}}',
    whatPanel: 'The source',
    cluster: 'Cluster',
    lastTry: 'Last try',
    parts: 'What it brings',
    part: 'Kind',
    seen: 'Seen',
    problems: 'What is wrong',
    since: 'since {{age}}',
    lastSeen: 'last seen {{age}}',
    neverSeen: 'never seen',
    next: 'next try {{age}}',
    byItself: 'It is tried again by itself.',
  },
  sourceColumn: {
    name: 'Cluster',
    kind: 'Seen by',
    state: 'State',
    reason: 'Reason',
    place: 'Account, Region',
    lastSuccess: 'Last success',
    nextTry: 'Next try',
  },
  sourceKind: {
    eks: 'EKS API',
    kubernetes: 'Kubernetes API',
    policy: 'Policy engines',
    reporter: 'Reporter',
  },
  sourceKindDetail: {
    eks: 'What AWS answers about a cluster.',
    kubernetes: 'What the API of a cluster answers to the portal.',
    policy:
      'Policies of a cluster, their results and exceptions, for each engine that is there.',
    reporter: 'What a job within a cluster posts to the portal.',
  },
  sourceKindNone: {
    eks: 'Discovery has not found a cluster that you may read.',
    kubernetes:
      'The portal asks no cluster by itself. eksFleet.kubernetes.enabled switches it on.',
    policy:
      'No policies are read. They come with the Kubernetes API: eksFleet.kubernetes.enabled switches that on, and eksFleet.policies.enabled must not be off.',
    reporter:
      'No cluster reports. The chart fleet-reporter makes one do so, which is the way to private clusters.',
  },
  sourceMend: {
    title: 'What would mend it',
    iam: 'Permissions of the role that reads the account',
    account:
      'The credentials for the whole account fail. What would mend them stands with its target.',
    accountLink: 'See the target',
    accessEntry: 'Let the cluster know the role of the portal',
    role: 'Let the role read: apply with kubectl',
    roleName:
      'The role is the one that eksFleet.kubernetes.roleName names, eks-fleet-kubernetes by default. Its trust policy names the role that reads the account.',
    reporter: 'Let the cluster report by itself: install the chart',
    reporterDetail:
      'An endpoint that is private only cannot be reached from outside its VPC. A reporter in the cluster posts the same facts, and needs no way in. Where the portal should reach the endpoint, look at its network, or name a proxy under eksFleet.kubernetes.proxies.',
    reporterLook: 'Look at the reporter in the cluster',
    reporterLookDetail:
      'It posts every 15 minutes unless its schedule was changed. What it could not do stands in its log.',
    pushTool:
      'The tool in the cluster that sends this has fallen silent. Look whether it runs, and whether its token is still valid, under Push tokens.',
    securityHub:
      'Security Hub is read for all clusters at once. What keeps it from that stands above, under Systems.',
    reporterRole:
      'The ClusterRole comes with the chart fleet-reporter: upgrade the release, or look for who changed it.',
  },
} as const;
