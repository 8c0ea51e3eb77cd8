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
  branchOfChange,
  EditRefusal,
  readProposalBranch,
  type FieldEdit,
  type GitRepository,
  type ProposedChange,
  type RolloutCluster,
  type TogetherHop,
  type TogetherWork,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeChange, type PortalAddress } from './describeChange';
import {
  describeTogether,
  isSameHop,
  membersIn,
  type PlacedHop,
} from './describeTogether';
import { memoryOf } from './memory';
import type { NodeReleaseFinder } from './NodeReleaseFinder';
import { planHop, type Hop } from './planHop';
import type { Place } from './types';

/** A hop, and where its cluster is described. */
export interface PlacedWork {
  work: TrackWork;
  place: Place;
}

/** What is to be proposed for a hop, alone or with others. */
export interface HopChange {
  change: ProposedChange;
  /** Of its own cluster. */
  edits: FieldEdit[];
  /** Whether it is the one that proposes; of several that is the first that has anything to change. */
  leads: boolean;
  /** Clusters whose files cannot be changed as it takes, with why; its own aside. */
  refused: Array<{ name: string; message: string }>;
}

interface GroupPlan {
  of: PlacedHop[];
  edits: Map<TogetherHop, FieldEdit[]>;
  refusals: Map<TogetherHop, EditRefusal>;
}

/** By branch. */
export type GroupPlans = Map<string, Promise<GroupPlan>>;

/** Plans of groups that are kept; they are asked for until each is merged. */
const MOST_PLANS = 200;

/** Which change a hop takes, from the files as they are. */
export class HopChanges {
  readonly #releases: Pick<NodeReleaseFinder, 'find'>;
  readonly #portal: PortalAddress;
  readonly #placeOf: (cluster: RolloutCluster) => { place: Place } | object;
  /** By branch, of those that were proposed: their values hold until the merge. */
  readonly #proposed = new Map<string, GroupPlan>();
  /** By those that are together and by repository; all of them are told of the same. */
  readonly #members = new WeakMap<TogetherWork, Map<string, PlacedHop[]>>();

  constructor(options: {
    releases: Pick<NodeReleaseFinder, 'find'>;
    portal: PortalAddress;
    placeOf: (cluster: RolloutCluster) => { place: Place } | object;
  }) {
    this.#releases = options.releases;
    this.#portal = options.portal;
    this.#placeOf = options.placeOf;
  }

  /** Those that are proposed with it, itself among them; `undefined` where each has its own. */
  membersOf({ place, work }: PlacedWork): PlacedHop[] | undefined {
    if (!work.together) {
      return undefined;
    }
    const { id } = place.file.repository;
    const known = this.#members.get(work.together) ?? new Map();
    const members: PlacedHop[] =
      known.get(id) ??
      membersIn(work.together, id, hop => {
        const found = this.#placeOf(hop.cluster);
        return 'place' in found ? found.place : undefined;
      });
    this.#members.set(work.together, known.set(id, members));
    // One alone has a pull request as if it had been so from the start.
    return members.length > 1 ||
      work.together.behind.length > 0 ||
      memoryOf(work).members
      ? members
      : undefined;
  }

  /** What names its branch and pull request; its files are as far as they are known. */
  bare(item: PlacedWork, members: PlacedHop[] | undefined): ProposedChange {
    const { place, work } = item;
    return members
      ? describeTogether(work, place, members, new Map(), this.#portal)
      : describeChange(work, place, memoryOf(work).edits ?? [], this.#portal);
  }

  /**
   * @param group - plans of this look by branch: those that are together share one
   * @throws EditRefusal where its own file cannot be changed as it takes
   */
  async load(
    item: PlacedWork,
    members: PlacedHop[] | undefined,
    context: {
      repository: GitRepository;
      now: Date;
      groups: GroupPlans;
    },
  ): Promise<HopChange> {
    const { place, work } = item;
    if (!members) {
      const edits =
        memoryOf(work).edits ?? (await this.#plan(work, work, place, context));
      return {
        change: describeChange(work, place, edits, this.#portal),
        edits,
        leads: true,
        refused: [],
      };
    }
    const branch = branchOfChange(
      work.installationId,
      this.bare(item, members),
    );
    const plan = await this.#planGroup(work, members, branch, context);
    const own = members.find(({ hop }) => isSameHop(hop, work))!.hop;
    const refusal = plan.refusals.get(own);
    if (refusal) {
      throw refusal;
    }
    const first = members.find(
      ({ hop }) => !hop.isDone && plan.edits.get(hop)?.length,
    );
    return {
      change: describeTogether(work, place, members, plan.edits, this.#portal),
      edits: plan.edits.get(own) ?? [],
      leads: first?.hop === own,
      refused: [...plan.refusals].map(([{ cluster }, { message }]) => ({
        name: cluster.name,
        message,
      })),
    };
  }

  /** Keeps what a group was proposed from, as its files may change before the merge. */
  async keep(
    item: PlacedWork,
    members: PlacedHop[],
    groups: GroupPlans,
  ): Promise<void> {
    const { installationId } = item.work;
    const branch = branchOfChange(installationId, this.bare(item, members));
    const plan = await groups.get(branch);
    if (plan && plan.refusals.size === 0 && !this.#proposed.has(branch)) {
      this.#proposed.set(branch, plan);
      if (this.#proposed.size > MOST_PLANS) {
        this.#proposed.delete(this.#proposed.keys().next().value!);
      }
    }
  }

  /** What other pull requests would be in its way, by the digest in their branches. */
  subjectsOf(item: PlacedWork, members: PlacedHop[] | undefined): Subject[] {
    const { installationId } = item.work;
    const changes = [
      this.bare(item, members),
      ...(members ?? []).map(({ hop, place }) =>
        describeChange({ ...item.work, ...hop }, place, [], this.#portal),
      ),
    ];
    return changes.map(change => ({
      change,
      digest:
        readProposalBranch(branchOfChange(installationId, change))
          ?.subjectDigest ?? '',
    }));
  }

  async #planGroup(
    work: TrackWork,
    members: PlacedHop[],
    branch: string,
    context: {
      repository: GitRepository;
      now: Date;
      groups: GroupPlans;
    },
  ): Promise<GroupPlan> {
    const { groups } = context;
    const known = this.#proposed.get(branch);
    const planned =
      groups.get(branch) ??
      (known
        ? Promise.resolve(onto(known, members))
        : this.#planMembers(work, members, context));
    groups.set(branch, planned);
    return onto(await planned, members);
  }

  async #planMembers(
    work: TrackWork,
    members: PlacedHop[],
    context: { repository: GitRepository; now: Date },
  ): Promise<GroupPlan> {
    const plan: GroupPlan = {
      of: members,
      edits: new Map(),
      refusals: new Map(),
    };
    await Promise.all(
      members.map(async ({ hop, place }) => {
        try {
          plan.edits.set(
            hop,
            await this.#plan({ ...work, ...hop }, hop, place, context),
          );
        } catch (error) {
          if (!(error instanceof EditRefusal)) {
            throw error;
          }
          plan.refusals.set(hop, error);
        }
      }),
    );
    return plan;
  }

  async #plan(
    work: TrackWork,
    hop: Hop,
    place: Place,
    { now, repository }: { repository: GitRepository; now: Date },
  ): Promise<FieldEdit[]> {
    const { path, repository: configured } = place.file;
    const file = await repository.readFile(path, configured.branch);
    if (!file) {
      throw new EditRefusal('notThere', `There is no file ${path}`);
    }
    return planHop(hop, place, file.text, await this.#releases.find(work, now));
  }
}

export interface Subject {
  change: ProposedChange;
  digest: string;
}

/** The same plan, told of the members as they are looked at now. */
function onto(plan: GroupPlan, members: PlacedHop[]): GroupPlan {
  if (plan.of === members) {
    return plan;
  }
  const now = <T>(before: ReadonlyMap<TogetherHop, T>) =>
    new Map(
      [...before].flatMap(([then, value]) => {
        const member = members.find(({ hop }) => isSameHop(hop, then));
        return member ? [[member.hop, value] as const] : [];
      }),
    );
  return { of: members, edits: now(plan.edits), refusals: now(plan.refusals) };
}
