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

/** What is below the waves of a rollout. */
export const rolloutTabMessages = {
  gates: {
    none: 'No wave has gates',
    noneDetail:
      'The strategy asks for none. Gates hold a wave until something is so: an approval, readiness, silence of alarms.',
    before: 'before the wave',
    after: 'after the wave',
    needed: '{{needed}} must approve',
    checked: 'looked at {{age}}',
    opened: 'opened {{age}}',
    expires: 'expires {{age}}',
    evidence: 'What it saw',
    frozen: 'Evidence frozen with it',
    willFreeze: 'Evidence that is frozen with your decision',
    approved: '{{who}} approved',
    rejected: '{{who}} rejected',
    head: 'of commit {{head}}',
    voided: 'This does not count any more: {{why}}',
    notYet: 'It is asked once the wave before is done.',
    own: 'You planned, edited or started this rollout; somebody else decides.',
    noRight:
      'You may not decide here: that needs the permission eks-fleet.rollout.approve on this rollout.',
    notOwner:
      'You may not decide here: whoever approves must own something in this wave.',
    approve: 'Approve',
    reject: 'Reject',
    hold: 'Hold',
    release: 'Release',
    approveWill:
      'Wave {{wave}} with {{cells}} may open once its other gates do. Your name, comment and the evidence are kept. An edited plan or a new commit voids it.',
    rejectWill:
      'Wave {{wave}} with {{cells}} does not open. The rollout stays where it is until somebody edits or cancels it.',
    holdWill:
      'Wave {{wave}} with {{cells}} does not open until it is released.',
    releaseWill:
      'Wave {{wave}} with {{cells}} may open once its other gates do.',
    approveDone: 'Approved',
    rejectDone: 'Rejected',
    holdDone: 'Held',
    releaseDone: 'Released',
  },
  forecast: {
    none: 'There is no forecast',
    noneDetail: 'It is made with the plan, and kept up while the rollout runs.',
    measured: 'From {{samples}} upgrades that were measured.',
    partly:
      'In part from {{samples}} upgrades that were measured; the rest is assumed as AWS usually takes.',
    assumed:
      'From assumed durations, as too few upgrades have been measured yet.',
    waves: 'When each wave ends',
    wave: 'Wave',
    start: 'Begins (p50)',
    end: 'Ends (p50)',
    late: 'Ends (p90)',
    all: 'All',
    support: 'Support dates',
    clusters: 'Clusters',
    supportEnds: 'Standard support ends',
    inTime: 'In time',
    before: 'yes, at p90',
    maybe: 'perhaps: at p50 only',
    after: 'no',
    cost: 'Extended support until then, USD',
  },
  plan: {
    problems: 'What is wrong with the plan',
    error: 'error',
    warning: 'warning',
    aboutMore: '{{names}} and {{more}} more',
    selection: 'Clusters: {{selection}}',
    everything: 'every cluster',
    named: '{{clusters}} by name',
    excluded: 'without {{clusters}}',
    made: 'Planned {{time}}, hash {{hash}}',
    waves: 'Waves of the plan',
    rule: 'Rule',
    cells: 'Cells',
    strategy: 'Strategy: {{name}}',
  },
  pullRequests: {
    none: 'No pull request has been opened',
    noneDetail:
      'The executor gitops opens one for each cell and track, once the gates of the wave are open and a slot is free.',
    title: 'Pull request',
    cells: 'Cells',
    tracks: 'Moves',
    merged: 'Merged',
  },
} as const;
