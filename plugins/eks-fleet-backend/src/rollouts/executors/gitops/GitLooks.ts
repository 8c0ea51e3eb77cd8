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
  EditRefusal,
  GitFailure,
  nextProposalStep,
  runProposalStep,
  type EksFleetGitService,
  type GitPullRequest,
  type GitPullRequestDetail,
  type GitRepository,
  type ProposalRecord,
  type ProposedChange,
  type PullRequestFollower,
  type RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { membersKey, type PlacedHop } from './describeTogether';
import type { PortalAddress } from './describeChange';
import {
  HopChanges,
  type GroupPlans,
  type HopChange,
  type PlacedWork,
} from './HopChanges';
import { holdBack } from './holdBack';
import { changedBaseOf, Inspections, mustInspect } from './Inspections';
import { memoryOf, wantedSince } from './memory';
import type { NodeReleaseFinder } from './NodeReleaseFinder';
import { bySubject, rivalsOf } from './rivals';
import type { GitLook, Place, Proposal, SeenFailure } from './types';

interface LookContext {
  details: Map<number, GitPullRequestDetail | GitFailure>;
  follower: PullRequestFollower;
  recent: ReadonlyMap<string, GitPullRequest[]>;
  /** What is planned for several at once, in this look. */
  groups: GroupPlans;
  now: Date;
}

/**
 * How hops stand in Git. It looks and never writes; the lists of a repository
 * are those of its one follower, however many hops ask.
 */
export class GitLooks {
  readonly #git: EksFleetGitService;
  readonly #changes: HopChanges;
  readonly #inspections = new Inspections();

  constructor(options: {
    git: EksFleetGitService;
    releases: Pick<NodeReleaseFinder, 'find'>;
    portal: PortalAddress;
    placeOf: (cluster: RolloutCluster) => { place: Place } | object;
  }) {
    this.#git = options.git;
    this.#changes = new HopChanges(options);
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
    const groups: GroupPlans = new Map();
    const context = { details, follower, groups, recent, now };
    await Promise.all(
      items.map(async item => {
        try {
          looks.set(item, await this.#lookAtOne(item, context));
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

  async #lookAtOne(item: PlacedWork, context: LookContext): Promise<GitLook> {
    const { place, work } = item;
    const { details, follower, groups, now, recent } = context;
    const memory = memoryOf(work);
    const repository = this.#repositoryOf(item);
    const members = this.#changes.membersOf(item);
    const load = () =>
      this.#changes.load(item, members, { repository, now, groups });
    const bare = this.#changes.bare(item, members);
    const begun = beginProposal(work.installationId, bare);
    let record = isCurrent(memory.proposal, begun, members)
      ? memory.proposal
      : begun;
    let known = memory.edits && !members ? await load() : undefined;
    if (members && !record.pullRequest) {
      known = await load();
      const open = [...recent.values()].flat();
      const held = holdBack(item, members, known, record, open);
      if (held) {
        return held;
      }
    }
    let step = nextProposalStep(bare, record);
    while (step.kind === 'look') {
      if (!known && step.call !== 'findPullRequest') {
        known = await load();
        if (known.edits.length === 0) {
          return { kind: 'wanted' };
        }
      }
      record = await runProposalStep(
        repository,
        known?.change ?? bare,
        record,
        step,
      );
      step = nextProposalStep(bare, record);
    }
    if (step.kind === 'act') {
      if (members) {
        known ??= await load();
        await this.#changes.keep(item, members, groups);
      }
      return {
        kind: 'proposing',
        call: step.call,
        ...this.#proposalOf(item, members, { known, bare, record, recent }),
      };
    }
    const { number } = step.pullRequest;
    const detail =
      details.get(number) ?? (await follower.look([number])).get(number)!;
    if (detail instanceof GitFailure) {
      throw detail;
    }
    const inspects = mustInspect(item, record.headSha, detail);
    const conflicts =
      detail.state === 'open' && detail.mergeability === 'conflict';
    let changedBase: string | undefined;
    if (members ? inspects || conflicts : detail.state === 'open') {
      try {
        known ??= await load();
      } catch (error) {
        if (!members || !(error instanceof EditRefusal)) {
          throw error;
        }
        changedBase = error.message;
      }
    }
    const change = known?.change ?? bare;
    return {
      kind: 'pullRequest',
      ...this.#proposalOf(item, members, { known, bare, record, recent }),
      detail,
      verdict: inspects
        ? await this.#inspections.inspect(place, repository, change, detail)
        : undefined,
      changedBase:
        changedBase ??
        (conflicts ? await changedBaseOf(repository, change) : undefined),
      ...(members &&
        memory.members !== undefined &&
        memory.members !== membersKey(members) && { hasDeparted: true }),
    };
  }

  #proposalOf(
    item: PlacedWork,
    members: PlacedHop[] | undefined,
    {
      bare,
      known,
      recent,
      record,
    }: {
      bare: ProposedChange;
      known?: HopChange;
      recent: LookContext['recent'];
      record: ProposalRecord;
    },
  ): Proposal {
    const isAsked = !members || known?.leads || memoryOf(item.work).leads;
    return {
      change: known?.change ?? bare,
      edits: known?.edits ?? [],
      record,
      ...(members && { members: membersKey(members) }),
      rivals: isAsked
        ? rivalsOf(
            item.work.installationId,
            record.branch,
            this.#changes.subjectsOf(item, members),
            recent,
          )
        : [],
    };
  }

  #repositoryOf({ place, work }: PlacedWork): GitRepository {
    return this.#git.repository(
      place.file.repository.id,
      `rollout:${work.rollout.id}`,
    );
  }
}

/** A branch of other members than these is left, as long as nobody was asked to merge it. */
function isCurrent(
  known: ProposalRecord | undefined,
  { branch }: ProposalRecord,
  members: PlacedHop[] | undefined,
): known is ProposalRecord {
  return (
    known !== undefined &&
    (!members || known.pullRequest !== undefined || known.branch === branch)
  );
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

export function toSeenFailure(error: unknown): SeenFailure {
  if (error instanceof GitFailure) {
    const { message, reason, retryAfterSeconds } = error;
    return { message, reason, retryAfterSeconds };
  }
  throw error;
}
