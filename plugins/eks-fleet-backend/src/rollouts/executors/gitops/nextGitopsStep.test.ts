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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ago,
  application,
  EDITS,
  HEAD,
  hop,
  made,
  NOW,
  OTHER,
  place,
  proposal,
  pullRequest,
  seen,
  URL,
} from './__testUtils__/hops';
import { nextGitopsStep } from './nextGitopsStep';
import type { GitLook, GitopsMemory, GitopsObserved, PartLook } from './types';

interface Given {
  work?: Partial<TrackWork>;
  memory?: GitopsMemory;
  gatesOpen?: boolean;
  automatic?: boolean;
  part?: PartLook;
  git?: GitLook;
  argocd?: Extract<GitopsObserved, { place: unknown }>['argocd'];
}

function next(given: Given) {
  const { automatic = false, gatesOpen = true, memory = {} } = given;
  const work = hop({
    ...given.work,
    wave: { index: 2, name: 'production', gatesOpen },
    memory: JSON.parse(JSON.stringify(memory)),
  });
  const observed: GitopsObserved = {
    place: place({ merge: { automatic, method: 'squash' } }),
    part: given.part ?? seen('1.33'),
    git: given.git ?? { kind: 'settled' },
    ...(given.argocd && { argocd: given.argocd }),
  };
  return nextGitopsStep(work, observed, NOW);
}

const branch = proposal().record.branch;
/** What is remembered of a pull request whose status says that it may go. */
const GREEN: GitopsMemory = {
  edits: EDITS,
  agreedHead: HEAD,
  status: { sha: HEAD, state: 'success' },
};
const MERGED: GitopsMemory = { ...GREEN, merged: { at: ago(300), by: 'ann' } };
const SILENT: GitopsMemory = { merged: { at: ago(1500), by: 'ann' } };
const rival = (installationId: string) => [
  {
    installationId,
    pullRequest: pullRequest({ number: 5, url: `${URL}/of-5` }),
  },
];
const hubs = (...applications: ReturnType<typeof application>[]) => ({
  applications,
  hubs: ['hub-eu'],
  failed: [],
});
const otherThan = {
  isAsProposed: false,
  findings: [{ path: 'x.tf', message: 'x.tf is no part of the proposal' }],
  head: HEAD,
  mergeBase: OTHER,
};
const asProposed = { ...otherThan, isAsProposed: true, findings: [] };

describe('nextGitopsStep', () => {
  it.each<[string, Given, object]>([
    [
      'makes a branch first',
      { git: { ...proposal(), kind: 'proposing', call: 'pushBranch' } },
      {
        kind: 'act',
        action: 'pushBranch',
        key: branch,
        notes: {
          memory: { edits: EDITS, proposal: { attempting: 'pushBranch' } },
        },
      },
    ],
    [
      'then opens its pull request',
      { git: { ...proposal(), kind: 'proposing', call: 'openPullRequest' } },
      { kind: 'act', action: 'openPullRequest', key: branch },
    ],
    [
      'says on it that its gates are open',
      { memory: { agreedHead: HEAD }, git: made() },
      {
        kind: 'act',
        action: 'setStatus',
        key: branch,
        message: 'Says on pull request #7 that its gates are open',
      },
    ],
    [
      'says on it that they are shut, once they are',
      { memory: GREEN, gatesOpen: false, git: made() },
      {
        kind: 'act',
        action: 'setStatus',
        message: 'Says on pull request #7 that its gates are shut',
      },
    ],
    [
      'says on it that its rollout is paused, although its gates are open',
      {
        work: { standing: { code: 'paused', message: 'pat looks' } },
        memory: GREEN,
        git: made(),
      },
      {
        kind: 'act',
        action: 'setStatus',
        protects: true,
        message: 'Says on pull request #7 that its rollout is paused',
      },
    ],
    [
      'makes nothing but what protects while all stands',
      {
        work: { standing: { code: 'paused', message: 'pat looks' } },
        git: { ...proposal(), kind: 'proposing', call: 'pushBranch' },
      },
      {
        kind: 'wait',
        waiting: {
          code: 'paused',
          message: 'Nothing is proposed just now: pat looks',
        },
      },
    ],
    [
      'waits until it may be merged again, and says until when',
      {
        automatic: true,
        work: {
          standing: {
            code: 'window.closed',
            message: 'No window is open',
            until: ago(-600),
          },
        },
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        git: made({}, { verdict: asProposed }),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'window.closed',
          until: ago(-600),
          message: `Pull request #7 is open and must not be merged yet: No window is open (${URL})`,
        },
      },
    ],
    [
      'says that its gates are open again, once nothing stands',
      {
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        git: made(),
      },
      {
        kind: 'act',
        action: 'setStatus',
        message: 'Says on pull request #7 that its gates are open',
      },
    ],
    [
      'waits for somebody to merge it',
      { memory: GREEN, git: made() },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.review',
          message: `Pull request #7 waits for somebody to merge it (${URL})`,
          who: [{ kind: 'system', name: 'whoever reviews acme/fleet' }],
        },
        notes: {
          pullRequest: { number: 7, url: URL, state: 'open', headSha: HEAD },
        },
      },
    ],
    [
      'waits for open gates, and says not to merge',
      {
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        gatesOpen: false,
        git: made(),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.review',
          message: expect.stringContaining('must not be merged yet'),
        },
      },
    ],
    [
      'tells of a status that the host did not take, and goes on',
      {
        memory: {
          ...GREEN,
          status: { sha: HEAD, state: 'success', refused: 'no scope' },
        },
        git: made(),
      },
      {
        kind: 'wait',
        waiting: {
          message: expect.stringContaining(
            'its status eks-fleet/gates could not be set: no scope',
          ),
        },
      },
    ],
    [
      'merges by itself where that is configured',
      {
        automatic: true,
        memory: GREEN,
        git: made({}, { verdict: asProposed }),
      },
      { kind: 'act', action: 'mergePullRequest', key: branch },
    ],
    [
      'does not merge what nobody has held against the proposal',
      { automatic: true, memory: GREEN, git: made() },
      { kind: 'wait', waiting: { code: 'pullRequest.checks' } },
    ],
    [
      'does not merge more than was proposed',
      {
        automatic: true,
        memory: GREEN,
        git: made({}, { verdict: otherThan }),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.review',
          message: expect.stringContaining('x.tf is no part of the proposal'),
        },
      },
    ],
    [
      'waits for checks before it merges',
      {
        automatic: true,
        memory: GREEN,
        git: made(
          { mergeability: 'checks', hostState: 'blocked' },
          { verdict: asProposed },
        ),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.checks',
          message: expect.stringContaining('outstanding (blocked)'),
        },
      },
    ],
    [
      'never merges while gates are shut',
      {
        automatic: true,
        gatesOpen: false,
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        git: made({}, { verdict: asProposed }),
      },
      { kind: 'wait', waiting: { code: 'pullRequest.review' } },
    ],
    [
      'does not ask again at once for what the host has refused',
      {
        automatic: true,
        memory: {
          ...GREEN,
          refusal: {
            call: 'mergePullRequest',
            reason: 'notReady',
            message: 'At least 1 review',
            until: ago(-30),
          },
        },
        git: made({}, { verdict: asProposed }),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.checks',
          message: 'github.com does not merge yet: At least 1 review',
        },
      },
    ],
    [
      'asks again after a while',
      {
        automatic: true,
        memory: {
          ...GREEN,
          refusal: {
            call: 'mergePullRequest',
            reason: 'notReady',
            message: 'At least 1 review',
            until: ago(1),
          },
        },
        git: made({}, { verdict: asProposed }),
      },
      { kind: 'act', action: 'mergePullRequest' },
    ],
    [
      'stops for a conflict, and says what to do',
      { memory: GREEN, git: made({ mergeability: 'conflict' }) },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.conflict',
          message: `Pull request #7 is in conflict with main: close it and retry to have it proposed anew from what is there now (${URL})`,
        },
        notes: { pullRequest: { state: 'conflict' } },
      },
    ],
    [
      'stops where it was turned to another branch',
      { memory: GREEN, git: made({ base: { branch: 'next' } }) },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.conflict',
          message: expect.stringContaining('was turned to the branch next'),
        },
      },
    ],
    [
      'stops for a pull request of another portal before it makes its own',
      {
        git: {
          ...proposal({ rivals: rival('other') }),
          kind: 'proposing',
          call: 'pushBranch',
        },
      },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.foreign',
          message: `Pull request #5, of another portal (other), is open on the same part: merge or close it (${URL}/of-5)`,
        },
      },
    ],
    [
      'stops for one of its own from another change',
      { memory: GREEN, git: made({}, { rivals: rival('demo') }) },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.foreign',
          message: expect.stringContaining('left over from another change'),
        },
      },
    ],
    [
      'reads another commit before it judges it',
      { memory: GREEN, git: made({ head: { branch, sha: OTHER } }) },
      {
        kind: 'wait',
        waiting: {
          code: 'pullRequest.checks',
          message:
            'Pull request #7 has another commit, bbbbbbb, which is yet to be read',
        },
      },
    ],
    [
      'agrees to another commit with the same change, where nobody had approved',
      {
        memory: GREEN,
        git: made(
          { head: { branch, sha: OTHER } },
          { verdict: { ...asProposed, head: OTHER } },
        ),
      },
      {
        kind: 'act',
        action: 'setStatus',
        message: 'Says on pull request #7 that its gates are open',
        notes: { memory: { agreedHead: OTHER } },
      },
    ],
    [
      'turns the status of another commit red where somebody had approved',
      {
        work: { approvedBy: ['user:default/alex'] },
        memory: GREEN,
        git: made(
          { head: { branch, sha: OTHER } },
          { verdict: { ...asProposed, head: OTHER } },
        ),
      },
      {
        kind: 'act',
        action: 'setStatus',
        message:
          'Says on pull request #7 that it is not the change that was agreed to',
      },
    ],
    [
      'says that an approval is void, and how to go on',
      {
        memory: { ...GREEN, status: { sha: OTHER, state: 'failure' } },
        git: made(
          { head: { branch, sha: OTHER } },
          { verdict: { ...otherThan, head: OTHER } },
        ),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'gate.approval',
          message: `Somebody put commit bbbbbbb on pull request #7, so what was agreed to is void: x.tf is no part of the proposal: put aaaaaaa back, or close it and retry to have it proposed anew (${URL})`,
        },
      },
    ],
    [
      'fails where it was closed unmerged, and can be retried',
      { memory: GREEN, git: made({ state: 'closed' }) },
      {
        kind: 'failed',
        retryable: true,
        error: {
          code: 'pullRequest.closed',
          message: 'Pull request #7 was closed without being merged',
        },
        notes: { pullRequest: { state: 'closed' } },
      },
    ],
    [
      'goes on to whoever provisions once it is merged',
      {
        memory: GREEN,
        git: made({ state: 'merged', mergedBy: 'ann', mergedAt: ago(5) }),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'update.inProgress',
          message: `ann merged it at ${ago(5)}; Terraform has yet to begin`,
        },
        notes: {
          memory: { merged: { at: ago(5), by: 'ann' } },
          pullRequest: { state: 'merged', mergedBy: 'ann', mergedAt: ago(5) },
        },
      },
    ],
    [
      'calls a merge with shut gates moved outside, by name',
      {
        gatesOpen: false,
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        git: made({ state: 'merged', mergedBy: 'dana' }),
      },
      {
        kind: 'movedOutside',
        now: '1.33',
        by: 'dana',
        message: 'dana merged pull request #7 while its gates were shut',
      },
    ],
    [
      'calls a merge while an alarm holds moved outside, by name',
      {
        work: { standing: { code: 'alarm.hold', message: 'It burns' } },
        memory: { ...GREEN, status: { sha: HEAD, state: 'pending' } },
        git: made({ state: 'merged', mergedBy: 'dana' }),
      },
      {
        kind: 'movedOutside',
        by: 'dana',
        early: true,
        message: 'dana merged pull request #7 although an alarm holds it',
      },
    ],
    [
      'takes a merge on the green status that it had set itself',
      {
        gatesOpen: false,
        memory: GREEN,
        git: made({ state: 'merged', mergedBy: 'dana', mergedAt: ago(5) }),
      },
      { kind: 'wait', waiting: { code: 'update.inProgress' } },
    ],
    [
      'calls a merge of a commit that nobody agreed to moved outside',
      {
        memory: GREEN,
        git: made(
          {
            state: 'merged',
            mergedBy: 'dana',
            head: { branch, sha: OTHER },
          },
          { verdict: { ...otherThan, head: OTHER } },
        ),
      },
      {
        kind: 'movedOutside',
        by: 'dana',
        message:
          'dana merged pull request #7 with commit bbbbbbb, which is not the one that was agreed to: x.tf is no part of the proposal',
      },
    ],
    [
      'is not done by the merge alone',
      { memory: MERGED, part: { kind: 'unseen' } },
      { kind: 'wait', waiting: { code: 'update.inProgress' } },
    ],
    [
      'follows EKS',
      { memory: MERGED, part: seen('1.33', { isChanging: true }) },
      {
        kind: 'wait',
        waiting: {
          code: 'update.inProgress',
          message: 'Kubernetes 1.33 to 1.34: EKS is at it',
        },
        notes: { memory: { changingAt: NOW.toISOString() } },
      },
    ],
    [
      'writes down when EKS was at it, and not at each look',
      {
        memory: { ...MERGED, changingAt: ago(100) },
        part: seen('1.33', { isChanging: true }),
      },
      { notes: { memory: { changingAt: ago(100) } } },
    ],
    [
      'is not done before EKS is done with it',
      { memory: MERGED, part: seen('1.34', { isChanging: true }) },
      { kind: 'wait' },
    ],
    [
      'is done when EKS says so',
      { memory: MERGED, part: seen('1.34') },
      { kind: 'succeeded', now: '1.34' },
    ],
    [
      'fails with the update that failed in EKS',
      {
        memory: MERGED,
        part: seen('1.33', {
          failed: {
            code: 'IpNotAvailable',
            message: 'Too few addresses',
            resourceIds: ['subnet-1'],
          },
        }),
      },
      {
        kind: 'failed',
        retryable: false,
        error: {
          code: 'IpNotAvailable',
          message: 'Too few addresses',
          resourceIds: ['subnet-1'],
          advice: expect.stringContaining('have Terraform do it again'),
        },
      },
    ],
    [
      'says so where EKS cannot be asked',
      {
        memory: MERGED,
        part: {
          kind: 'unseen',
          error: { code: 'forbidden', message: 'AccessDenied' },
        },
      },
      { kind: 'wait', waiting: { code: 'cluster.unreachable' } },
    ],
    [
      'tells of a provisioner that does nothing',
      { memory: SILENT },
      {
        kind: 'wait',
        slow: true,
        waiting: {
          code: 'provisioner.silent',
          message: `ann merged it at ${ago(
            1500,
          )}, and EKS has seen nothing of it since ${ago(
            1500,
          )}: look at what Terraform says`,
        },
      },
    ],
    [
      'counts silence from when EKS was last at it',
      { memory: { ...SILENT, changingAt: ago(60) } },
      { kind: 'wait', waiting: { code: 'update.inProgress' } },
    ],
    [
      'says that no application delivers the file',
      { memory: SILENT, argocd: hubs() },
      {
        kind: 'wait',
        waiting: {
          code: 'argocd.notSynced',
          message: expect.stringContaining(
            'Argo CD (hub-eu) has no application of live/111122223333/eu-west-1/orders.auto.tfvars.json',
          ),
        },
      },
    ],
    [
      'names an application that is out of sync for ever, with its link',
      {
        memory: SILENT,
        argocd: hubs(application({ sync: 'OutOfSync' })),
      },
      {
        kind: 'wait',
        slow: true,
        waiting: {
          code: 'argocd.notSynced',
          message:
            'Application orders (https://argocd.example.com/applications/argocd/orders) has seen the change and has yet to sync',
        },
      },
    ],
    [
      'names one that somebody has to sync',
      {
        memory: MERGED,
        argocd: hubs(application({ sync: 'OutOfSync', automated: false })),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'argocd.notSynced',
          message: expect.stringContaining('does not sync by itself: sync it'),
        },
      },
    ],
    [
      'names one that has not seen the commit',
      {
        memory: MERGED,
        argocd: hubs(application({ reconciledAt: ago(400) })),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'argocd.notSynced',
          message: expect.stringContaining('has not seen the change yet'),
        },
      },
    ],
    [
      'names one that cannot be compared with Git',
      {
        memory: MERGED,
        argocd: hubs(
          application({ sync: 'Unknown', message: 'authentication required' }),
        ),
      },
      {
        kind: 'wait',
        waiting: {
          code: 'argocd.notSynced',
          message: expect.stringContaining(
            'cannot be compared with Git: authentication required',
          ),
        },
      },
    ],
    [
      'names the worst of several applications',
      {
        memory: MERGED,
        argocd: hubs(
          application({ name: 'well' }),
          application({
            name: 'ill',
            url: undefined,
            health: 'Degraded',
            message: 'The add-on cannot be changed.',
          }),
        ),
      },
      {
        kind: 'wait',
        slow: true,
        waiting: {
          code: 'argocd.notHealthy',
          message:
            'Application ill is Degraded: The add-on cannot be changed; mend it and sync it again',
        },
      },
    ],
    [
      'says so where the hub cannot be read',
      {
        memory: MERGED,
        argocd: {
          applications: [],
          hubs: ['hub-eu'],
          failed: [
            {
              hub: 'hub-eu',
              error: { code: 'unreachable', message: 'no route' },
            },
          ],
        },
      },
      {
        kind: 'wait',
        waiting: {
          code: 'source.unreachable',
          message: 'Argo CD of hub-eu cannot be read: no route',
        },
      },
    ],
    [
      'waits for what Git wants already without a pull request',
      { git: { kind: 'wanted' } },
      {
        kind: 'wait',
        waiting: { code: 'update.inProgress' },
        notes: { memory: { wantedSince: NOW.toISOString() } },
      },
    ],
    [
      'is done where Git wanted it and EKS has it',
      { memory: { wantedSince: ago(60) }, part: seen('1.34') },
      { kind: 'succeeded' },
    ],
    [
      'tells of what somebody else has moved before anything was proposed',
      {
        part: seen('1.34'),
        git: { ...proposal(), kind: 'proposing', call: 'pushBranch' },
      },
      { kind: 'movedOutside', now: '1.34' },
    ],
    [
      'tells of what somebody else has moved past an open pull request',
      { memory: GREEN, part: seen('1.34'), git: made() },
      { kind: 'movedOutside', now: '1.34' },
    ],
    [
      'goes back only to the very version',
      {
        work: { direction: 'back', from: '1.34', to: '1.33' },
        memory: MERGED,
        part: seen('1.34'),
      },
      { kind: 'wait' },
    ],
    [
      'is done going back once it is there',
      {
        work: { direction: 'back', from: '1.34', to: '1.33' },
        memory: MERGED,
        part: seen('1.33'),
      },
      { kind: 'succeeded', now: '1.33' },
    ],
    [
      'lets a cluster go that is gone',
      { memory: MERGED, part: { kind: 'gone' } },
      { kind: 'vanished' },
    ],
    [
      'fails where its add-on is gone',
      {
        work: { kind: 'addon', name: 'vpc-cni', from: 'v1.1', to: 'v1.2' },
        memory: MERGED,
        part: { kind: 'missing' },
      },
      {
        kind: 'failed',
        error: { message: 'EKS has no add-on vpc-cni in orders' },
      },
    ],
    [
      'fails on a changed base, and says what to do',
      {
        git: {
          kind: 'refused',
          reason: 'changedBase',
          message: '/kubernetes_version is 1.35 now, not 1.33',
        },
      },
      {
        kind: 'failed',
        retryable: false,
        error: {
          code: 'changedBase',
          message: '/kubernetes_version is 1.35 now, not 1.33',
          advice: expect.stringContaining('plan it anew'),
        },
      },
    ],
    [
      'waits for a host that is down',
      {
        git: {
          kind: 'failed',
          failure: { reason: 'unreachable', message: 'ECONNREFUSED' },
        },
      },
      {
        kind: 'wait',
        waiting: {
          code: 'source.unreachable',
          message:
            'github.com does not answer: ECONNREFUSED. It goes on by itself once it does',
        },
      },
    ],
    [
      'leaves a host alone as long as it asks for that',
      {
        git: {
          kind: 'failed',
          failure: {
            reason: 'throttled',
            message: 'secondary rate limit',
            retryAfterSeconds: 90,
          },
        },
      },
      {
        kind: 'wait',
        waiting: { code: 'source.throttled', until: ago(-90) },
      },
    ],
  ])('%s', (_, given, expected) => {
    expect(next(given)).toMatchObject(expected);
  });

  it('fails where no file describes the cluster', () => {
    expect(
      nextGitopsStep(hop(), { notLocated: 'No rule fits orders.' }, NOW),
    ).toMatchObject({
      kind: 'failed',
      retryable: false,
      error: { code: 'notLocated', message: 'No rule fits orders.' },
    });
  });

  it('keeps what it remembers as plain JSON', () => {
    const { notes } = next({ memory: GREEN, git: made() });
    expect(JSON.parse(JSON.stringify(notes))).toEqual(notes);
  });
});
