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

/** The readiness tab of a cluster. */
export const clusterReadinessMessages = {
  clusterReadiness: {
    what: 'The readiness of the cluster',
    ready: 'Ready for {{target}}',
    blocked_one: 'Blocked for {{target}} by {{count}} finding',
    blocked_other: 'Blocked for {{target}} by {{count}} findings',
    unknown_one: 'Not known for {{target}}: {{count}} question is open',
    unknown_other: 'Not known for {{target}}: {{count}} questions are open',
    done: 'At {{target}} already',
    noTarget: 'There is no verdict for this version',
    nowhere: 'There is no later version to move to.',
    assessed: 'assessed',
    path: 'The way',
    pathDetail: 'One minor at a time, with the fewest node rolls.',
    hops: 'Versions on the way',
    stepControlPlane: 'Control plane',
    stepAddon: 'Add-on',
    stepNodes: 'Roll',
    noSteps: 'No step is known.',
    findings: 'Findings',
    noFindings: 'Nothing was found.',
    finding: 'Finding',
    subject: '{{kind}} {{name}}',
    hop: 'for {{version}}',
    owner: 'Owner',
    since: 'since',
    clearsAt: 'clears by itself on {{date}}',
    fix: 'What to do: {{fix}}',
    policyFindings: 'Findings of policy {{policy}}',
    evidence: 'Evidence',
    evidenceFrom: 'From {{source}}',
    waivedUntil: 'Waived until {{date}} by {{by}}: {{reason}}',
    waiverEnded: 'A waiver of {{by}} ended on {{date}}: {{reason}}',
    waive: 'Waive',
    waiveFinding: 'Waive: {{message}}',
    waiveTitle: 'Go on in spite of this?',
    waiveDetail:
      'The finding stays in sight, with your name, reason and date, and no longer counts against the verdict until the waiver ends by itself. Nothing changes in the cluster.',
    waiveReason: 'Reason',
    waiveUntil: 'Ends on',
    waiveUntilHint: 'At most 180 days from now',
    waiveReasonMissing: 'Say why.',
    waiveUntilMissing: 'Choose a day.',
    waiveUntilPast: 'Choose a day that is not over.',
    waiveUntilFar: 'Choose a day within 180 days.',
    waiveDone: 'Waived until {{date}}',
    endWaiver: 'End waiver',
    endWaiverOf: 'End waiver: {{message}}',
    endTitle: 'End this waiver now?',
    endDetail:
      'The finding counts against the verdict again from now on: {{message}}',
    endDone: 'The waiver has ended',
    inputs: 'What the verdict rests on',
    required: 'required',
    optional: 'optional',
    input: 'Observation',
    needed: 'Needed',
    state: 'State',
    seen: 'Seen',
    why: 'Why',
  },
  nextStep: {
    title: 'Next step',
    ready: 'Ready for {{target}}.',
    blocked_one: 'Blocked for {{target}} by {{count}}: {{first}}',
    blocked_other: 'Blocked for {{target}} by {{count}}: {{first}}',
    unknown_one: 'Not known for {{target}}: {{first}}',
    unknown_other: 'Not known for {{target}}, {{count}} open: {{first}}',
    open: 'Readiness',
  },
} as const;
