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

export const costsMessages = {
  costs: {
    question: 'What does the fleet cost, and what would moving save?',
    what: 'The costs',
    empty: 'There is nothing to add up yet',
    emptyDetail:
      'Costs appear once clusters are discovered. Sources says what discovery sees.',
    noneDetail: 'No cluster fits these filters.',
    groupBy: 'Group by',
    byOwner: 'Owner',
    byAccount: 'Account',
    byEnvironment: 'Environment',
    controlPlanes: 'USD a month for control planes',
    extended: 'USD a month of it for extended support',
    extendedYear: 'USD for extended support over the next twelve months',
    compute: 'USD a month for compute (estimate)',
    notKnown: 'not known',
    months: 'Control planes, month by month',
    monthsHint: 'if no cluster moves',
    monthsOf: 'Whose',
    everything: 'All clusters',
    standardPart: 'standard price',
    extendedPart: 'extended support on top',
    month: 'Month',
    standardColumn: 'Standard price (USD)',
    extendedColumn: 'Extended support (USD)',
    clustersExtended: 'Clusters in extended support',
    chart: 'Control planes by month. {{summary}}',
    chartMonth: '{{month}}: {{total}} USD, {{extended}} of it extended support',
    groups: 'Who pays',
    clusters: 'Clusters',
    controlPlaneColumn: 'Control planes',
    extendedMonthColumn: 'Extended support',
    extendedYearColumn: 'Extended, 12 months',
    computeColumn: 'Compute',
    usdPerMonth: 'USD a month',
    total: 'All',
    nobody: '(none)',
    atLeast: 'at least {{amount}}',
    unpriced_one: '{{count}} node of a type without a price: {{types}}',
    unpriced_other: '{{count}} nodes of types without a price: {{types}}',
    unpricedGroup_one: '{{count}} node without a price',
    unpricedGroup_other: '{{count}} nodes without a price',
    unpricedDetail:
      'They are not in the estimate. Prices come from eksFleet.prices.instances in the configuration.',
    unobserved_one: 'The nodes of {{count}} cluster are not known.',
    unobserved_other: 'The nodes of {{count}} clusters are not known.',
    unobservedGroup_one: '{{count}} cluster not observed',
    unobservedGroup_other: '{{count}} clusters not observed',
    unobservedDetail: 'They are not in the estimate.',
    emptiest: 'The emptiest clusters',
    emptiestHint: 'requested of what their nodes offer',
    emptiestNone:
      'Nothing is known of what workloads ask for; that needs Kubernetes facts.',
    cluster: 'Cluster',
    owner: 'Owner',
    environment: 'Environment',
    nodes: 'Nodes',
    cpu: 'CPU requested',
    memory: 'Memory requested',
    share: '{{percent}} of {{amount}}',
    runsNothing: 'runs nothing',
  },
} as const;
