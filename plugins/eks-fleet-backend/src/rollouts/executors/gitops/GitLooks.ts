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
  beginProposal,
  branchOfChange,
  EditRefusal,
  findRivals,
  GitFailure,
  inspectProposal,
  nextProposalStep,
  previewChange,
  readProposalBranch,
  runProposalStep,
  type DiffVerdict,
  type EksFleetGitService,
  type FieldEdit,
  type GitPullRequest,
  type GitPullRequestDetail,
  type GitRepository,
  type ProposedChange,
  type PullRequestFollower,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeChange, type PortalAddress } from './describeChange';
import { memoryOf, wantedSince } from './memory';
import type { NodeReleaseFinder } from './NodeReleaseFinder';
import { planHop } from './planHop';
import type { GitLook, Place, Proposal, SeenFailure } from './types';

/** A hop, and where its cluster is described. */
export interface PlacedWork {
  work: TrackWork;
  place: Place;
}

/** Heads that were held against what was proposed; none changes. */
const MOST_VERDICTS = 1_000;

/**
 * How hops stand in Git. It looks and never writes; the lists of a repository
 * are those of its one follower, however many hops ask.
 */
export class GitLooks {
  readonly #git: EksFleetGitService;
  readonly #releases: Pick<NodeReleaseFinder, 'find'>;
  readonly #portal: PortalAddress;
  readonly #verdicts = new Map<string, DiffVerdict>();

  constructor(options: {
    git: EksFleetGitService;
    releases: Pick<NodeReleaseFinder, 'find'>;
    portal: PortalAddress;
  }) {
    this.#git = options.git;
    this.#releases = options.releases;
    this.#portal = options.portal;
  }

  async look(items: PlacedWork[], now: Date): Promise<GitLook[]> {
    const looks = new Map<PlacedWork, GitLook>();
    const open = items.filter(item => {
      if (isSettled(item)) {
        looks.set(item, { kind: 'settled' });
      }
      return !looks.has(item);
    });
    const byRepository = new Map<string, PlacedWork[]>();
    for (const item of open) {
      const { id } = item.place.file.repository;
      byRepository.set(id, [...(byRepository.get(id) ?? []), item]);
    }
    await Promise.all(
      [...byRepository].map(([id, list]) => this.#lookAt(id, list, looks, now)),
    );
    return items.map(item => looks.get(item)!);
  }

  async #lookAt(
    id: string,
    items: PlacedWork[],
    looks: Map<PlacedWork, GitLook>,
    now: Date,
  ): Promise<void> {
    const follower = this.#git.follower(id);
    let details: Map<number, GitPullRequestDetail | GitFailure>;
    let recent: Map<string, GitPullRequest[]>;
    try {
      details = await follower.look(items.flatMap(numberOf));
      recent = bySubject(await follower.recent());
    } catch (error) {
      const failure = toSeenFailure(error);
      items.forEach(item => looks.set(item, { kind: 'failed', failure }));
      return;
    }
    await Promise.all(
      items.map(async item => {
        try {
          looks.set(
            item,
            await this.#lookAtOne(item, { details, follower, recent, now }),
          );
        } catch (error) {
          looks.set(
            item,
            error instanceof EditRefusal
              ? {
                  kind: 'refused',
                  reason: error.reason,
                  message: error.message,
                }
              : { kind: 'failed', failure: toSeenFailure(error) },
          );
        }
      }),
    );
  }

  async #lookAtOne(
    item: PlacedWork,
    context: {
      details: Map<number, GitPullRequestDetail | GitFailure>;
      follower: PullRequestFollower;
      recent: ReadonlyMap<string, GitPullRequest[]>;
      now: Date;
    },
  ): Promise<GitLook> {
    const { place, work } = item;
    const { details, follower, now, recent } = context;
    const memory = memoryOf(work);
    const repository = this.#repositoryOf(item);
    let edits = memory.edits;
    let change = this.#changeOf(item, edits ?? []);
    let record = memory.proposal ?? beginProposal(work.installationId, change);
    let step = nextProposalStep(change, record);
    while (step.kind === 'look') {
      if (edits === undefined && step.call !== 'findPullRequest') {
        edits = await this.#plan(item, repository, now);
        if (edits.length === 0) {
          return { kind: 'wanted' };
        }
        change = this.#changeOf(item, edits);
      }
      record = await runProposalStep(repository, change, record, step);
      step = nextProposalStep(change, record);
    }
    const rivals = rivalsOf(work, change, recent);
    if (step.kind === 'act') {
      return {
        kind: 'proposing',
        call: step.call,
        change,
        edits: edits ?? [],
        record,
        rivals,
      };
    }
    const { number } = step.pullRequest;
    const detail =
      details.get(number) ?? (await follower.look([number])).get(number)!;
    if (detail instanceof GitFailure) {
      throw detail;
    }
    if (edits === undefined && detail.state === 'open') {
      edits = await this.#plan(item, repository, now);
      change = this.#changeOf(item, edits);
    }
    return {
      kind: 'pullRequest',
      change,
      edits: edits ?? [],
      record,
      rivals,
      detail,
      verdict: mustInspect(item, record.headSha, detail)
        ? await this.#inspect(place, repository, change, detail)
        : undefined,
      changedBase:
        detail.state === 'open' && detail.mergeability === 'conflict'
          ? await changedBaseOf(repository, change)
          : undefined,
    };
  }

  async #plan(
    { place, work }: PlacedWork,
    repository: GitRepository,
    now: Date,
  ): Promise<FieldEdit[]> {
    const { path, repository: configured } = place.file;
    const file = await repository.readFile(path, configured.branch);
    if (!file) {
      throw new EditRefusal('notThere', `There is no file ${path}`);
    }
    return planHop(
      work,
      place,
      file.text,
      await this.#releases.find(work, now),
    );
  }

  async #inspect(
    { file }: Place,
    repository: GitRepository,
    change: ProposedChange,
    { head, number }: GitPullRequestDetail,
  ): Promise<DiffVerdict> {
    const key = `${file.repository.id} ${number} ${head.sha}`;
    const known = this.#verdicts.get(key);
    if (known) {
      return known;
    }
    const verdict = await inspectProposal(repository, change, number);
    if (verdict.head === head.sha) {
      this.#verdicts.set(key, verdict);
      if (this.#verdicts.size > MOST_VERDICTS) {
        this.#verdicts.delete(this.#verdicts.keys().next().value!);
      }
    }
    return verdict;
  }

  #changeOf({ place, work }: PlacedWork, edits: FieldEdit[]): ProposedChange {
    return describeChange(work, place, edits, this.#portal);
  }

  #repositoryOf({ place, work }: PlacedWork): GitRepository {
    return this.#git.repository(
      place.file.repository.id,
      `rollout:${work.rollout.id}`,
    );
  }
}

/** A conflict may be about what was agreed to, or only about what stands beside it. */
async function changedBaseOf(
  repository: GitRepository,
  change: ProposedChange,
): Promise<string | undefined> {
  try {
    await previewChange(repository, change);
    return undefined;
  } catch (error) {
    if (error instanceof EditRefusal) {
      return error.message;
    }
    throw error;
  }
}

/** Open proposals by what they are about, so that no hop goes through all of them. */
function bySubject(
  pullRequests: GitPullRequest[],
): Map<string, GitPullRequest[]> {
  const found = new Map<string, GitPullRequest[]>();
  for (const pullRequest of pullRequests) {
    const branch = readProposalBranch(pullRequest.head.branch);
    if (branch && pullRequest.state === 'open') {
      const { subjectDigest } = branch;
      found.set(subjectDigest, [
        ...(found.get(subjectDigest) ?? []),
        pullRequest,
      ]);
    }
  }
  return found;
}

function rivalsOf(
  { installationId }: TrackWork,
  change: ProposedChange,
  recent: ReadonlyMap<string, GitPullRequest[]>,
): Proposal['rivals'] {
  const own = readProposalBranch(branchOfChange(installationId, change));
  return findRivals(
    installationId,
    change,
    recent.get(own?.subjectDigest ?? '') ?? [],
  ).map(({ branch, pullRequest }) => ({
    pullRequest,
    installationId: branch.installationId,
  }));
}

/** Nothing is to be found out in Git: it is merged, or it was never to be proposed. */
function isSettled({ place, work }: PlacedWork): boolean {
  return (
    wantedSince(memoryOf(work)) !== undefined ||
    (work.kind === 'nodegroup' && !place.ability.nodesApart)
  );
}

function numberOf({ work }: PlacedWork): number[] {
  const { pullRequest } = memoryOf(work).proposal ?? {};
  return pullRequest ? [pullRequest.number] : [];
}

/** Another head than ours is read; so is what the portal is to merge by itself. */
function mustInspect(
  { place, work }: PlacedWork,
  pushedHead: string | undefined,
  { head, state }: GitPullRequestDetail,
): boolean {
  const agreed = memoryOf(work).agreedHead ?? pushedHead;
  return (
    state !== 'closed' &&
    (head.sha !== agreed ||
      (state === 'open' &&
        place.file.repository.merge.automatic &&
        work.wave.gatesOpen))
  );
}

export function toSeenFailure(error: unknown): SeenFailure {
  if (error instanceof GitFailure) {
    const { message, reason, retryAfterSeconds } = error;
    return { message, reason, retryAfterSeconds };
  }
  throw error;
}
