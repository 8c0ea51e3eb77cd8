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

export const overviewMessages = {
  overview: {
    rollouts: 'Rollouts running',
    rolloutsNone: 'No rollout runs or waits.',
    rolloutsAll: 'All {{total}}',
    question: 'Is the fleet all right, and what should I do first?',
    what: 'The overview',
    clusters_one: 'cluster',
    clusters_other: 'clusters',
    accounts_one: 'account',
    accounts_other: 'accounts',
    regions_one: 'Region',
    regions_other: 'Regions',
    sourcesFailing_one: 'source failing',
    sourcesFailing_other: 'sources failing',
    sourcesFine: 'all sources read',
    foreign_one: 'foreign cluster',
    foreign_other: 'foreign clusters',
    seen: 'last seen',
    cost: 'USD a month',
    costExtended: '{{amount}} of it for extended support',
    empty: 'No cluster has been discovered yet',
    emptyDetail:
      'Clusters appear here after the first scan. Name accounts or an organization under catalog.providers.eksFleet, and look at Sources for what discovery says.',
    emptyAction: 'Open Sources',
    attention: 'Needs attention',
    attentionOrder: 'by the cost of waiting',
    nothing: 'Nothing needs you now.',
    versions: 'Versions',
    slider: 'Support as it will be in',
    asTable: 'Show as table',
    asChart: 'Show as chart',
    version: 'Version',
    noVersion: 'unknown',
    supportState: 'Support',
    supportEnds: 'State ends',
    readiness: 'Readiness',
    readinessTarget: 'for the next minor',
    readinessOpen: 'See what blocks',
    grid: 'Accounts × Regions',
    gridHelp: 'Arrow keys move, Enter opens the clusters of a cell',
    account: 'Account',
    cell: '{{account}}, {{region}}: {{clusters}}',
    cellClusters_one: '{{count}} cluster',
    cellClusters_other: '{{count}} clusters',
    cellNone: 'no clusters',
    cellExtended: '{{total}} in extended support',
    cellUnsupported: '{{total}} past all support',
    cellFailed: '{{total}} failed',
  },
  attention: {
    forcedUpgrade_one:
      '{{count}} cluster on {{version}} leaves extended support {{when}}, then AWS upgrades it',
    forcedUpgrade_other:
      '{{count}} clusters on {{version}} leave extended support {{when}}, then AWS upgrades them',
    unsupported_one: '{{count}} cluster on {{version}} is past all support',
    unsupported_other: '{{count}} clusters on {{version}} are past all support',
    extendedSoon_one:
      '{{count}} cluster on {{version}} enters extended support {{when}}',
    extendedSoon_other:
      '{{count}} clusters on {{version}} enter extended support {{when}}',
    extendedSoonCost: 'then {{amount}} USD a month more',
    extendedCost_one: '{{count}} cluster pays for extended support',
    extendedCost_other: '{{count}} clusters pay for extended support',
    extendedCostAmount: '{{amount}} USD a month',
    clusterFailed_one: '{{count}} cluster has failed',
    clusterFailed_other: '{{count}} clusters have failed',
    targetFailing: '{{account}}: {{problem}}',
    targetFailingRegions: 'in {{regions}}',
    heldRemovals_one: '{{count}} removal waits for somebody to accept it',
    heldRemovals_other: '{{count}} removals wait for somebody to accept them',
    since: 'since {{age}}',
    severityCritical: 'Critical',
    severityWarning: 'Warning',
    severityInfo: 'For information',
    fix: 'Fix',
    see: 'See',
    open: 'Open',
  },
} as const;
