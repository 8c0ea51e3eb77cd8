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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  PullRequestRef,
  StepError,
  Track,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from './rolloutGates';

/**
 * What an executor can do for a cluster.
 *
 * @public
 */
export interface ExecutorAbility {
  /** Left out where it can; else one sentence that says why not. */
  cannot?: string;
  canRollBack: boolean;
  /** Whether nodes can be moved apart from the control plane. */
  nodesApart: boolean;
  /** Whether it walks over several minors by itself once the last one is asked for. */
  walksMinorsAlone: boolean;
  /**
   * Where its changes queue besides their account and Region, such as a
   * repository; how many are under way there at once is capped over all
   * rollouts.
   */
  queue?: string;
}

/**
 * One hop of one track: what is to be done now, and what is written down of it.
 *
 * @public
 */
export interface TrackWork {
  installationId: string;
  rollout: { id: string; name: string; title: string };
  wave: { index: number; name: string; gatesOpen: boolean };
  /**
   * What lets nothing be begun or let in just now although the gates of its
   * wave are open; left out where nothing does.
   */
  standing?: Omit<Waiting, 'since'>;
  cellId: string;
  cluster: RolloutCluster;
  kind: Track['kind'];
  /** Of the add-on or node group. */
  name?: string;
  /** Whether it goes forward or back. */
  direction: 'forward' | 'back';
  /** What it runs before this hop, and what it is to run after it. */
  from: string;
  to: string;
  /** For node groups, the release where one is asked for. */
  releaseVersion?: string;
  /** Grows with each retry; part of every key. */
  attempt: number;
  /** Whether a second person agreed to go past what blocks it. */
  force: boolean;
  /** Who started the rollout, and who approved this wave; entity references. */
  startedBy: string;
  approvedBy: string[];
  startedAt: string;
  /**
   * On a guided way back, which steps people said are done; left out on all
   * other ways.
   */
  confirmed?: Partial<
    Record<'suspend' | 'edit' | 'resume', { by: string; at: string }>
  >;
  /** Where the strategy has what is alike in a wave proposed at once; else left out. */
  together?: TogetherWork;
  /** What the executor asked to remember of this hop and attempt. */
  memory: JsonObject;
  /**
   * A call that was about to be made. Where it is there, its answer was not
   * recorded: look whether it took effect before anything else is done.
   */
  intent?: TrackIntent;
}

/**
 * The hops that are to be proposed at once: of the cells of a wave that started
 * at the same moment, those to the same version of the same part.
 *
 * @public
 */
export interface TogetherWork {
  /** In the order of the plan, the one that it is told with among them. */
  members: TogetherHop[];
  /** Names of clusters that will be among them and are not as far yet. */
  behind: string[];
}

/** @public */
export interface TogetherHop
  extends Pick<
    TrackWork,
    | 'cellId'
    | 'cluster'
    | 'kind'
    | 'name'
    | 'direction'
    | 'from'
    | 'to'
    | 'releaseVersion'
  > {
  /** Whether it is behind its cluster already. */
  isDone: boolean;
}

/**
 * A call that is about to be made. Written down before it is made.
 *
 * @public
 */
export interface TrackIntent {
  /** Such as `updateClusterVersion` or `openPullRequest`. */
  action: string;
  /** The same for the same installation, rollout, cell, track, hop and attempt: the request token, or the branch. */
  key: string;
  at: string;
}

/**
 * What to do next with a hop, decided from what was recorded and seen.
 *
 * @public
 */
export type TrackDecision =
  | {
      kind: 'act';
      action: string;
      key: string;
      message: string;
      /** It changes nothing and keeps others from it, so it is made while all else stands. */
      protects?: boolean;
    }
  | { kind: 'wait'; waiting: Omit<Waiting, 'since'>; slow?: boolean }
  | { kind: 'succeeded'; now: string; message: string }
  | { kind: 'failed'; error: StepError; retryable: boolean }
  /** Somebody else moved it. */
  | {
      kind: 'movedOutside';
      now: string;
      by?: string;
      message: string;
      /** Against what was asked for, so that a person looks before anything goes on. */
      early?: boolean;
    }
  | { kind: 'vanished'; message: string };

/**
 * What is remembered besides the decision.
 *
 * @public
 */
export interface TrackNotes {
  memory?: JsonObject;
  updateId?: string;
  pullRequest?: PullRequestRef;
}

/**
 * How a cell is changed. The engine asks it to look at all that is under way at
 * once, decides by its pure `next`, and makes at most one call for a hop in a
 * step, which it has written down before.
 *
 * @public
 */
export interface RolloutExecutor<TObserved = unknown> {
  /** Such as `gitops`; what rollouts call it. */
  readonly id: string;
  readonly title: string;
  /**
   * Whether it only follows what others do: it may run where
   * `eksFleet.writes` is off.
   */
  readonly changesNothing?: boolean;
  /** From configuration and what is recorded; calls nothing. */
  abilityFor(cluster: RolloutCluster): Promise<ExecutorAbility>;
  /**
   * Looks at all of these, with as few calls as there can be; writes nothing.
   * What could not be read is an observation too, which says why.
   */
  observe(
    work: TrackWork[],
    context: { signal: AbortSignal; now: Date },
  ): Promise<TObserved[]>;
  /** Pure. */
  next(
    work: TrackWork,
    observed: TObserved,
    now: Date,
  ): TrackDecision & { notes?: TrackNotes };
  /**
   * Makes the one call that was decided and written down. Idempotent by its key.
   *
   * @returns what to remember of its answer
   * @throws whatever kept it; the next step looks before anything is repeated
   */
  act(
    work: TrackWork & { intent: TrackIntent },
    observed: TObserved,
    context: { signal: AbortSignal; now: Date },
  ): Promise<TrackNotes>;
}

/**
 * @public
 */
export interface RolloutExecutorsExtensionPoint {
  /** Each id can have one executor. */
  addExecutor<TObserved>(executor: RolloutExecutor<TObserved>): void;
}

/**
 * Lets a module of the `eks-fleet` backend plugin add ways to change clusters.
 *
 * @public
 */
export const rolloutExecutorsExtensionPoint =
  createExtensionPoint<RolloutExecutorsExtensionPoint>({
    id: 'eks-fleet.rolloutExecutors',
  });
