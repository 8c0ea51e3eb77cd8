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

export const clustersMessages = {
  clusters: {
    question: 'Which clusters are there?',
    what: 'The list of clusters',
    count_one: '{{count}} cluster',
    count_other: '{{count}} clusters',
    search: 'Search name, ARN, owner, account',
    searchHint: 'Press / to search',
    table: 'Clusters',
    filters: 'Filters',
    clear: 'Clear filters',
    columns: 'Columns',
    csv: 'CSV',
    csvFailed: 'The CSV could not be made: {{message}}',
    empty: 'No cluster fits',
    emptyFiltered: 'No cluster fits these filters.',
    emptyAll:
      'No cluster has been discovered yet. Sources says what discovery sees.',
    moreFailed: 'More rows could not be loaded: {{message}}',
    showAll: 'Show all {{total}}',
    showLess: 'Show fewer',
    none: '(none)',
    foreign: 'foreign',
    foreignHint: 'Another source of the catalog says that it exists',
    actions: 'Actions',
    rowMenu: 'Actions for {{name}}',
    console: 'Open in AWS console',
    copyKubeconfig: 'Copy kubectl command',
    copyLink: 'Copy link to the cluster',
    copyArn: 'Copy ARN',
    commandCopied: 'Command copied: {{command}}',
    arnCopied: 'ARN copied',
    supportDays: '{{state}} {{days}} d',
    supportUntil: 'Standard support until {{date}}',
    supportExtended: 'Extended support since {{from}}, until {{to}}',
    supportPast: 'All support ended on {{date}}',
  },
  column: {
    name: 'Name',
    status: 'Status',
    version: 'Version',
    account: 'Account',
    region: 'Region',
    environment: 'Environment',
    owner: 'Owner',
    system: 'System',
    cost: 'USD/month',
    created: 'Created',
    seen: 'Seen',
  },
  facet: {
    account: 'Account',
    region: 'Region',
    version: 'Version',
    support: 'Support',
    status: 'Status',
    environment: 'Environment',
    owner: 'Owner',
    system: 'System',
    observation: 'Observation',
    drift: 'Against Git',
    origin: 'Origin',
    provider: 'Provider',
    originOurs: 'discovered',
    originForeign: 'foreign',
  },
} as const;
