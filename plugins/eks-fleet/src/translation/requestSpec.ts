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

/** What is wanted of clusters, namespaces and applications, in words. */
export const requestSpecMessages = {
  spec: {
    namespace: 'Namespace',
    cluster: 'Cluster',
    application: 'Application',
    onCluster: 'On cluster',
    where: 'Where',
    owner: 'For',
    environment: 'Environment',
    costCenter: 'Cost centre',
    quota: 'May take',
    cores: '{{amount}} CPU',
    memory: '{{amount}} of memory',
    memoryLimit: 'at most {{amount}} of memory',
    storage: '{{amount}} of storage',
    pods: '{{amount}} pods',
    loadBalancers_one: '{{count}} load balancer',
    loadBalancers_other: '{{count}} load balancers',
    expiresOn: 'Until',
    noEnd: 'no end',
    access: 'Access',
    mayDo: '{{who}} may {{level}}',
    network: 'Network',
    from: 'in from {{what}}',
    to: 'out to {{what}}',
    nothing: 'nothing outside it',
    onlyDns: 'DNS only',
    ingress: 'what brings traffic into the cluster',
    internet: 'the internet',
    podSecurity: 'Pod security',
    sourceRepos: 'Argo CD reads',
    podIdentity: 'Roles of AWS',
    version: 'Kubernetes',
    autoMode: 'Auto Mode',
    switchedOn: 'on',
    nodeGroups: 'Node groups',
    nodeGroup: '{{name}}: {{least}} to {{most}} of {{types}}',
    addons: 'Add-ons',
    support: 'Support',
    deletionProtection: 'Deletion protection',
    yes: 'yes',
    no: 'no',
    clusters: 'On clusters',
    parameters: 'Parameters',
    sync: 'Argo CD',
    syncByHand: 'waits for somebody to sync it',
    syncPrunes: 'deletes what is gone from the source',
    going: 'is to go: what runs is deleted, then its file',
    lifecycle: 'End',
    allClusters: 'all of the environment that have the namespace',
    source: 'From',
    promotedFrom: 'Promoted from',
  },
} as const;
