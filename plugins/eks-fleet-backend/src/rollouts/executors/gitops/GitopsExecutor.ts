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

import {
  GATES_CONTEXT,
  GitFailure,
  runProposalStep,
  type EksFleetGitService,
  type ExecutorAbility,
  type GitRepository,
  type Provisioner,
  type RolloutCluster,
  type RolloutExecutor,
  type TrackIntent,
  type TrackNotes,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { applicationsOfFile } from '../../../argocd/joinApplications';
import type { ArgocdReader, HubLook } from '../../../argocd/types';
import { rolloutUrl, type PortalAddress } from './describeChange';
import type { EksParts } from './EksParts';
import { findPlace } from './findPlace';
import { GitLooks } from './GitLooks';
import type { PlacedWork } from './HopChanges';
import { wantedStatus, wordStatus } from './gatesStatus';
import { memoryOf, toNotes, wantedSince } from './memory';
import { nextGitopsStep } from './nextGitopsStep';
import type { NodeReleaseFinder } from './NodeReleaseFinder';
import { toPullRequestRef } from './toPullRequestRef';
import type {
  GitLook,
  GitopsCall,
  GitopsMemory,
  GitopsObserved,
  Proposal,
  PullRequestLook,
} from './types';
import { later, REFUSED_SECONDS } from './waits';

export interface GitopsExecutorOptions {
  git: EksFleetGitService;
  provisioners: readonly Provisioner[];
  parts: Pick<EksParts, 'look'>;
  releases: Pick<NodeReleaseFinder, 'find'>;
  /** Left out where no Argo CD is configured. */
  argocd?: ArgocdReader;
  portal: PortalAddress;
}

/**
 * Changes clusters by way of the file that describes each: one pull request for
 * each cell and track, hop by hop, or one for what starts at once in a wave
 * where the strategy says so. What provisions from Git does the work, and
 * EKS says when it is done.
 */
export class GitopsExecutor implements RolloutExecutor<GitopsObserved> {
  readonly id = 'gitops';
  readonly title = 'Git and what provisions from it';
  readonly #options: GitopsExecutorOptions;
  readonly #looks: GitLooks;

  constructor(options: GitopsExecutorOptions) {
    this.#options = options;
    this.#looks = new GitLooks({
      ...options,
      placeOf: cluster => this.#placeOf(cluster),
    });
  }

  async abilityFor(cluster: RolloutCluster): Promise<ExecutorAbility> {
    const { git } = this.#options;
    const found = this.#placeOf(cluster);
    if ('notLocated' in found) {
      return {
        cannot: found.notLocated,
        canRollBack: false,
        nodesApart: false,
        walksMinorsAlone: false,
      };
    }
    const { ability, provisioner } = found.place;
    const cannot = ability.canUpgrade
      ? undefined
      : `${provisioner.title} says nothing of a version there.`;
    return {
      ...((git.writes === 'off' || cannot) && {
        cannot: cannot ?? 'eksFleet.writes is off, so nothing can be proposed.',
      }),
      canRollBack: ability.canRollBack,
      nodesApart: ability.nodesApart,
      walksMinorsAlone: ability.walksMinorsAlone,
      queue: found.place.file.repository.id,
    };
  }

  async observe(
    works: TrackWork[],
    context: { signal: AbortSignal; now: Date },
  ): Promise<GitopsObserved[]> {
    const { parts } = this.#options;
    const found = works.map(work => ({ work, ...this.#placeOf(work.cluster) }));
    const placed = found.filter(
      (item): item is typeof item & PlacedWork => 'place' in item,
    );
    this.#noteIntents(placed);
    const looks = await this.#looks.look(placed, context.now);
    const wanted = placed.map((item, index) => isWanted(item, looks[index]));
    const seen = await parts.look(
      placed.map(({ work }, index) => ({
        work,
        direct: wanted[index] || isFirstLook(work),
        since: wantedSince(memoryOf(work)),
      })),
      context,
    );
    const hubs = wanted.includes(true) ? await this.#hubs(context) : undefined;
    const observed = new Map(
      placed.map(({ place, work }, index): [TrackWork, GitopsObserved] => [
        work,
        {
          place,
          git: looks[index],
          part: seen[index],
          ...(hubs &&
            wanted[index] && {
              argocd: applicationsOfFile(hubs, {
                repositoryUrl: place.file.repository.url,
                path: place.file.path,
              }),
            }),
        },
      ]),
    );
    return found.map(
      item =>
        observed.get(item.work) ?? {
          notLocated: 'notLocated' in item ? item.notLocated : '',
        },
    );
  }

  next(work: TrackWork, observed: GitopsObserved, now: Date) {
    return nextGitopsStep(work, observed, now);
  }

  async act(
    work: TrackWork & { intent: TrackIntent },
    observed: GitopsObserved,
    { now }: { signal: AbortSignal; now: Date },
  ): Promise<TrackNotes> {
    if ('notLocated' in observed || !isProposal(observed.git)) {
      throw new Error(`There is nothing to ${work.intent.action}`);
    }
    const { git, place } = observed;
    const call = work.intent.action as GitopsCall;
    const { notes } = nextGitopsStep(work, observed, now);
    const memory = (notes?.memory ?? {}) as GitopsMemory;
    const repository = this.#options.git.repository(
      place.file.repository.id,
      `rollout:${work.rollout.id}`,
    );
    if (call === 'joinPullRequest') {
      const { pullRequest } = git.record;
      return toNotes(
        { ...memory, proposal: git.record },
        pullRequest && { pullRequest: toPullRequestRef(pullRequest) },
      );
    }
    try {
      return await this.#make(call, { git, memory, repository, work });
    } catch (error) {
      if (!(error instanceof GitFailure) || error.isUnanswered) {
        throw error;
      }
      return toNotes(
        call === 'setStatus' && git.kind === 'pullRequest' && isForGood(error)
          ? withoutStatus(memory, git, error, work)
          : refusedBy(memory, call, error, now),
      );
    }
  }

  async #make(
    call: Exclude<GitopsCall, 'joinPullRequest'>,
    context: {
      git: Proposal & GitLook;
      memory: GitopsMemory;
      repository: GitRepository;
      work: TrackWork;
    },
  ): Promise<TrackNotes> {
    const { git, memory, repository, work } = context;
    const follower = this.#options.git.follower(repository.id);
    if (call === 'setStatus' || call === 'mergePullRequest') {
      if (git.kind !== 'pullRequest') {
        throw new Error(`There is no pull request to ${call}`);
      }
      const { head, number } = git.detail;
      if (call === 'mergePullRequest') {
        const { merge } = this.#placeFor(work).file.repository;
        await repository.mergePullRequest(number, {
          expectedHead: head.sha,
          method: merge.method,
        });
        follower.note({ number });
        return toNotes(memory);
      }
      const state = wantedStatus(work, memory, git);
      await repository.setStatus(head.sha, {
        context: GATES_CONTEXT,
        state,
        description: `Wave ${work.wave.name}: ${wordStatus(work, state)}`,
        url: rolloutUrl(this.#options.portal, work.rollout.id, work.cellId),
      });
      follower.note({ number });
      return toNotes({ ...memory, status: { sha: head.sha, state } });
    }
    const proposal = await runProposalStep(repository, git.change, git.record, {
      kind: 'act',
      call,
    });
    const { headSha, pullRequest } = proposal;
    if (pullRequest) {
      follower.note({ number: pullRequest.number });
    }
    return toNotes(
      { ...memory, proposal, agreedHead: memory.agreedHead ?? headSha },
      pullRequest && { pullRequest: toPullRequestRef(pullRequest) },
    );
  }

  /** After a call whose answer was not recorded, what it was about is read anew. */
  #noteIntents(items: PlacedWork[]): void {
    for (const { place, work } of items) {
      const { number } = memoryOf(work).proposal?.pullRequest ?? {};
      if (
        number !== undefined &&
        work.intent?.action === 'mergePullRequest' &&
        !wantedSince(memoryOf(work))
      ) {
        this.#options.git.follower(place.file.repository.id).note({ number });
      }
    }
  }

  async #hubs({
    signal,
  }: {
    signal: AbortSignal;
  }): Promise<HubLook[] | undefined> {
    const { argocd } = this.#options;
    return argocd?.hubs.length ? argocd.look({ signal }) : undefined;
  }

  #placeFor(work: TrackWork) {
    const found = this.#placeOf(work.cluster);
    if ('notLocated' in found) {
      throw new Error(found.notLocated);
    }
    return found.place;
  }

  #placeOf(cluster: RolloutCluster) {
    const { git, provisioners } = this.#options;
    return findPlace(git.repositories, provisioners, cluster);
  }
}

/** Whether EKS is to be asked: Git says it by now, so it may be under way. */
function isWanted({ work }: PlacedWork, look: GitLook): boolean {
  return (
    look.kind === 'settled' ||
    look.kind === 'wanted' ||
    wantedSince(memoryOf(work)) !== undefined ||
    (look.kind === 'pullRequest' && look.detail.state === 'merged')
  );
}

/** Nothing is proposed on what was seen an hour ago. */
function isFirstLook(work: TrackWork): boolean {
  return memoryOf(work).proposal === undefined;
}

function isProposal(git: GitLook): git is Proposal & GitLook {
  return (
    git.kind === 'proposing' ||
    git.kind === 'joining' ||
    git.kind === 'pullRequest'
  );
}

/** A token that may not do it will not be allowed to in a minute. */
function isForGood({ reason }: GitFailure): boolean {
  return ['forbidden', 'notFound', 'invalid'].includes(reason);
}

/** Without its status a proposal is one all the same; what protects the branch decides. */
function withoutStatus(
  memory: GitopsMemory,
  git: PullRequestLook,
  { message }: GitFailure,
  work: TrackWork,
): GitopsMemory {
  const { sha } = git.detail.head;
  const state = wantedStatus(work, memory, git);
  return { ...memory, status: { sha, state, refused: message } };
}

/** A no of the host is written down, so that it is told and not asked for again at once. */
function refusedBy(
  memory: GitopsMemory,
  call: GitopsCall,
  { message, reason, retryAfterSeconds }: GitFailure,
  now: Date,
): GitopsMemory {
  const refusal = {
    call,
    reason,
    message,
    until: later(now, retryAfterSeconds ?? REFUSED_SECONDS),
  };
  return { ...memory, refusal };
}
