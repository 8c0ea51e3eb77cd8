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

export const readinessMessages = {
  readiness: {
    question:
      'Which clusters can move, what blocks the others, and who can clear it?',
    what: 'The readiness of the fleet',
    whatCauses: 'The list of causes',
    whatCause: 'The cause',
    target: 'Target',
    targetNext: 'Next minor',
    targetSupported: 'Out of extended support',
    targetVersion: 'Kubernetes {{version}}',
    bar: 'Verdicts: {{summary}}',
    verdictFilter: 'Show only {{verdict}}',
    byCause: 'By cause',
    byCluster: 'By cluster',
    tabs: 'Ways to look at it',
    markdown: 'Copy as Markdown',
    markdownCopied: 'Copied as Markdown',
    exportFailed: 'That could not be read: {{message}}',
    causes: 'Causes',
    clusters: 'Clusters and their verdicts',
    nothing: 'Nothing blocks these clusters',
    nothingDetail:
      'No cluster that fits the filters has a blocker for this target.',
    empty: 'No verdict yet',
    emptyDetail:
      'A verdict appears once a cluster has been observed. Sources says what discovery sees.',
    none: 'No cluster fits',
    noneDetail: 'No cluster fits these filters.',
    nobody: 'owner not known',
    waived_one: '{{count}} waived',
    waived_other: '{{count}} waived',
    openCause: 'Open {{title}}',
    notByItself: 'not by itself',
    noTarget: 'no next version',
    path: '{{from}} → {{to}}',
  },
  causeColumn: {
    cause: 'Cause',
    clusters: 'Clusters',
    owners: 'Owners',
    since: 'Oldest since',
    clearsAt: 'Clears by itself',
    fix: 'Fix',
  },
  readinessColumn: {
    name: 'Name',
    verdict: 'Verdict',
    version: 'Version → target',
    blockers: 'Blockers',
    unknowns: 'Unknown',
    warnings: 'Warnings',
    waived: 'Waived',
    firstBlocker: 'First blocker',
    owner: 'Owner',
    environment: 'Environment',
    supportEnds: 'Support',
    assessed: 'Assessed',
  },
  cause: {
    gone: 'This cause hits no cluster any more',
    goneDetail:
      'It was cleared, or no cluster that you may read has it for this target.',
    evidence: 'What was found',
    fix: 'What to do',
    since: 'Oldest since',
    clearsAt: 'Clears by itself on',
    hits_one: '{{count}} cluster is hit',
    hits_other: '{{count}} clusters are hit',
    about: '{{kind}} {{name}}',
    owner: 'owner {{owner}}',
    hitSince: 'since {{age}}',
    waived: 'waived',
    evidenceOf: 'Evidence on {{name}}',
    whatEvidence: 'The evidence',
    evidenceGone: 'It was cleared on this cluster since.',
    message: 'Message to the owner',
    messageTo: 'To',
    copyMessage: 'Copy the message',
    messageCopied: 'Message copied',
    copyLink: 'Copy link to this cause',
  },
  message: {
    hello: 'Hello {{owner}},',
    helloNobody: 'Hello,',
    intro_one:
      '{{count}} cluster of yours cannot move to {{target}} because of this:',
    intro_other:
      '{{count}} clusters of yours cannot move to {{target}} because of this:',
    introUnknown_one:
      'For {{count}} cluster of yours it is not known whether it can move to {{target}}, because of this:',
    introUnknown_other:
      'For {{count}} clusters of yours it is not known whether they can move to {{target}}, because of this:',
    targetNext: 'the next Kubernetes version',
    targetSupported: 'a Kubernetes version in standard support',
    targetVersion: 'Kubernetes {{version}}',
    clusters: 'Clusters:',
    since: 'since {{date}}',
    fix: 'What would clear it: {{fix}}',
    clearsAt: 'If nothing else happens, it clears by itself on {{date}}.',
    link: 'Details, kept up to date: {{link}}',
    thanks: 'Thank you for looking at it.',
  },
  report: {
    title: 'Readiness for {{target}}',
    asOf: 'As of {{time}}: {{link}}',
  },
} as const;
