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

/** Alerts on clusters of the fleet. */
export const alertMessages = {
  alerts: {
    question:
      'What fires on the fleet, whom does it concern, what changed before?',
    what: 'The list of alerts',
    whatOne: 'The alert',
    table: 'Alerts',
    search: 'Search alerts',
    open: 'Open {{name}}',
    quiet: 'Nothing fires',
    quietCluster: 'Nothing fires on this cluster',
    quietDetail: 'All sources that can be read are silent.',
    noneFits: 'No alert fits these filters',
    noSource: 'No source of alerts is configured',
    noSourceDetail:
      'Alertmanager and CloudWatch can bring alerts here; eksFleet.alerts in the configuration names them.',
    gone: 'There is no such alert any more',
    goneDetail:
      'It may be resolved and forgotten, or it is on a cluster that you may not read.',
    linkGone:
      'The link is about {{name}}. It may be resolved and forgotten; what is known now is below.',
    since: 'since {{age}}',
    ended: 'ended {{age}}',
    clusters: 'Clusters',
    noCluster: 'no cluster that you may read',
    andMore: 'and {{more}} more',
    ambiguous: 'may mean any of several',
    ambiguousDetail:
      'Its label fits several clusters, so it counts for each of them.',
    joinedBy: 'joined by {{by}}',
    runbook: 'Runbook',
    runbookOf: 'Runbook of {{name}}',
    runbookConfigured: 'Configured in this portal',
    source: 'Source',
    kind_alertmanager: 'Alertmanager',
    kind_cloudwatch: 'CloudWatch',
    lastSeen: 'seen {{age}}',
    links: 'Where to go on',
    changes: 'What changed just before',
    noChanges: 'Nothing that the portal knows of.',
    labels: 'Labels',
    sourceFails: 'Alerts of {{id}} cannot be read: {{problem}}',
    sourceWatchdog: 'The Watchdog of {{id}} has gone silent',
    sourceSince: 'Last read: {{age}}.',
    sourceMeaning:
      'What fires there is not known, so its silence is no good news; rollouts hold.',
  },
  alertColumn: {
    severity: 'Severity',
    name: 'Alert',
    state: 'State',
    clusters: 'Clusters',
    owner: 'Owner',
    since: 'Since',
    source: 'Source',
    runbook: 'Runbook',
  },
  clusterRollouts: {
    title: 'Rollouts',
    what: 'The rollouts of the cluster',
    none: 'It has been part of no rollout.',
    where: 'wave {{index}}, {{name}}',
    more: 'All rollouts of this cluster',
  },
} as const;
