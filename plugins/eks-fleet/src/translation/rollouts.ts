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

/** The list of rollouts, and halting all of them. */
export const rolloutsMessages = {
  rollouts: {
    question: 'What is on its way over the fleet, and what waits for whom?',
    what: 'The list of rollouts',
    plan: 'Plan a rollout',
    search: 'Search rollouts',
    filters: 'Filters',
    mine: 'Waits for me',
    clear: 'Clear filters',
    dropFilter: 'Show not only {{filter}}',
    onlyVersion: 'to {{version}}',
    moving: 'Running and waiting',
    planned: 'Planned and drafts',
    ended: 'Over',
    empty: 'No rollout has been planned yet',
    emptyDetail:
      'A rollout carries a new Kubernetes version, add-ons or node images over the fleet in waves: the sandbox first, one production cluster next, then more as confidence grows.',
    noneFits: 'No rollout fits these filters',
    more: 'Load more',
    changeAddons: 'add-ons {{addons}}',
    changeImages: 'node images → {{release}}',
    waves: 'Waves of {{title}}',
    wave: 'Wave {{index}}, {{name}}: {{state}}, {{done}} of {{cells}} done',
    waveFailed: '{{failed}} failed',
    count: '{{total}} {{part}}',
    cells_one: '{{count}} cell',
    cells_other: '{{count}} cells',
    underWay: '{{running}} under way',
    waiting: 'Waits',
    waitingUntil: 'until {{time}} at the earliest',
    waitingSince: 'since {{time}}',
    waitingWho: 'for {{who}}',
    ends: 'Ends about {{p50}} (p90 {{p90}})',
    ended_on: 'Ended {{time}}',
    startedBy: 'started by {{who}}',
    plannedBy: 'planned by {{who}}',
    supportBefore: 'before {{version}} leaves standard support on {{date}}',
    supportMaybe:
      'perhaps not before {{version}} leaves standard support on {{date}}',
    supportAfter: 'after {{version}} leaves standard support on {{date}}',
    supportOver: '{{version}} has been out of standard support since {{date}}',
    supportCost: ': {{amount}} USD of extended support until it is done',
    movedOutside_one: '{{count}} cluster moved outside',
    movedOutside_other: '{{count}} clusters moved outside',
    unassigned_one: '{{count}} cluster unassigned',
    unassigned_other: '{{count}} clusters unassigned',
  },
  fleetStop: {
    stopped: 'The fleet is stopped: nothing is written outward',
    by: 'By {{who}}, {{age}}: {{reason}}',
    whatRuns:
      'What AWS and Argo CD already work on goes on and is followed; no new step begins.',
    stop: 'Stop the fleet',
    go: 'Let the fleet go on',
    stopTitle: 'Stop the fleet?',
    stopDetail:
      'All rollouts and requests stop writing outward within one reconcile, about 30 seconds: no upgrade is asked for, no pull request is opened or merged. What is in flight finishes and is followed. This counts for everybody until somebody lets the fleet go on.',
    goTitle: 'Let the fleet go on?',
    goDetail:
      'All rollouts and requests go on where they stood, as their gates and windows allow.',
    reason: 'Why',
    type: 'Type “{{words}}” to go on',
    stopDone: 'The fleet is stopped',
    goDone: 'The fleet goes on',
    failed: 'That did not work: {{message}}',
  },
} as const;
