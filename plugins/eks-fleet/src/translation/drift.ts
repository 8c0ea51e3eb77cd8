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

/** How a cluster compares with what Git says of it. */
export const driftMessages = {
  clusterDrift: {
    none: 'as Git says',
    drifted: 'changed outside of Git',
    changing: 'on its way',
    notInGit: 'not in Git',
    unknown: 'not known',
  },
  driftExplanation: {
    rollout: 'by a rollout that is under way',
    request: 'by a request that is under way',
    update: 'by an update of EKS that is under way',
  },
  driftLeft: {
    byRollout: 'versions go by rollout',
    fixed: 'EKS cannot change it; look at it by hand',
    notKnown: 'not all of it is observed; write it by hand',
    notSayable: 'the file cannot say it',
  },
  drift: {
    title: 'Git and EKS',
    what: 'The comparison with Git',
    since: 'since {{time}}',
    none: 'EKS has what Git says',
    noneDetail:
      'Everything that is said of the cluster in Git and observed of it in EKS is the same.',
    notInGit: 'No file in Git describes this cluster',
    notInGitDetail:
      '{{message}} It can be adopted: a request writes its file from what EKS has.',
    unknown: 'Not known whether EKS has what Git says',
    changing:
      'What differs is on its way: a rollout, a request or an update is under way.',
    table: 'What differs',
    field: 'Field',
    inGit: 'In Git',
    inEks: 'In EKS',
    seen: 'First seen',
    nothing: 'not there',
    changedAt: 'EKS updated this part last {{time}}',
    file: '{{path}} at {{commit}}',
    readAt: 'read {{time}}',
    partly: 'Only a part of the file is understood, and compared',
    uncompared_one: '{{count}} field is not compared',
    uncompared_other: '{{count}} fields are not compared',
    notObserved: '{{field}}: EKS was not seen to say it',
    notCollected: '{{field}}: not read of EKS',
    who: 'Who did it is not known here: EKS keeps when a part was updated and not by whom. CloudTrail of the account says it.',
    adopt: 'Adopt into Git',
    bringBack: 'Bring back',
    noWays:
      'The file is not understood whole, so that a request cannot change it: edit it by hand, or set the cluster back in EKS.',
    adoptTitle: 'Have Git say what EKS has',
    adoptDetail:
      'A request changes the file of the cluster in {{count}} places; once its pull request is merged, Git says what EKS has.',
    adoptNothing: 'Nothing of this can be adopted by a request.',
    bringBackTitle: 'Have EKS get what Git says',
    bringBackDetail:
      'Git says already what is wanted. A request sets reconcile-at in the file, and nothing else; once its pull request is merged, {{provisioner}} applies all of the file again. Where Argo CD does not sync by itself, its sync comes after that.',
    provisioner: 'what provisions the cluster',
    leftTitle: 'Stays as it is:',
    left: '{{field}}: {{reason}}',
    staysThere:
      'what is only in EKS is taken away by nobody, and versions do not go back: change it in EKS',
    confirm: 'Make the request',
    done: 'The request is made',
    open: 'Open it',
  },
} as const;
