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

/** One rollout. */
export const rolloutMessages = {
  rollout: {
    what: 'The rollout',
    all: 'All rollouts',
    notThere: 'There is no such rollout',
    notThereDetail:
      'It may be gone, or you may not read it. A link to a rollout names its id.',
    controlPlane: 'control plane',
    addon: 'add-on {{name}}',
    nodegroup: 'node group {{name}}',
    strategyChanged:
      'The strategy {{name}} has been changed since; this rollout keeps the copy that it started with.',
    stale: 'The plan should be made anew: {{why}}',
    unassigned_one:
      '{{count}} cluster fits the selection by now and is in no wave.',
    unassigned_other:
      '{{count}} clusters fit the selection by now and are in no wave.',
    movedOutside_one:
      '{{count}} cluster was moved by somebody else; the cells say who.',
    movedOutside_other:
      '{{count}} clusters were moved by somebody else; the cells say who.',
    stragglersOf: 'Finishes what another rollout left',
    stragglersOpen: 'Open that rollout',
    executorBy: 'by {{executor}}',
    strategyOf: 'strategy {{name}}',
    wavesTitle: 'Waves',
    now: 'now',
    wavesHint: 'Arrows move among cells, Enter opens one',
    legend: 'Time line: what the spans mean',
    spanRun: 'cells move',
    spanBake: 'bake',
    spanBakeLeft: 'bake, what is left at the least',
    spanForecast: 'expected',
    spanLate: 'expected at the latest (p90)',
    timelineDone: 'began {{start}}, over {{end}}',
    timelineRunning: 'began {{start}}, expected to end {{p50}}, p90 {{p90}}',
    timelinePlanned:
      'expected to begin {{start}} and to end {{p50}}, p90 {{p90}}',
    timelineNone: 'no time is expected yet',
    waveTitle: '{{index}} {{name}}',
    production: 'production',
    cellsOfWave: 'Cells of wave {{index}}, {{name}}',
    cellName: '{{name}}, {{state}}',
    concurrency: '{{number}} at once',
    budget: '{{number}} may fail',
    bake: 'bake {{time}}',
    bakeDone: 'baked {{healthy}}',
    bakeNow: 'healthy {{healthy}} of {{asked}}',
    bakeStill: 'stood still {{time}}',
    bakeSamples: '{{samples}} of {{asked}} looks',
    gate: '{{title}}: {{state}}',
    cellsFailed: 'The cells could not be read: {{message}}',
    cellsLoading: 'Reading cells',
    tabs: 'More about the rollout',
    tabGates: 'Gates',
    tabLog: 'Log',
    tabForecast: 'Forecast',
    tabPlan: 'Plan',
    tabPullRequests: 'Pull requests',
  },
  rolloutAct: {
    menu: 'More that can be done',
    plan: 'Make it a plan',
    start: 'Start',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    cancel: 'Cancel the rollout',
    skipWave: 'Skip a wave',
    stragglers: 'Plan the stragglers',
    assign: 'Take in what is unassigned',
    assignWhich: 'Clusters that the last wave takes',
    assignNone: 'No cluster fits any more.',
    edit: 'Edit',
    title: '{{act}}: {{title}}?',
    willPlan:
      'The draft becomes a plan: {{cells}} in {{waves}} waves. Nothing moves before somebody starts it.',
    willStart:
      '{{cells}} in {{waves}} waves, the first one {{first}}. Each wave opens once its gates do.',
    willPause:
      '{{inFlight}} in flight will finish, {{left}} will not start. Bakes stand still. Anybody who may can resume it.',
    willResume:
      'It goes on where it stood: {{left}} still to start, as gates, windows and bakes allow.',
    willResumeFailures:
      'Failures so far are accepted: the budget counts from here.',
    willStop:
      '{{inFlight}} in flight will finish, {{left}} will not start. Then it stands paused, and can be resumed or cancelled.',
    willCancel:
      '{{inFlight}} in flight will finish, {{left}} will never start. A cancelled rollout cannot be resumed; what is left can be planned as stragglers.',
    willSkipWave:
      '{{left}} of wave {{name}} will not be moved and count as skipped. What is in flight there finishes.',
    willStragglers:
      'A new plan with the same change and strategy for what failed, was skipped or was never reached: {{left}}. Nothing moves before somebody starts it.',
    willAssign:
      'The last wave takes the clusters that are chosen, of {{clusters}}. What was approved is void then, as the plan is another.',
    errorsFirst: 'It cannot start before these errors are mended:',
    wave: 'Wave',
    reason: 'Why (for the log)',
    reasonNeeded: 'Why',
    type: 'Type “{{words}}” to go on',
    doneAct: '{{act}}: done',
    stragglersDone: 'The stragglers are planned',
    clusters_one: '{{count}} cluster',
    clusters_other: '{{count}} clusters',
    notAllowed: 'You may not act on this rollout',
  },
  cell: {
    what: 'The cell',
    notThere: 'There is no such cell',
    notThereDetail: 'The plan may have been made anew; its cells are others.',
    ofWave: 'wave {{index}}, {{name}}',
    attempt: 'attempt {{attempt}}',
    began: 'began {{age}}',
    ended: 'ended {{age}}',
    hop: 'step {{hop}} of {{hops}}',
    seenAt: 'seen at {{version}}',
    update: 'update {{id}}',
    mergedBy: 'by {{who}}',
    tracks: 'Control plane, add-ons and nodes',
    error: '{{code}}: {{message}}',
    advice: 'What to do: {{advice}}',
    resources: 'About: {{ids}}',
    vanished: 'The cluster is gone; it is skipped.',
    movedOutside: 'Somebody else moved it',
    rollbackUntil: 'until {{time}}',
    wayGit: 'by Git',
    wayDirect: 'by a call of EKS',
    wayGuided: 'guided: the provisioner cannot go back',
    backSteps: 'Steps of the rollback of {{name}}',
    stepCommand: 'Run with a role that may',
    stepLink: 'Go there',
    stepSeen: 'seen {{age}}',
    stepSaid: '{{who}}, {{age}}',
    confirmStep: 'I have done this',
    confirmStepTitle: '{{step}}, {{name}}: done?',
    willConfirm:
      'The portal cannot see this step and believes you: what follows begins at once. Your name is in the log.',
    noLog: 'Nothing has happened in it yet.',
    retry: 'Retry',
    skip: 'Skip',
    force: 'Force',
    rollBack: 'Roll back',
    acted: '{{act}}, {{name}}: done',
    askedFor: '{{act}}, {{name}}: asked for; a second person has to agree',
    willRetry:
      '{{name}} is tried again from the step that failed, as attempt {{attempt}}, once a slot is free. What is done already is not done again.',
    willSkip:
      '{{name}} is not moved by this rollout and counts as skipped. A straggler wave can take it later.',
    willSkipRunning:
      '{{name}} counts as skipped. What is under way in it goes on in AWS, and is not followed any more.',
    willAgree:
      '{{name}} goes on past what blocks it: AWS is asked to upgrade in spite of findings. You are the second person; both names are in the log.',
    willForce:
      'You ask for {{name}} to go on past what blocks it, in spite of findings. It happens only once a second person agrees on this page; both names are in the log.',
    willAskBack:
      'You ask for {{name}} to go back to the version before. It happens only once a second person agrees on this page, and the rollout pauses then; both names are in the log.',
    willAgreeBack:
      '{{name}} goes back to the version before and counts as rolled back, and the rollout pauses. You are the second person; both names are in the log.',
    forcesBack: 'That is with force, past what EKS says against it:',
    requested: 'Asked for by {{who}}: “{{reason}}”',
  },
  log: {
    what: 'The log',
    none: 'Nothing has happened yet.',
    reason: '“{{reason}}”',
    pullRequest: 'Pull request',
    cell: 'a cell',
    more: 'Load more',
  },
} as const;
