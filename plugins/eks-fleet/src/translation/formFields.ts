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

/** Fields of templates, and what leads to templates. */
export const formFieldMessages = {
  formField: {
    clusterSearch: 'Find a cluster by its name',
    clustersFailed: 'Clusters could not be read: {{message}}',
    clustersNone: 'No cluster that you may read has this in its name.',
    clustersMore_one:
      '{{count}} more cluster; type more of the name to see it.',
    clustersMore_other:
      '{{count}} more clusters; type more of the name to see them.',
    clusterUnknown:
      '{{name}} is no cluster that you may read; choose one of those below.',
    clusterWrong:
      'Choose a cluster of the list; {{value}} is none that you may read',
    nameFree: '{{name}} is free.',
    currentFailed: 'What Git says of it could not be read: {{message}}',
    endsNow: 'It ends on {{day}} now.',
    endsNever: 'It has no end now.',
    account: 'AWS account',
    region: 'Region',
    noAccounts:
      'No account and no Region is known in which clusters may be made. An operator names them in eksFleet.requests.clusters.',
    accountMissing: 'Choose an account and a Region',
    accountWrong: 'Choose one of the accounts {{accounts}}',
    regionWrong: 'Choose one of the Regions {{regions}}',
    versionNow: 'It runs {{from}} now.',
    noVersions: 'There is no newer version in standard support.',
    recommended: 'recommended',
    versionWrong: 'Choose one of the versions {{versions}}',
    cidrOwn: 'Another block',
    cidrOwnHint:
      'Such as 10.20.0.0/18, between /16 and /22; it must overlap no other network',
    cidrLater: 'The next free one, when it is asked for',
    cidrNext: 'the next free one of {{pool}}',
    cidrFull: 'nothing is free in it',
    noPools:
      'There is no pool of addresses for this account and Region; type the block that it is to have.',
    chooseCluster: 'Choose a cluster, and its node groups are listed here.',
    noGroups: 'It has no node groups; its nodes come from Auto Mode.',
    addGroup: 'Add a node group',
    removeGroup: 'Remove {{name}}',
    group: 'Node group {{number}}',
    image: 'Image',
    instanceTypes: 'Instance types',
    instanceTypesHint: 'Such as m7i.large, apart by commas',
    addType: 'Add an instance type',
    removeType: 'Remove {{name}}',
    minSize: 'Nodes at least',
    maxSize: 'Nodes at most',
    capacity: 'Capacity',
    onDemand: 'on demand',
    spot: 'spot: cheaper, and taken away at short notice',
    groupCost:
      'About {{least}} to {{most}} USD a month for its nodes, on demand.',
    noAddons: 'There is nothing to choose.',
    addonIncompatible: 'has no version for {{version}}',
    addonWrong: '{{names}}: no version fits Kubernetes {{version}}',
    reviewMissing:
      'Fill in what is asked for, and what it comes to is shown here.',
    reviewDenied: 'This will be refused as it is: {{reasons}}',
    unchecked: 'It could not be checked: {{message}}. Try again in a moment.',
  },
  act: {
    title: 'Ask for a change',
    resize: 'Resize node group',
    addons: 'Manage add-ons',
    upgrade: 'Upgrade',
    extend: 'Extend life',
    quota: 'Change quota',
    delete: 'Delete',
    none: 'There is nothing that you can ask for here.',
  },
  namespaceCard: {
    title: 'Namespace',
    cluster: 'Cluster',
    environment: 'Environment',
    ends: 'Ends',
    noEnd: 'no end',
    request: 'Request',
    openRequest: 'The request that brought it',
  },
} as const;
